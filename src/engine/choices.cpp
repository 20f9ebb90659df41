// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/choices.h"

#include "engine/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

bool isTick(const QString &text)
{
    static const QSet<QString> ticks{u"✔"_s, u"✓"_s, u"☑"_s, u"☒"_s, u"✗"_s, u"✘"_s, u"■"_s, u"[x]"_s, u"[X]"_s,
                                     u"(x)"_s, u"(X)"_s, u"X"_s, u"x"_s, u"⊠"_s, u"●"_s, u"◉"_s,
                                     // Boxes of symbol fonts whose letters mean nothing.
                                     u"þ"_s, u"ý"_s, u"\uF0FE"_s, u"\uF0FD"_s, u"\uF0FC"_s, u"\uF052"_s, u"\uF054"_s};
    return ticks.contains(text);
}

bool isEmptyBox(const QString &text)
{
    static const QSet<QString> boxes{u"☐"_s,      u"□"_s,      u"◻"_s,      u"❏"_s,     u"❑"_s,  u"▢"_s,
                                     u"○"_s,      u"◯"_s,      u"[]"_s,     u"[_]"_s,   u"()"_s, u"¨"_s,
                                     u"\uF0A8"_s, u"\uF06F"_s, u"\uF0A3"_s, u"\uF030"_s};
    return boxes.contains(text);
}

/// "llc" for "Limited liability company".
bool isShortFor(const QString &letters, const Text &text, const Span &words)
{
    if (letters.size() < 3 || words.size() < letters.size())
        return false;
    for (qsizetype k = 0; k < letters.size(); ++k)
        if (key(text.tokens[words.first + int(k)].text).left(1) != letters[k])
            return false;
    return true;
}

std::optional<bool> truthOf(const QString &word)
{
    static const QSet<QString> yes{u"yes"_s, u"true"_s, u"ja"_s,      u"oui"_s, u"si"_s,  u"sim"_s,
                                   u"y"_s,   u"on"_s,   u"checked"_s, u"x"_s,   u"wahr"_s};
    static const QSet<QString> no{u"no"_s,  u"false"_s, u"nein"_s, u"non"_s,       u"nee"_s,
                                  u"nao"_s, u"n"_s,     u"off"_s,  u"unchecked"_s, u"falsch"_s};
    if (isTick(word) || yes.contains(fold(word)))
        return true;
    if (no.contains(fold(word)))
        return false;
    return {};
}

Candidate candidateOf(const Json &value, const Span &span, double quality)
{
    Candidate candidate;
    candidate.value = value;
    candidate.spans = {span};
    candidate[Feature::Quality] = quality;
    return candidate;
}

/// The words of an enum's value: "c_corporation" is "c", "corporation".
QStringList wordsOf(const QString &value)
{
    return nameParts(value);
}

/// Where the words of a value stand one after another; abbreviations of long words count ("corp").
std::optional<Span> findWords(const Text &text, const QStringList &words, const Span &tokens, int from)
{
    for (int i = from; i + words.size() <= tokens.last; ++i) {
        bool all = true;
        for (qsizetype k = 0; k < words.size() && all; ++k) {
            const auto &token = text.tokens[i + int(k)];
            const auto word = key(token.text);
            all = word == key(words[k]) || (words[k].size() >= 6 && word.size() >= 4 && words[k].startsWith(word));
            all = all && (k == 0 || token.page == text.tokens[i].page);
        }
        if (all)
            return Span{i, i + int(words.size())};
    }
    return {};
}

} // namespace

std::vector<Candidate> readChoices(const FieldSpec &field, const Text &text, const Span &region)
{
    std::vector<Candidate> result;
    if (field.kind == ValueKind::Boolean) {
        for (int i = region.first; i < region.last; ++i)
            if (const auto truth = truthOf(text.tokens[i].text))
                result.push_back(candidateOf(*truth, {i, i + 1}, 0.8));
        return result;
    }
    for (const auto &value : field.field.enumValues) {
        const auto words = wordsOf(value);
        if (const auto span = words.isEmpty() ? std::nullopt : findWords(text, words, region, region.first))
            result.push_back(candidateOf(toStd(value), *span, 0.9));
    }
    return result;
}

std::vector<Candidate> findChoices(const FieldSpec &field, const Text &text, const Span &tokens)
{
    std::vector<Candidate> result;
    if (field.kind != ValueKind::Choice)
        return result;
    for (const auto &value : field.field.enumValues) {
        const auto words = wordsOf(value);
        if (words.isEmpty() || (words.size() == 1 && words.front().size() < 3))
            continue;
        int from = tokens.first, count = 0;
        while (const auto span = findWords(text, words, tokens, from)) {
            from = span->last;
            const auto before = span->first > tokens.first ? text.tokens[span->first - 1].text : QString();
            if (isEmptyBox(before))
                continue;
            auto candidate = candidateOf(toStd(value), *span, isTick(before) ? 1.0 : 0.4);
            if (isTick(before))
                candidate.spans.insert(candidate.spans.begin(), Span{span->first - 1, span->first});
            result.push_back(candidate);
            if (++count > 8)
                break;
        }
    }
    return result;
}

std::vector<TickBox> findTickBoxes(const Text &text, const Span &tokens)
{
    std::vector<TickBox> boxes;
    for (int i = tokens.first; i < tokens.last; ++i) {
        const auto ticked = isTick(text.tokens[i].text);
        if (!ticked && !isEmptyBox(text.tokens[i].text))
            continue;
        TickBox box{{i, i + 1}, {i + 1, i + 1}, ticked};
        while (box.words.last < tokens.last) {
            const auto &next = text.tokens[box.words.last];
            const auto &before = text.tokens[box.words.last - 1];
            const auto far = box.words.isEmpty() ? 3.0 : 0.9;
            if (next.line != before.line || isTick(next.text) || isEmptyBox(next.text) ||
                next.box.left() - before.box.right() > far * next.box.height())
                break;
            ++box.words.last;
        }
        if (!box.words.isEmpty())
            boxes.push_back(box);
    }
    return boxes;
}

QString choiceIn(const FieldSpec &field, const Text &text, const Span &words)
{
    const auto spoken = key(text.textOf({words.first, std::min(words.last, words.first + 4)}));
    QString best;
    for (const auto &value : field.field.enumValues) {
        const auto wanted = key(value);
        const auto matches = (wanted.size() >= 3 && spoken.startsWith(wanted)) || wanted == key(text.textOf(words)) ||
                             isShortFor(wanted, text, words);
        if (matches && wanted.size() > key(best).size())
            best = value;
    }
    return best;
}

} // namespace xs::engine
