// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QList>
#include <QString>

#include <utility>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace xs::gui::shell {

enum class Place;

/// The panes around the window's centre, and which of them stand where in each place. Owned by the window, whose
/// children the docks are.
class Docks
{
public:
    explicit Docks(QMainWindow &window);

    /// The panes, each once. A header becomes the dock's title; without one the dock stands among tabs.
    void addSchema(const QString &title, QWidget *page, QWidget *header);
    void addJobs(const QString &title, QWidget *page, QWidget *header);
    void addConfiguration(const QString &title, const QIcon &icon, QWidget *page);
    void addResults(const QString &title, const QIcon &icon, QWidget *page);

    QList<QDockWidget *> all() const { return {m_schema, m_jobs, m_configuration, m_results}; }
    /// As the place has them at first.
    void arrange(Place place);
    /// Shares of the window's width. Docks that have just been shown take them only once they are laid out.
    void size(Place place);
    /// The shares that the docks at the left and at the right have at first in a window of this width.
    std::pair<int, int> usualWidths(Place place, int windowWidth) const;
    /// How wide the docks at the left and at the right of a place are.
    std::pair<int, int> widths(Place place) const;
    void setWidths(Place place, const std::pair<int, int> &widths);
    void hideAll();
    /// Whether both sides of the place stand in the window.
    bool areShown(Place place) const;
    bool isDesignHidden() const;

private:
    std::pair<QDockWidget *, QDockWidget *> sides(Place place) const;
    QDockWidget *add(const QString &name, const QString &title, QWidget *page, QWidget *header);

    QMainWindow &m_window;
    QDockWidget *m_schema = nullptr;
    QDockWidget *m_jobs = nullptr;
    QDockWidget *m_configuration = nullptr;
    QDockWidget *m_results = nullptr;
};

} // namespace xs::gui::shell
