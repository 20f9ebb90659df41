// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

#include <utility>

class QMainWindow;
class QSettings;

namespace xs::gui::shell {

class Docks;
enum class Place;

/// The panes' shares of the window: one that grows or shrinks takes the panes at both sides along, and gives them back
/// what they had. Panes that nobody moved have their usual shares. Owned by Places.
class DockShares final : public QObject
{
    Q_OBJECT

public:
    DockShares(QMainWindow &window, QSettings &settings, Docks &docks, QObject *parent);

    /// Gives the place's docks their widths, and keeps them from now on. They must be laid out.
    void begin(Place place);
    /// Looks after the place no more.
    void end();
    /// Back to the usual shares.
    void forget(Place place);
    void save() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What somebody chose: widths of both sides in a window of this width.
    struct Share
    {
        int window = 0;
        std::pair<int, int> sides;
    };

    std::pair<int, int> wanted() const;
    void takeMoves();
    void fit();

    QMainWindow &m_window;
    QSettings &m_settings;
    Docks &m_docks;
    QHash<int, Share> m_shares;
    Place m_place;
    bool m_isActive = false;
    /// As fit() left them, in a window of that width: what differs was moved by hand.
    std::pair<int, int> m_fitted;
    int m_fittedWindow = 0;
    /// A window lays itself out after it was told its size.
    QTimer m_fitting;
};

} // namespace xs::gui::shell
