// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/dockshares.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <QLayout>
#include <QMainWindow>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace xs::gui::shell {

namespace {

/// The dock of these that is seen in its place; of tabs the one in front.
QDockWidget *shown(const QList<QDockWidget *> &docks)
{
    const auto found =
        std::ranges::find_if(docks, [](const QDockWidget *dock) { return dock->isVisible() && !dock->isFloating(); });
    return found == docks.end() ? nullptr : *found;
}

} // namespace

DockShares::DockShares(QMainWindow &window, const QList<QDockWidget *> &left, const QList<QDockWidget *> &right)
    : QObject(&window), m_window(window), m_left(left), m_right(right)
{
    window.installEventFilter(this);
    for (auto *dock : left + right)
        dock->installEventFilter(this);
}

void DockShares::settle(QMainWindow &window, const QList<QDockWidget *> &docks, const QList<int> &widths)
{
    // Where several docks grow, Qt takes what is too much in equal parts from them and from the page, so that the page
    // gives way only bit by bit.
    constexpr int passes = 12;
    for (int pass = 0; pass < passes; ++pass) {
        window.resizeDocks(docks, widths, Qt::Horizontal);
        window.layout()->activate();
        int missing = 0;
        for (int i = 0; i < docks.size(); ++i)
            missing += std::abs(docks[i]->width() - widths[i]);
        if (missing <= 4)
            break;
    }
}

bool DockShares::eventFilter(QObject *watched, QEvent *event)
{
    const auto isWindow = watched == &m_window;
    const auto enters = event->type() == QEvent::Show && m_left.contains(watched);
    if (enters || (isWindow && event->type() == QEvent::Resize))
        m_later.start(0, this);
    else if (!isWindow && event->type() == QEvent::Resize && !m_later.isActive() &&
             QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
        remember();
    return QObject::eventFilter(watched, event);
}

void DockShares::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_later.timerId())
        return QObject::timerEvent(event);
    m_later.stop();
    if (m_shares.contains(shown(m_left)))
        apply();
    else
        remember();
}

void DockShares::remember()
{
    const auto *left = shown(m_left);
    const auto *right = shown(m_right);
    if (left && right)
        m_shares.insert(left, {double(left->width()) / m_window.width(), double(right->width()) / m_window.width()});
}

void DockShares::apply()
{
    auto *left = shown(m_left);
    auto *right = shown(m_right);
    if (!left || !right)
        return;
    const auto shares = m_shares.value(left);
    const auto width = [this](double share) { return static_cast<int>(std::lround(share * m_window.width())); };
    settle(m_window, {left, right}, {width(shares.left), width(shares.right)});
}

} // namespace xs::gui::shell
