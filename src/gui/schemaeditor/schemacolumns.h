// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace xs::gui::schemaeditor {

class SchemaView;

/// Shares the width of the schema's table among its columns: names, types and presence get what their cells need, the
/// findings stand as words where there is room and as marks where there is not, and description and example
/// take the rest. Ends as soon as a person sets a width. Owned by the view.
class SchemaColumns final : public QObject
{
    Q_OBJECT

public:
    explicit SchemaColumns(SchemaView &view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    int wanted(int column) const;

    SchemaView &m_view;
    QTimer m_soon;
    bool m_isUsers = false;
    bool m_isFitting = false;
};

} // namespace xs::gui::schemaeditor
