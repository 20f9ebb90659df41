// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/samples.h"

#include "base/json.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

/// The words of resources/samples/manifest.json, so that lupdate finds them.
[[maybe_unused]] constexpr const char *words[] = {
    QT_TRANSLATE_NOOP("Samples", "Invoice"),        QT_TRANSLATE_NOOP("Samples", "2 pages, with line items"),
    QT_TRANSLATE_NOOP("Samples", "Receipt"),        QT_TRANSLATE_NOOP("Samples", "A photo, 7 values"),
    QT_TRANSLATE_NOOP("Samples", "Bank statement"), QT_TRANSLATE_NOOP("Samples", "3 pages, one row per line"),
    QT_TRANSLATE_NOOP("Samples", "Form"),           QT_TRANSLATE_NOOP("Samples", "Filled in, with check boxes"),
    QT_TRANSLATE_NOOP("Samples", "Contract"),       QT_TRANSLATE_NOOP("Samples", "40 pages, 14 values"),
};

QString translated(const QString &text)
{
    return QCoreApplication::translate("Samples", text.toUtf8().constData());
}

} // namespace

std::vector<Sample> readSamples(const QString &folder)
{
    std::vector<Sample> samples;
    const QDir place(folder);
    const auto manifest = readJsonFile(place.filePath(u"manifest.json"_s));
    if (!manifest || !member(*manifest, "documents").is_array())
        return samples;
    for (const auto &entry : member(*manifest, "documents")) {
        const auto text = [&entry](const char *key) { return stringMember(entry, key).value_or(QString()); };
        samples.push_back({text("name"), translated(text("title")), translated(text("description")),
                           place.filePath(text("file")), place.filePath(text("schema")), text("extraction_target")});
    }
    return samples;
}

} // namespace xs::gui::shell
