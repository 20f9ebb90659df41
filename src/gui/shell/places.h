// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

class QAction;
class QActionGroup;
class QMainWindow;
class QSettings;

namespace xs::gui::shell {

class Docks;
class DockShares;

enum class Place { Design, Jobs, Review, Evaluate };
/// Whether a place fills the window without panes beside it.
inline bool fillsWindow(Place place)
{
    return place == Place::Jobs || place == Place::Evaluate;
}

/// The places of the window as exclusive actions. Each place has an arrangement of docks of its own, which is kept
/// when another is chosen and over a restart. Owned by the window.
class Places final : public QObject
{
    Q_OBJECT

public:
    Places(QMainWindow &window, QSettings &settings, Docks &docks);

    QList<QAction *> actions() const;
    QAction *action(Place place) const;
    Place current() const { return m_current; }
    void go(Place place);
    /// Restores the place's arrangement; called once, when the window has its size.
    void begin(Place place);
    void saveState();
    /// Brings back the docks that were hidden, as wide as they were.
    void showCurrent();
    /// Forgets what was moved.
    void resetCurrent();

signals:
    /// Another place is the current one, and its docks are about to be arranged.
    void changing();
    void changed(xs::gui::shell::Place place);

private:
    void enter(Place place);
    void keepCurrent();
    void widen();
    void arrangeCurrent();

    QMainWindow &m_window;
    QSettings &m_settings;
    Docks &m_docks;
    QActionGroup *m_group;
    QHash<int, QByteArray> m_states;
    DockShares *m_shares;
    Place m_current = Place::Design;
    /// The first arrangement gets its widths when the docks are laid out; until then it is not kept.
    QTimer m_settling;
};

} // namespace xs::gui::shell
