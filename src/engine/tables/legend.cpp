// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/legend.h"

#include "engine/text/words.h"

#include <QHash>

#include <algorithm>

namespace xs::engine {

namespace {

constexpr qsizetype longestShort = 6;
constexpr int mostWords = 6;

bool endsEntry(const QString &word)
{
    return word.endsWith(u';') || word.endsWith(u',') || word.endsWith(u'.') || word.endsWith(u')');
}

/// What stands behind "=" for the word before it, up to the end of the entry or of the line.
QHash<QString, Span> entriesOf(const Text &text)
{
    QHash<QString, Span> entries;
    const auto &tokens = text.tokens;
    const auto size = int(tokens.size());
    for (int t = 1; t + 1 < size; ++t) {
        if (tokens[t].text.size() != 1 || tokens[t].text[0] != u'=' || tokens[t - 1].line != tokens[t].line ||
            tokens[t - 1].text.size() > longestShort)
            continue;
        Span meaning{t + 1, t + 1};
        while (meaning.last < size && meaning.size() < mostWords && tokens[meaning.last].line == tokens[t].line) {
            ++meaning.last;
            if (endsEntry(tokens[meaning.last - 1].text))
                break;
        }
        if (!meaning.isEmpty())
            entries.insert(key(tokens[t - 1].text), meaning);
    }
    return entries;
}

} // namespace

void explainHeads(TableHead &head, const Workspace &workspace)
{
    const auto &text = workspace.text;
    if (head.lines.isEmpty())
        return;
    const auto entries = entriesOf(text);
    if (entries.isEmpty())
        return;
    for (auto &column : head.columns) {
        if (column.field >= 0 || column.head.isNull())
            continue;
        for (int t = text.lines[head.lines.first].tokens.first; t < text.lines[head.lines.last - 1].tokens.last; ++t) {
            if (!column.head.contains(text.tokens[t].box.center()))
                continue;
            const auto entry = entries.constFind(key(text.tokens[t].text));
            if (entry == entries.constEnd())
                continue;
            const auto meaning = workspace.labels.bagOf(*entry);
            column.bag.insert(column.bag.end(), meaning.begin(), meaning.end());
        }
    }
}

} // namespace xs::engine
