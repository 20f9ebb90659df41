// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/evaluate/reliabilitytable.h"

#include "gui/common/elidedlabel.h"

#include <QGridLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace xs::gui::evaluate {

ReliabilityTable::ReliabilityTable(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(u"reliabilityTable"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
}

void ReliabilityTable::addRow(const QString &name, const QString &values, const QString &wrong, bool isStrong)
{
    const QStringList texts{name, values, wrong};
    for (int column = 0; column < 3; ++column) {
        auto *label = new common::RoleLabel(texts[column],
                                            isStrong ? common::TextRole::Header : common::TextRole::Secondary, this);
        m_grid->addWidget(label, m_rows, column, column == 0 ? Qt::AlignLeft : Qt::AlignRight);
    }
    ++m_rows;
}

void ReliabilityTable::setReliability(const xs::evaluate::Reliability &reliability)
{
    for (auto *label : findChildren<common::RoleLabel *>())
        delete label;
    m_rows = 0;
    const QLocale locale;
    const auto score = [&](double value) { return locale.toString(value, 'f', 2); };
    addRow(tr("Confidence"), tr("Values"), tr("Wrong"), true);
    for (std::size_t i = 0; i < reliability.bins.size(); ++i) {
        const auto &bin = reliability.bins[i];
        addRow(i == 0 ? tr("under %1").arg(score(bin.to)) : tr("%1 to %2").arg(score(bin.from), score(bin.to)),
               locale.toString(bin.values), locale.toString(bin.wrong()), false);
    }
    addRow(tr("no score"), locale.toString(reliability.unscored), locale.toString(reliability.unscoredWrong), false);
    addRow(tr("All"), locale.toString(reliability.values()), locale.toString(reliability.wrong()), true);
}

} // namespace xs::gui::evaluate
