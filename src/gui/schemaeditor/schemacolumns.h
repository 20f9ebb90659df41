// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/columnsharing.h"

#include <QSet>
#include <QTimer>

namespace xs::gui::schemaeditor {

class SchemaView;

/// Shares the width of the schema's table among its columns: names, types and presence get what their cells need,
/// description and example take the rest. Findings have a column only while there are any, as words where there is
/// room and as marks where there is not; where the table is too narrow for both, the example gives way to the
/// description until somebody goes to it. Where even the description has too little, presence is told by its mark. Ends
/// as soon as a person sets a width; columns can also be hidden in the menu of the header. Owned by the view.
class SchemaColumns final : public common::ColumnSharing
{
    Q_OBJECT

public:
    explicit SchemaColumns(SchemaView &view);

    /// Whether the keyboard goes to the column: no one has hidden it.
    bool isOffered(int column) const { return !m_hidden.contains(column); }
    /// What a person has set, for the next start.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

private:
    void fit() override;
    void share();
    int titleWidth(int column) const;
    int wanted(int column) const;
    void showMenu(const QPoint &place);

    SchemaView &m_view;
    QTimer m_soon;
    QSet<int> m_hidden;
};

} // namespace xs::gui::schemaeditor
