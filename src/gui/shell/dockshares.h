// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QHash>
#include <QObject>

class QDockWidget;
class QMainWindow;

namespace xs::gui::shell {

/// Keeps the shares of the window's width that the docks at its sides have. Qt takes width from docks when the window
/// becomes small and does not give it back when it grows. Each dock at the left, which stands for a place, has shares
/// of its own. Owned by its window.
class DockShares final : public QObject
{
    Q_OBJECT

public:
    DockShares(QMainWindow &window, const QList<QDockWidget *> &left, const QList<QDockWidget *> &right);
    /// Gives docks these widths, as far as there is room.
    static void settle(QMainWindow &window, const QList<QDockWidget *> &docks, const QList<int> &widths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    struct Shares
    {
        double left = 0;
        double right = 0;
    };
    void remember();
    void apply();

    QMainWindow &m_window;
    QList<QDockWidget *> m_left;
    QList<QDockWidget *> m_right;
    /// By the left dock, as the place's layout had them at first or a person dragged them.
    QHash<const QDockWidget *, Shares> m_shares;
    QBasicTimer m_later;
};

} // namespace xs::gui::shell
