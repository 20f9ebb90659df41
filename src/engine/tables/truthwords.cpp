// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/truthwords.h"

#include "engine/text/words.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// The words of the clauses of a description that say when the field is true, and when it is false. Both are what
/// schemas call them in any language.
std::array<QSet<QString>, 2> truthWords(const FieldSpec &field)
{
    static const QRegularExpression clauses(uR"([,;.])"_s);
    std::array<QSet<QString>, 2> words;
    for (const auto &clause : fold(field.field.description).split(clauses, Qt::SkipEmptyParts)) {
        const auto all = sentenceWords(clause);
        const auto isTrue = all.contains("true"_L1), isFalse = all.contains("false"_L1);
        if (isTrue == isFalse)
            continue;
        for (const auto &word : all)
            if (word != "true"_L1 && word != "false"_L1 && !Lexicon::standard().isIgnored(word))
                words[isTrue].insert(word);
    }
    return words;
}

} // namespace

bool saysTruths(const FieldSpec &field)
{
    if (field.kind != ValueKind::Boolean)
        return false;
    const auto words = truthWords(field);
    return !words[0].isEmpty() && !words[1].isEmpty();
}

std::optional<Candidate> truthIn(const FieldSpec &field, const Workspace &workspace, const Span &cell)
{
    const auto words = truthWords(field);
    for (int t = cell.first; t < cell.last; ++t) {
        const auto word = key(workspace.text.tokens[t].text);
        const auto isTrue = words[1].contains(word);
        if (isTrue == words[0].contains(word))
            continue;
        Candidate candidate;
        candidate.value = isTrue;
        candidate.spans = {{t, t + 1}};
        candidate[Feature::Quality] = 0.8;
        return candidate;
    }
    return {};
}

} // namespace xs::engine
