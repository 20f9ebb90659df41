// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/dockshares.h"

#include "gui/shell/docks.h"
#include "gui/shell/places.h"

#include <QEvent>
#include <QMainWindow>
#include <QSettings>

#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

bool isAbout(const std::pair<int, int> &one, const std::pair<int, int> &other)
{
    // What layouts round.
    constexpr int slack = 8;
    return std::abs(one.first - other.first) <= slack && std::abs(one.second - other.second) <= slack;
}

QString keyOf(int place)
{
    return u"window/shares%1"_s.arg(place);
}

} // namespace

DockShares::DockShares(QMainWindow &window, QSettings &settings, Docks &docks, QObject *parent)
    : QObject(parent), m_window(window), m_settings(settings), m_docks(docks), m_place(Place::Design)
{
    m_fitting.setSingleShot(true);
    connect(&m_fitting, &QTimer::timeout, this, &DockShares::fit);
    for (const auto place : {static_cast<int>(Place::Design), static_cast<int>(Place::Review)}) {
        const auto stored = m_settings.value(keyOf(place)).toList();
        if (stored.size() == 3 && stored[0].toInt() > 0)
            m_shares.insert(place, {stored[0].toInt(), {stored[1].toInt(), stored[2].toInt()}});
    }
    m_window.installEventFilter(this);
}

void DockShares::begin(Place place)
{
    m_place = place;
    m_isActive = !fillsWindow(place) && m_docks.areShown(place);
    if (m_isActive)
        fit();
}

void DockShares::end()
{
    m_isActive = false;
}

void DockShares::forget(Place place)
{
    m_isActive = false;
    m_shares.remove(static_cast<int>(place));
    m_settings.remove(keyOf(static_cast<int>(place)));
}

void DockShares::save() const
{
    for (auto share = m_shares.cbegin(); share != m_shares.cend(); ++share)
        m_settings.setValue(keyOf(share.key()), QVariantList{share->window, share->sides.first, share->sides.second});
}

bool DockShares::eventFilter(QObject *watched, QEvent *event)
{
    // A separator is let go, or the window has another size: both are laid out after this.
    if (m_isActive && event->type() == QEvent::MouseButtonRelease)
        QTimer::singleShot(0, this, &DockShares::takeMoves);
    else if (m_isActive && event->type() == QEvent::Resize && m_window.width() != m_fittedWindow)
        m_fitting.start(0);
    return QObject::eventFilter(watched, event);
}

void DockShares::takeMoves()
{
    if (!m_isActive || !m_docks.areShown(m_place) || m_window.width() != m_fittedWindow)
        return;
    if (const auto now = m_docks.widths(m_place); !isAbout(now, m_fitted)) {
        m_shares.insert(static_cast<int>(m_place), {m_window.width(), now});
        m_fitted = now;
    }
}

std::pair<int, int> DockShares::wanted() const
{
    const auto share = m_shares.constFind(static_cast<int>(m_place));
    if (share == m_shares.cend())
        return m_docks.usualWidths(m_place, m_window.width());
    const auto scale = static_cast<double>(m_window.width()) / share->window;
    return {static_cast<int>(std::lround(share->sides.first * scale)),
            static_cast<int>(std::lround(share->sides.second * scale))};
}

void DockShares::fit()
{
    if (!m_isActive || !m_docks.areShown(m_place))
        return;
    m_docks.setWidths(m_place, wanted());
    m_fitted = m_docks.widths(m_place);
    m_fittedWindow = m_window.width();
}

} // namespace xs::gui::shell
