// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/places.h"

#include "gui/common/icons.h"
#include "gui/shell/docks.h"
#include "gui/shell/dockshares.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QSettings>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace xs::gui::shell {

namespace {

/// Raised when docks come or go, so that older arrangements are not forced upon them.
constexpr int stateVersion = 1;

QString keyOf(Place place)
{
    const QStringList names{u"design"_s, u"jobs"_s, u"review"_s, u"evaluate"_s};
    return u"window/"_s + names.value(static_cast<int>(place));
}

} // namespace

Places::Places(QMainWindow &window, QSettings &settings, Docks &docks)
    : QObject(&window), m_window(window), m_settings(settings), m_docks(docks), m_group(new QActionGroup(this)),
      m_shares(new DockShares(window, settings, docks, this))
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(200ms);
    connect(&m_settling, &QTimer::timeout, this, &Places::widen);
    const auto add = [this](Place place, const char *name, QStringView icon, const QString &text) {
        auto *action = m_group->addAction(common::icon(icon), text);
        action->setObjectName(QString::fromLatin1(name));
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::CTRL | (Qt::Key_1 + static_cast<int>(place))));
        action->setToolTip(u"%1 (%2)"_s.arg(text, action->shortcut().toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, [this, place] { go(place); });
        m_states.insert(static_cast<int>(place), m_settings.value(keyOf(place)).toByteArray());
    };
    add(Place::Design, "designPlace", u"design", tr("Design"));
    add(Place::Jobs, "jobsPlace", u"jobs", tr("Jobs"));
    add(Place::Review, "reviewPlace", u"review", tr("Review"));
    add(Place::Evaluate, "evaluatePlace", u"evaluate", tr("Evaluate"));
}

QList<QAction *> Places::actions() const
{
    return m_group->actions();
}

QAction *Places::action(Place place) const
{
    return m_group->actions().value(static_cast<int>(place));
}

void Places::begin(Place place)
{
    enter(place);
}

void Places::go(Place place)
{
    action(place)->setChecked(true);
    if (place == m_current)
        return;
    keepCurrent();
    enter(place);
}

void Places::enter(Place place)
{
    m_current = place;
    action(place)->setChecked(true);
    emit changing();
    const auto state = m_states.value(static_cast<int>(place));
    if (state.isEmpty() || !m_window.restoreState(state, stateVersion))
        arrangeCurrent();
    else
        QTimer::singleShot(0, this, &Places::widen);
    emit changed(place);
}

/// Docks that were hidden do not come back as wide as they went, and take a width only once they are laid out.
void Places::widen()
{
    m_shares->begin(m_current);
}

void Places::arrangeCurrent()
{
    m_docks.arrange(m_current);
    m_settling.start();
}

void Places::keepCurrent()
{
    if (m_settling.isActive())
        return;
    m_states.insert(static_cast<int>(m_current), m_window.saveState(stateVersion));
    m_shares->end();
}

void Places::saveState()
{
    keepCurrent();
    for (const auto place : {Place::Design, Place::Jobs, Place::Review, Place::Evaluate})
        m_settings.setValue(keyOf(place), m_states.value(static_cast<int>(place)));
    m_shares->save();
}

void Places::showCurrent()
{
    m_states.remove(static_cast<int>(m_current));
    m_shares->end();
    arrangeCurrent();
}

void Places::resetCurrent()
{
    m_shares->forget(m_current);
    showCurrent();
}

} // namespace xs::gui::shell
