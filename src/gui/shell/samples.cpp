// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/samples.h"

#include "base/json.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

std::vector<Sample> readSamples(const QString &folder)
{
    std::vector<Sample> samples;
    const QDir place(folder);
    const auto manifest = readJsonFile(place.filePath(u"manifest.json"_s));
    if (!manifest || !member(*manifest, "documents").is_array())
        return samples;
    for (const auto &entry : member(*manifest, "documents")) {
        const auto text = [&entry](const char *key) { return stringMember(entry, key).value_or(QString()); };
        samples.push_back({text("name"), text("title"), text("description"), place.filePath(text("file")),
                           place.filePath(text("schema")), text("extraction_target")});
    }
    return samples;
}

} // namespace xs::gui::shell
