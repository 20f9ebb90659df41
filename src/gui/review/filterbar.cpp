// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/filterbar.h"

#include "gui/common/buttonlook.h"
#include "gui/common/chip.h"
#include "gui/common/elidedlabel.h"
#include "gui/review/confidencehistogram.h"
#include "gui/review/resultspage.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

FilterBar::FilterBar(QAction *exportAction, QWidget *parent)
    : QWidget(parent), m_filters(new QButtonGroup(this)), m_histogram(new ConfidenceHistogram(this)),
      m_progress(new common::RoleLabel({}, common::TextRole::Secondary, this)), m_exportButton(new QToolButton(this))
{
    setFixedHeight(40);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(6);
    struct Label
    {
        QString name;
        QString label;
        QString shortLabel;
    };
    const Label labels[] = {
        {u"filterAll"_s, ResultsPage::tr("All"), {}},
        {u"filterAttention"_s, ResultsPage::tr("Needs attention"), ResultsPage::tr("Attention", "values that need it")},
        {u"filterEdited"_s, ResultsPage::tr("Edited"), {}},
        {u"filterNoEvidence"_s, ResultsPage::tr("No evidence"), ResultsPage::tr("Unproven")}};
    for (const auto &[name, label, shortLabel] : labels) {
        auto *chip = new common::Chip(label, shortLabel, this);
        chip->setObjectName(name);
        m_filters->addButton(chip, static_cast<int>(m_chips.size()));
        m_chips << chip;
        row->addWidget(chip);
    }
    m_chips.first()->setChecked(true);
    connect(m_filters, &QButtonGroup::idClicked, this,
            [this](int id) { emit filterChosen(static_cast<FilterProxy::Filter>(id)); });
    m_histogram->installEventFilter(this);
    m_histogram->setCursor(Qt::PointingHandCursor);
    m_exportButton->setDefaultAction(exportAction);
    m_exportButton->setObjectName(u"exportButton"_s);
    m_exportButton->setAccessibleName(exportAction->text());
    m_exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_exportButton->setFocusPolicy(Qt::TabFocus);
    common::setButtonLook(m_exportButton, common::ButtonLook::Text);
    common::setSmallButton(m_exportButton);
    m_progress->setObjectName(u"reviewProgress"_s);
    row->addStretch(1);
    row->addWidget(m_histogram);
    row->addWidget(m_progress);
    row->addWidget(m_exportButton);
}

void FilterBar::setFilter(FilterProxy::Filter filter)
{
    m_filters->button(static_cast<int>(filter))->setChecked(true);
}

void FilterBar::setValues(const std::vector<xs::review::ReviewValue> &values, bool canDecide)
{
    const auto counts = xs::review::count(values);
    m_chips[0]->setCount(counts.all);
    m_chips[1]->setCount(counts.needAttention);
    m_chips[2]->setCount(counts.edited);
    m_chips[3]->setCount(counts.withoutEvidence);
    m_histogram->setValues(values);
    m_progressText = canDecide ? ResultsPage::tr("%1 of %2 reviewed").arg(counts.reviewed).arg(counts.all) : QString();
    m_progressShort =
        canDecide ? ResultsPage::tr("%1 of %2", "reviewed").arg(counts.reviewed).arg(counts.all) : QString();
    m_progress->setToolTip(m_progressText);
    m_progress->setAccessibleName(m_progressText);
    fit();
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// As wide as the shortest filters.
QSize FilterBar::minimumSizeHint() const
{
    const auto margins = layout()->contentsMargins();
    auto width = margins.left() + margins.right() + m_iconWidth;
    for (const auto *chip : m_chips)
        width += chip->widthOf(true) + layout()->spacing();
    return {width, height()};
}

/// The filters come first; what they leave goes to the progress, the distribution and the word of the export.
void FilterBar::fit()
{
    const auto margins = layout()->contentsMargins();
    const auto gap = layout()->spacing();
    m_exportButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_iconWidth = m_exportButton->sizeHint().width();
    auto room = width() - margins.left() - margins.right() - m_iconWidth;
    for (const auto *chip : m_chips)
        room -= chip->widthOf(false) + gap;
    const auto isShort = room < 0;
    for (auto *chip : m_chips)
        chip->setShort(isShort);
    room = isShort ? 0 : room;
    // The word gives way before the distribution does.
    m_progress->setText(m_progressText);
    if (m_progress->sizeHint().width() + m_histogram->sizeHint().width() + 2 * gap > room)
        m_progress->setText(m_progressShort);
    for (auto *part : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_histogram)}) {
        const auto needed = part->sizeHint().width() + gap;
        part->setVisible(needed <= room);
        room -= needed;
    }
    m_exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (m_exportButton->sizeHint().width() - m_iconWidth > room)
        m_exportButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_histogram && event->type() == QEvent::MouseButtonRelease)
        emit limitsWanted();
    return QWidget::eventFilter(watched, event);
}

} // namespace xs::gui::review
