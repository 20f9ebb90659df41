// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/costfooter.h"

#include "gui/common/theme.h"
#include "wording/costtext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

CostFooter::CostFooter(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"costFooter"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setVerticalSpacing(4);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(1, 1);
    m_extract = addRow(*grid, u"extractCost"_s);
    m_parse = addRow(*grid, u"parseCost"_s);
    m_sum = addRow(*grid, u"sumCost"_s);
    m_budgetLabel = new QLabel(tr("Ask above"), this);
    m_budget = new QSpinBox(this);
    m_budget->setObjectName(u"budgetSpin"_s);
    m_budget->setAccessibleName(tr("Ask above so many credits"));
    m_budget->setToolTip(tr("Before a run that costs more than this, you are asked. 0 never asks."));
    m_budget->setRange(0, 10'000'000);
    m_budget->setSingleStep(500);
    m_budget->setGroupSeparatorShown(true);
    m_budget->setSpecialValueText(tr("never"));
    m_budget->setKeyboardTracking(false);
    m_budgetLabel->setBuddy(m_budget);
    grid->addWidget(m_budgetLabel, 3, 0);
    grid->addWidget(m_budget, 3, 1, 1, 2, Qt::AlignRight);
    m_date = new QLabel(this);
    m_date->setObjectName(u"ratesLabel"_s);
    m_date->setTextFormat(Qt::RichText);
    m_date->setTextInteractionFlags(Qt::TextBrowserInteraction);
    grid->addWidget(m_date, 4, 0, 1, 3);
    connect(m_budget, &QSpinBox::valueChanged, this, &CostFooter::budgetChanged);
    connect(m_date, &QLabel::linkActivated, this, &CostFooter::ratesWanted);
    dress();
}

CostFooter::Row CostFooter::addRow(QGridLayout &grid, const QString &objectName)
{
    const auto row = grid.rowCount() - (grid.isEmpty() ? 1 : 0);
    Row made{new QLabel(this), new QLabel(this), new QLabel(this)};
    made.sum->setObjectName(objectName);
    made.factor->setAlignment(Qt::AlignRight);
    made.sum->setAlignment(Qt::AlignRight);
    grid.addWidget(made.name, row, 0);
    grid.addWidget(made.factor, row, 1);
    grid.addWidget(made.sum, row, 2);
    return made;
}

void CostFooter::setCost(const domain::Rates &rates, const std::optional<domain::CostEstimate> &estimate, int budget)
{
    const auto show = [](const Row &row, const QString &name, const QString &factor, const QString &sum) {
        row.name->setText(name);
        row.factor->setText(factor);
        row.sum->setText(sum);
    };
    const auto pages = [](qint64 count, const domain::Range &rate) {
        return tr("%n page(s) × %1", nullptr, static_cast<int>(count)).arg(wording::amountText(rate));
    };
    if (estimate) {
        show(m_extract, tr("Extract"), pages(estimate->pages, estimate->extractRate),
             wording::amountText(estimate->extractCredits));
        show(m_parse, tr("Parse"), pages(estimate->parsedPages, estimate->parseRate),
             wording::amountText(estimate->parseCredits));
        show(m_sum, estimate->isAtLeast || estimate->unknownDocuments > 0 ? tr("Credits, at least") : tr("Credits"),
             u"≈ "_s + wording::moneyText(estimate->credits(), rates), wording::amountText(estimate->credits()));
    } else {
        show(m_extract, tr("The rates have no price for this tier."), {}, {});
        show(m_parse, {}, {}, {});
        show(m_sum, tr("Credits"), {}, tr("not known"));
    }
    for (const auto *row : {&m_parse})
        for (auto *label : {row->name, row->factor, row->sum})
            label->setVisible(estimate.has_value());
    const QSignalBlocker quiet(m_budget);
    m_budget->setValue(budget);
    m_date->setText(tr("Rates of %1").arg(QLocale().toString(rates.date, u"MMMM yyyy"_s)) +
                    u" · <a href=\"edit\">%1</a>"_s.arg(tr("edit")));
}

void CostFooter::dress()
{
    const auto theme = common::Theme::of(palette());
    auto grey = palette();
    grey.setColor(QPalette::WindowText, theme.text2);
    const auto small = common::fontFor(common::TextRole::Secondary, font());
    for (auto *label : findChildren<QLabel *>()) {
        label->setPalette(grey);
        label->setFont(small);
    }
    m_date->setFont(common::fontFor(common::TextRole::Note, font()));
    for (auto *label : {m_sum.name, m_sum.sum}) {
        label->setPalette(palette());
        label->setFont(common::fontFor(common::TextRole::Strong, font()));
    }
    m_budget->setFont(small);
}

void CostFooter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), common::Theme::of(palette()).line);
}

void CostFooter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace xs::gui::schemaeditor
