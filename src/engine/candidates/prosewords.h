// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace xs::engine {

/// What sentences say around their values, in all languages: resources/engine/prose.json.
struct ProseWords
{
    QHash<QString, QString> units;
    QHash<QString, int> numbers;
    QSet<QString> connectors;
    /// Words such as "million" and "Mio", and what they are called in English.
    QHash<QString, QString> scales;
};

const ProseWords &proseWords();

/// A word without capitals, accents and the marks around it; a sign for percent stays.
QString bareWord(const QString &word);

} // namespace xs::engine
