// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/languageguess.h"

#include "base/json.h"

#include <QFile>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::readers {

namespace {

/// Fewer function words are chance: names and codes look like them.
constexpr int fewestHits = 5;
constexpr double clearly = 1.5;

using Languages = QHash<QString, QStringList>;

/// From a function word to the languages that have it.
const Languages &functionWords()
{
    static const auto words = [] {
        Languages found;
        QFile file(u":/ocr/functionwords.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return found;
        const auto json = parseJson(file.readAll());
        if (json && json->is_object())
            for (const auto &[language, list] : json->items())
                for (const auto &word : list)
                    found[toQString(word)] << QString::fromStdString(language);
        return found;
    }();
    return words;
}

} // namespace

QString languageOf(const std::vector<Word> &words)
{
    QHash<QString, int> hits;
    for (const auto &word : words)
        for (const auto &language : functionWords().value(word.text.toLower()))
            ++hits[language];
    QString best;
    int most = 0, second = 0;
    auto languages = hits.keys();
    // A hash has no order of its own, and ties must not depend on it.
    std::ranges::sort(languages);
    for (const auto &language : languages) {
        const auto count = hits[language];
        if (count > most) {
            second = most;
            most = count;
            best = language;
        } else {
            second = std::max(second, count);
        }
    }
    return most >= fewestHits && most >= clearly * second ? best : QString();
}

int functionWordsIn(const std::vector<Word> &words)
{
    return int(
        std::ranges::count_if(words, [](const Word &word) { return functionWords().contains(word.text.toLower()); }));
}

} // namespace xs::readers
