// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/configurationwords.h"

#include "domain/configuration.h"
#include "gui/schemaeditor/configurationpage.h"

namespace xs::gui::schemaeditor {

QString tierName(const QString &tier)
{
    if (tier == domain::tier::costEffective)
        return ConfigurationPage::tr("Cost effective");
    if (tier == domain::tier::agentic)
        return ConfigurationPage::tr("Agentic");
    if (tier == domain::tier::agenticPlus)
        return ConfigurationPage::tr("Agentic plus");
    if (tier == domain::tier::turbo)
        return ConfigurationPage::tr("Turbo");
    return tier == domain::parsetier::fast ? ConfigurationPage::tr("Fast") : tier;
}

QString targetName(const QString &target)
{
    if (target == domain::target::perDocument)
        return ConfigurationPage::tr("Per document");
    if (target == domain::target::perPage)
        return ConfigurationPage::tr("Per page");
    return target == domain::target::perTableRow ? ConfigurationPage::tr("Per table row") : target;
}

} // namespace xs::gui::schemaeditor
