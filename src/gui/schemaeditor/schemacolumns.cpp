// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemacolumns.h"

#include "gui/schemaeditor/schemamodel.h"
#include "gui/schemaeditor/schemaview.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace xs::gui::schemaeditor {

namespace {

/// So many rows tell how wide a column is wanted; more would only cost time.
constexpr int rowsLookedAt = 100;
constexpr int leastDescription = 150;
constexpr int leastExample = 66;

} // namespace

SchemaColumns::SchemaColumns(SchemaView &view) : QObject(&view), m_view(view)
{
    auto *header = view.header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
    header->setFirstSectionMovable(false);
    header->setTextElideMode(Qt::ElideRight);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &SchemaColumns::fit);
    connect(header, &QHeaderView::sectionResized, this, [this] { m_isUsers = m_isUsers || !m_isFitting; });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(view.model(), change, &m_soon, qOverload<>(&QTimer::start));
    connect(view.model(), &QAbstractItemModel::modelReset, &m_soon, qOverload<>(&QTimer::start));
    connect(view.model(), &QAbstractItemModel::dataChanged, &m_soon, qOverload<>(&QTimer::start));
    view.viewport()->installEventFilter(this);
}

bool SchemaColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

/// What the column's title and its cells need.
int SchemaColumns::wanted(int column) const
{
    auto width = m_view.header()->sectionSizeHint(column);
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
    if (m_isUsers)
        return;
    QList<int> widths;
    for (int column = 0; column < SchemaModel::ColumnCount; ++column)
        widths << wanted(column);
    const auto full = m_view.viewport()->width();
    auto &name = widths[SchemaModel::Name];
    auto &description = widths[SchemaModel::Description];
    auto &example = widths[SchemaModel::Example];
    auto &findings = widths[SchemaModel::Findings];
    name = std::clamp(name, 110, std::max(120, full * 25 / 100));
    findings = std::min(findings, 170);
    const auto rest = [&] {
        return full - name - widths[SchemaModel::Type] - widths[SchemaModel::Required] - findings;
    };
    if (rest() < leastDescription + leastExample)
        findings = m_view.header()->sectionSizeHint(SchemaModel::Findings);
    // The example has what it needs as long as the description keeps the larger share; nothing is pushed out of sight.
    example = std::clamp(example, leastExample, std::max(leastExample, rest() * 2 / 5));
    description = std::max(leastDescription / 2, rest() - example);
    m_isFitting = true;
    for (int column = 0; column < widths.size(); ++column)
        m_view.setColumnWidth(column, widths[column]);
    m_isFitting = false;
}

} // namespace xs::gui::schemaeditor
