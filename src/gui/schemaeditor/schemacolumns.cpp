// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemacolumns.h"

#include "gui/schemaeditor/schemadelegate.h"
#include "gui/schemaeditor/schemamodel.h"
#include "gui/schemaeditor/schemaview.h"

#include <QAction>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

/// So many rows tell how wide a column is wanted; more would only cost time.
constexpr int rowsLookedAt = 100;
constexpr int titleMargin = 14;
constexpr int leastDescription = 150;
constexpr int narrowTable = 640;
/// A description that needs more than this is cut rather than the example left out.
constexpr int amplyDescribed = 300;
/// Columns that can be hidden.
constexpr SchemaModel::Column optionalColumns[] = {SchemaModel::Description, SchemaModel::Example,
                                                   SchemaModel::Findings};

} // namespace

SchemaColumns::SchemaColumns(SchemaView &view) : ColumnSharing(view), m_view(view)
{
    auto *header = view.header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
    header->setFirstSectionMovable(false);
    header->setTextElideMode(Qt::ElideRight);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &SchemaColumns::fit);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &SchemaColumns::showMenu);
    connect(&view.schemaModel().document(), &SchemaDocument::findingsChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(view.selectionModel(), &QItemSelectionModel::currentColumnChanged, this, &SchemaColumns::fit);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(view.model(), change, &m_soon, qOverload<>(&QTimer::start));
    connect(view.model(), &QAbstractItemModel::modelReset, &m_soon, qOverload<>(&QTimer::start));
    connect(view.model(), &QAbstractItemModel::dataChanged, &m_soon, qOverload<>(&QTimer::start));
}

/// Also of a column that is hidden or has its title left out, of which the header knows nothing.
int SchemaColumns::titleWidth(int column) const
{
    const auto title = m_view.model()->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    return m_view.header()->fontMetrics().horizontalAdvance(title) + 2 * titleMargin;
}

/// What the column's title and its cells need.
int SchemaColumns::wanted(int column) const
{
    auto width = titleWidth(column);
    auto index = m_view.model()->index(0, 0);
    for (int i = 0; i < rowsLookedAt && index.isValid(); ++i, index = m_view.indexBelow(index)) {
        auto indent = 0;
        for (auto owner = index; column == SchemaModel::Name && owner.isValid(); owner = owner.parent())
            indent += m_view.indentation();
        width = std::max(
            width,
            indent + m_view.itemDelegate()->sizeHint(QStyleOptionViewItem(), index.siblingAtColumn(column)).width());
    }
    return width;
}

void SchemaColumns::fit()
{
    const Fitting fitting(*this);
    const auto &document = m_view.schemaModel().document();
    m_view.setColumnHidden(SchemaModel::Description, !isOffered(SchemaModel::Description));
    m_view.setColumnHidden(SchemaModel::Findings, !isOffered(SchemaModel::Findings) || document.findings().empty());
    if (isUsers())
        m_view.setColumnHidden(SchemaModel::Example, !isOffered(SchemaModel::Example));
    else
        share();
}

void SchemaColumns::share()
{
    QList<int> widths;
    for (int column = 0; column < SchemaModel::ColumnCount; ++column)
        widths << wanted(column);
    const auto full = m_view.viewport()->width();
    auto &name = widths[SchemaModel::Name];
    auto &description = widths[SchemaModel::Description];
    auto &example = widths[SchemaModel::Example];
    auto &findings = widths[SchemaModel::Findings];
    // Names are what a table is read by; where it is narrow, descriptions give way to them.
    const auto shareOfName = full < narrowTable ? 42 : 30;
    name = std::clamp(name, 110, std::max(120, full * shareOfName / 100));
    findings = m_view.isColumnHidden(SchemaModel::Findings) ? 0 : std::min(findings, 170);
    auto &presence = widths[SchemaModel::Required];
    const auto rest = [&] { return full - name - widths[SchemaModel::Type] - presence - findings; };
    const auto leastExample = titleWidth(SchemaModel::Example);
    if (findings > 0 && rest() < leastDescription + leastExample)
        findings = titleWidth(SchemaModel::Findings);
    const auto describes = isOffered(SchemaModel::Description);
    const auto isNarrow = describes && rest() < leastDescription;
    m_view.schemaModel().setPresenceShort(isNarrow);
    if (isNarrow) {
        presence = SchemaDelegate::markWidth;
        findings = findings > 0 ? SchemaDelegate::markWidth : 0;
    }
    const auto isAtExample = m_view.currentIndex().column() == SchemaModel::Example;
    const auto hasExample = isOffered(SchemaModel::Example) &&
                            (isAtExample || !describes ||
                             rest() >= std::clamp(description, leastDescription, amplyDescribed) + leastExample);
    m_view.setColumnHidden(SchemaModel::Example, !hasExample);
    // The example has what it needs as long as the description keeps the larger share.
    example = hasExample ? std::clamp(example, leastExample, std::max(leastExample, rest() * 2 / 5)) : 0;
    description = std::max(leastDescription / 3, rest() - example);
    for (int column = 0; column < widths.size(); ++column)
        if (!m_view.isColumnHidden(column))
            m_view.setColumnWidth(column, widths[column]);
}

void SchemaColumns::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(&m_view);
    menu->setObjectName(u"schemaColumnsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto column : optionalColumns) {
        auto *action = menu->addAction(m_view.model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(isOffered(column));
        connect(action, &QAction::triggered, this, [this, of = column](bool shown) {
            if (shown)
                m_hidden.remove(of);
            else
                m_hidden.insert(of);
            fit();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Fit the widths to the table")), &QAction::triggered, this, [this] {
        setUsers(false);
        fit();
    });
    menu->popup(m_view.header()->mapToGlobal(place));
}

QByteArray SchemaColumns::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_hidden << (isUsers() ? m_view.header()->saveState() : QByteArray());
    return state;
}

void SchemaColumns::restoreState(const QByteArray &state)
{
    QByteArray widths;
    QDataStream stream(state);
    stream >> m_hidden >> widths;
    if (stream.status() != QDataStream::Ok)
        m_hidden.clear();
    {
        const Fitting fitting(*this);
        setUsers(!widths.isEmpty() && m_view.header()->restoreState(widths));
    }
    fit();
}

} // namespace xs::gui::schemaeditor
