// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/docks.h"

#include "gui/shell/places.h"

#include <QDockWidget>
#include <QLayout>
#include <QMainWindow>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

Docks::Docks(QMainWindow &window) : m_window(window)
{
    window.setDockNestingEnabled(true);
    window.setDockOptions(window.dockOptions() | QMainWindow::GroupedDragging);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
}

void Docks::addSchema(const QString &title, QWidget *page, QWidget *header)
{
    m_schema = add(u"schemaDock"_s, title, page, header);
}

void Docks::addJobs(const QString &title, QWidget *page, QWidget *header)
{
    m_jobs = add(u"jobsDock"_s, title, page, header);
    // Less would leave nothing of a document's name.
    page->setMinimumWidth(140);
}

void Docks::addConfiguration(const QString &title, const QIcon &icon, QWidget *page)
{
    m_configuration = add(u"configurationDock"_s, title, page, nullptr);
    m_configuration->setWindowIcon(icon);
}

void Docks::addResults(const QString &title, const QIcon &icon, QWidget *page)
{
    m_results = add(u"resultsDock"_s, title, page, nullptr);
    m_results->setWindowIcon(icon);
    // Tabs share the width of the widest, and the form needs less than the tree of values.
    page->setMinimumWidth(280);
}

QDockWidget *Docks::add(const QString &name, const QString &title, QWidget *page, QWidget *header)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->setWidget(page);
    dock->setTitleBarWidget(header ? header : new QWidget(dock));
    m_window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    return dock;
}

void Docks::arrange(Place place)
{
    hideAll();
    if (fillsWindow(place))
        return;
    auto *left = place == Place::Design ? m_schema : m_jobs;
    m_window.addDockWidget(Qt::LeftDockWidgetArea, left);
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_configuration);
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_results);
    m_window.tabifyDockWidget(m_configuration, m_results);
    for (auto *dock : {left, m_configuration, m_results})
        dock->show();
    (place == Place::Design ? m_configuration : m_results)->raise();
    size(place);
}

void Docks::size(Place place)
{
    if (!fillsWindow(place))
        setWidths(place, usualWidths(place, m_window.width()));
}

std::pair<int, int> Docks::usualWidths(Place place, int windowWidth) const
{
    const auto share = [windowWidth](int percent, int least, int most) {
        return std::clamp(windowWidth * percent / 100, least, most);
    };
    if (place == Place::Design)
        return {share(41, 330, 900), share(23, 300, 360)};
    return {share(15, 150, 260), share(44, 500, 900)};
}

std::pair<QDockWidget *, QDockWidget *> Docks::sides(Place place) const
{
    return place == Place::Design ? std::pair(m_schema, m_configuration) : std::pair(m_jobs, m_results);
}

std::pair<int, int> Docks::widths(Place place) const
{
    const auto [left, right] = sides(place);
    return {left->width(), right->width()};
}

void Docks::setWidths(Place place, const std::pair<int, int> &widths)
{
    const auto [left, right] = sides(place);
    // Where both docks grow, Qt takes what is too much in equal parts from them and from the page, so that the page
    // gives way only bit by bit.
    constexpr int passes = 12;
    for (int pass = 0; pass < passes; ++pass) {
        m_window.resizeDocks({left, right}, {widths.first, widths.second}, Qt::Horizontal);
        m_window.layout()->activate();
        if (std::abs(left->width() - widths.first) + std::abs(right->width() - widths.second) <= 4)
            break;
    }
}

void Docks::hideAll()
{
    for (auto *dock : all())
        dock->hide();
}

bool Docks::areShown(Place place) const
{
    const auto [left, right] = sides(place);
    // One of two tabs hides the other.
    return left->isVisible() && (m_configuration->isVisible() || m_results->isVisible());
}

bool Docks::isDesignHidden() const
{
    return m_schema->isHidden() && m_configuration->isHidden() && m_results->isHidden();
}

} // namespace xs::gui::shell
