// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/choices.h"

#include "engine/text/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

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

std::optional<bool> truthOfWord(const QString &word)
{
    static const QSet<QString> yes{u"yes"_s, u"true"_s, u"ja"_s,      u"oui"_s, u"si"_s,  u"sim"_s,
                                   u"y"_s,   u"on"_s,   u"checked"_s, u"x"_s,   u"wahr"_s};
    static const QSet<QString> no{u"no"_s,  u"false"_s, u"nein"_s, u"non"_s,       u"nee"_s,
                                  u"nao"_s, u"n"_s,     u"off"_s,  u"unchecked"_s, u"falsch"_s};
    if (yes.contains(fold(word)))
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

/// The words of a span as they are compared, each folded once for all values that are looked for.
class WordFinder
{
public:
    WordFinder(const Text &text, const Span &tokens) : m_text(text), m_tokens(tokens)
    {
        for (int i = tokens.first; i < tokens.last; ++i)
            m_keys << key(text.tokens[i].text);
    }

    /// Where the words of a value stand one after another; abbreviations of long words count ("corp").
    std::optional<Span> find(const QStringList &words, int from) const
    {
        QStringList wanted;
        for (const auto &word : words)
            wanted << key(word);
        for (int i = from; i + words.size() <= m_tokens.last; ++i) {
            bool all = true;
            for (qsizetype k = 0; k < words.size() && all; ++k) {
                const auto &word = m_keys[i - m_tokens.first + k];
                all = word == wanted[k] || (words[k].size() >= 6 && word.size() >= 4 && words[k].startsWith(word));
                all = all && (k == 0 || m_text.tokens[i + int(k)].page == m_text.tokens[i].page);
            }
            if (all)
                return Span{i, i + int(words.size())};
        }
        return {};
    }

private:
    const Text &m_text;
    Span m_tokens;
    QStringList m_keys;
};

/// What the word beside a box says of it: yes or no.
std::optional<bool> truthOf(const Text &text, const TickBox &box)
{
    if (box.words.isEmpty())
        return {};
    const auto word = box.wordsStandBefore ? box.words.last - 1 : box.words.first;
    return truthOfWord(key(text.textOf({word, word + 1})));
}

/// Where boxes stand, only what is ticked counts.
std::vector<Candidate> readBoxes(const FieldSpec &field, const Text &text, const std::vector<TickBox> &boxes)
{
    std::vector<Candidate> result;
    const auto add = [&](const Json &value, const TickBox &box) {
        auto candidate = candidateOf(value, box.mark, 1.0);
        if (!box.words.isEmpty())
            candidate.spans.push_back(box.words);
        result.push_back(std::move(candidate));
    };
    bool saysTruth = false;
    for (const auto &box : boxes) {
        if (field.kind == ValueKind::Boolean) {
            const auto truth = truthOf(text, box);
            saysTruth |= truth.has_value();
            if (truth && box.ticked)
                add(*truth, box);
        } else if (const auto value = box.ticked ? choiceIn(field, text, box) : QString(); !value.isEmpty()) {
            add(toStd(value), box);
        }
    }
    if (field.kind == ValueKind::Boolean && !saysTruth && boxes.size() == 1)
        add(boxes.front().ticked, boxes.front());
    return result;
}

} // namespace

std::vector<Candidate> readChoices(const FieldSpec &field, const Text &text, const Span &region)
{
    const auto boxes = findTickBoxes(text, region);
    if (!boxes.empty())
        return readBoxes(field, text, boxes);
    std::vector<Candidate> result;
    if (field.kind == ValueKind::Boolean) {
        for (int i = region.first; i < region.last; ++i)
            if (const auto truth = truthOfWord(text.tokens[i].text))
                result.push_back(candidateOf(*truth, {i, i + 1}, 0.8));
        return result;
    }
    const WordFinder finder(text, region);
    for (const auto &value : field.field.enumValues) {
        const auto words = wordsOf(value);
        if (const auto span = words.isEmpty() ? std::nullopt : finder.find(words, region.first))
            result.push_back(candidateOf(toStd(value), *span, 0.9));
    }
    return result;
}

std::vector<Candidate> findChoices(const FieldSpec &field, const Text &text, const Span &tokens)
{
    std::vector<Candidate> result;
    if (field.kind != ValueKind::Choice)
        return result;
    const auto boxes = findTickBoxes(text, tokens);
    const WordFinder finder(text, tokens);
    for (const auto &value : field.field.enumValues) {
        const auto words = wordsOf(value);
        if (words.isEmpty() || (words.size() == 1 && words.front().size() < 3))
            continue;
        int from = tokens.first, count = 0;
        while (const auto span = finder.find(words, from)) {
            from = span->last;
            const auto box = std::ranges::find_if(boxes, [&span](const TickBox &b) {
                return b.wordsStandBefore ? b.words.last == span->last : b.words.first == span->first;
            });
            if (box != boxes.end() && !box->ticked)
                continue;
            auto candidate = candidateOf(toStd(value), *span, box != boxes.end() ? 1.0 : 0.4);
            if (box != boxes.end())
                candidate.spans.insert(candidate.spans.begin(), box->mark);
            result.push_back(candidate);
            if (++count > 8)
                break;
        }
    }
    return result;
}

QString choiceIn(const FieldSpec &field, const Text &text, const TickBox &box)
{
    const auto &words = box.words;
    const auto spoken = box.wordsStandBefore ? key(text.textOf({std::max(words.first, words.last - 4), words.last}))
                                             : key(text.textOf({words.first, std::min(words.last, words.first + 4)}));
    QString best;
    for (const auto &value : field.field.enumValues) {
        const auto wanted = key(value);
        const auto named = box.wordsStandBefore ? spoken.endsWith(wanted) : spoken.startsWith(wanted);
        const auto matches =
            (wanted.size() >= 3 && named) || wanted == key(text.textOf(words)) || isShortFor(wanted, text, words);
        if (matches && wanted.size() > key(best).size())
            best = value;
    }
    return best;
}

} // namespace xs::engine
