// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/prosewords.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

namespace xs::engine {

const ProseWords &proseWords()
{
    static const auto words = [] {
        ProseWords result;
        const auto &data = engineData("prose");
        for (const auto &[unit, list] : member(data, "units").items())
            for (const auto &word : list)
                result.units.insert(fold(toQString(word)), QString::fromStdString(unit));
        for (const auto &[word, number] : member(data, "numbers").items())
            result.numbers.insert(QString::fromStdString(word), number.get<int>());
        for (const auto &[scale, list] : member(data, "scales").items())
            for (const auto &word : list)
                result.scales.insert(toQString(word), QString::fromStdString(scale));
        for (const auto &word : member(data, "connectors"))
            result.connectors.insert(toQString(word));
        return result;
    }();
    return words;
}

QString bareWord(const QString &word)
{
    auto text = fold(word);
    while (!text.isEmpty() && !text.front().isLetterOrNumber() && text.front() != u'%')
        text.remove(0, 1);
    while (!text.isEmpty() && !text.back().isLetterOrNumber() && text.back() != u'%' && text.back() != u'²')
        text.chop(1);
    return text;
}

} // namespace xs::engine
