// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/templates.h"

#include "base/datafolder.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace xs::schema {

std::vector<Template> templates(const QString &folder)
{
    std::vector<Template> all;
    const QDir place(folder.isEmpty() ? dataFolder(u"templates"_s).value_or(QString()) : folder);
    const auto manifest = readJsonFile(place.filePath(u"manifest.json"_s));
    if (!manifest || !member(*manifest, "templates").is_array())
        return all;
    for (const auto &entry : member(*manifest, "templates")) {
        const auto text = [&entry](const char *key) { return stringMember(entry, key).value_or(QString()); };
        all.push_back({text("name"), text("title"), text("description"), text("icon"),
                       place.filePath(text("name") + u".schema.json"_s)});
    }
    return all;
}

} // namespace xs::schema
