// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTreeView;

namespace xs::gui::common {

/// What shares the width of a table among its columns until a person sets a width: fit() is called whenever the table
/// gets another size, and only what is done with the mouse on the titles is a person's doing, since Qt resizes by
/// itself, too. Owned by the table.
class ColumnSharing : public QObject
{
    Q_OBJECT

public:
    explicit ColumnSharing(QTreeView &table);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

    virtual void fit() = 0;
    /// A column that follows the others, so that its width says nothing; -1 is none.
    void setFollower(int column) { m_follower = column; }
    bool isUsers() const { return m_isUsers; }
    void setUsers(bool isUsers) { m_isUsers = isUsers; }

    /// Widths that are set while it lives are not a person's.
    class Fitting
    {
    public:
        explicit Fitting(ColumnSharing &sharing) : m_sharing(sharing), m_before(sharing.m_isFitting)
        {
            sharing.m_isFitting = true;
        }
        ~Fitting() { m_sharing.m_isFitting = m_before; }
        Q_DISABLE_COPY_MOVE(Fitting)

    private:
        ColumnSharing &m_sharing;
        bool m_before;
    };

private:
    QTreeView &m_sharedTable;
    int m_follower = -1;
    bool m_isUsers = false;
    bool m_isFitting = false;
    bool m_isHeld = false;
};

} // namespace xs::gui::common
