// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTreeView;

namespace xs::gui::joblist {

/// Shares the width of the job list among its columns so that none lies outside: all but document and note get what
/// their words need, those two share the rest. Ends as soon as a person sets a width. Owned by the table.
class JobColumns final : public QObject
{
    Q_OBJECT

public:
    explicit JobColumns(QTreeView &table);

    /// Order, sorting and, where a person has set them, widths, for the next start.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QTreeView &m_table;
    bool m_isUsers = false;
    bool m_isFitting = false;
    bool m_isHeld = false;
};

} // namespace xs::gui::joblist
