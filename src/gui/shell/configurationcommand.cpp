// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/configurationcommand.h"

#include "api/configurationjson.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

/// Gives the translations their context.
struct Commands
{
    Q_DECLARE_TR_FUNCTIONS(ConfigurationCommand)
};

/// Members of the API's object that differ.
QStringList difference(const domain::Configuration &one, const domain::Configuration &other)
{
    const auto left = api::toJson(one);
    const auto right = api::toJson(other);
    QStringList keys;
    for (const auto &[key, value] : left.items())
        if (!right.contains(key) || right[key] != value)
            keys << toQString(key);
    for (const auto &[key, value] : right.items())
        if (!left.contains(key))
            keys << toQString(key);
    if (one.webhooks != other.webhooks)
        keys << u"webhook_configurations"_s;
    return keys;
}

/// Fields into which people type.
bool isTyped(const QStringList &keys)
{
    static const QStringList typed{u"system_prompt"_s, u"target_pages"_s, u"max_pages"_s, u"extract_version"_s,
                                   u"sheet_names"_s};
    return keys.size() == 1 && typed.contains(keys.front());
}

} // namespace

ConfigurationCommand::ConfigurationCommand(domain::Configuration before, domain::Configuration after, Put put)
    : QUndoCommand(Commands::tr("Change the configuration")), m_before(std::move(before)), m_after(std::move(after)),
      m_put(std::move(put))
{
}

bool ConfigurationCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const ConfigurationCommand *>(other);
    const auto mine = difference(m_before, m_after);
    if (!isTyped(mine) || difference(next->m_before, next->m_after) != mine)
        return false;
    m_after = next->m_after;
    // Typed and taken back: there is nothing to undo.
    setObsolete(m_before == m_after);
    return true;
}

} // namespace xs::gui::shell
