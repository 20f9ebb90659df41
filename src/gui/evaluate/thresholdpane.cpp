// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/evaluate/thresholdpane.h"

#include "evaluate/threshold.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/paneheader.h"
#include "gui/evaluate/reliabilityplot.h"
#include "gui/evaluate/reliabilitytable.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::gui::evaluate {

QString thresholdSentence(const std::vector<xs::evaluate::ComparedCell> &cells, double threshold)
{
    const auto effect = xs::evaluate::atThreshold(cells, threshold);
    const QLocale locale;
    return ThresholdPane::tr("At %1 you review %2 % and %3 of %4 errors slip (n = %5)")
        .arg(locale.toString(threshold, 'f', 2), locale.toString(effect.reviewedPercent()),
             locale.toString(effect.slipping), locale.toString(effect.errors), locale.toString(effect.values));
}

ThresholdPane::ThresholdPane(QWidget *parent)
    : QWidget(parent), m_header(new common::PaneHeader(tr("Threshold"), this)),
      m_sentence(new common::RoleLabel({}, common::TextRole::Headline, this)),
      m_note(new common::RoleLabel({}, common::TextRole::Secondary, this)), m_slider(new QSlider(Qt::Horizontal, this)),
      m_spin(new QDoubleSpinBox(this)), m_plot(new ReliabilityPlot(this)), m_table(new ReliabilityTable(this))
{
    m_sentence->setObjectName(u"thresholdSentence"_s);
    m_sentence->setWordWrap(true);
    m_note->setWordWrap(true);
    m_slider->setObjectName(u"thresholdSlider"_s);
    m_slider->setAccessibleName(tr("Threshold"));
    m_slider->setRange(0, 100);
    m_slider->setPageStep(5);
    m_spin->setObjectName(u"thresholdSpin"_s);
    m_spin->setAccessibleName(tr("Threshold"));
    m_spin->setRange(0, 1);
    m_spin->setSingleStep(0.01);
    m_spin->setDecimals(2);
    m_spin->setMinimumWidth(72);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) { setThreshold(value / 100.0); });
    connect(m_spin, &QDoubleSpinBox::valueChanged, this, &ThresholdPane::setThreshold);
    connect(m_plot, &ReliabilityPlot::thresholdWanted, this, &ThresholdPane::setThreshold);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new common::RoleLabel(QLocale().toString(0.0, 'f', 2), common::TextRole::Secondary, this));
    row->addWidget(m_slider, 1);
    row->addWidget(new common::RoleLabel(QLocale().toString(1.0, 'f', 2), common::TextRole::Secondary, this));
    row->addWidget(m_spin);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(16);
    figures->addWidget(m_plot, 1);
    figures->addWidget(m_table, 0, Qt::AlignTop);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(12, 12, 12, 12);
    body->setSpacing(8);
    body->addWidget(m_sentence);
    body->addWidget(m_note);
    body->addLayout(row);
    body->addLayout(figures, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(body, 1);
    setThreshold(m_threshold);
}

void ThresholdPane::setCells(std::vector<xs::evaluate::ComparedCell> cells, int documents, int fields)
{
    m_cells = std::move(cells);
    m_header->setNote(tr("%n document(s)", nullptr, documents) + u", "_s + tr("%n field(s)", nullptr, fields));
    const auto reliability = xs::evaluate::reliability(m_cells);
    m_plot->setReliability(reliability);
    m_table->setReliability(reliability);
    showEffect();
}

void ThresholdPane::setThreshold(double threshold)
{
    const QSignalBlocker slider(m_slider);
    const QSignalBlocker spin(m_spin);
    m_threshold = threshold;
    m_slider->setValue(static_cast<int>(std::lround(threshold * 100)));
    m_spin->setValue(threshold);
    m_plot->setThreshold(threshold);
    showEffect();
    emit thresholdChanged(threshold);
}

void ThresholdPane::showEffect()
{
    const auto effect = xs::evaluate::atThreshold(m_cells, m_threshold);
    const auto error = xs::evaluate::reliability(m_cells).calibrationError();
    m_sentence->setText(thresholdSentence(m_cells, m_threshold));
    m_note->setText(tr("%n value(s) to look at", nullptr, effect.reviewed) + u", "_s +
                    tr("%1 of the %2 errors are among them.").arg(effect.errors - effect.slipping).arg(effect.errors) +
                    u' ' + tr("No score: always reviewed.") + u' ' +
                    tr("Calibration error %1 %.").arg(QLocale().toString(100 * error, 'f', 1)));
}

void ThresholdPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int roomForTable = 460;
    m_table->setVisible(width() >= roomForTable);
}

} // namespace xs::gui::evaluate
