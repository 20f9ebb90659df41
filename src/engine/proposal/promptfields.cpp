// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/proposal/promptfields.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr qsizetype longestPrompt = 20'000;
constexpr qsizetype mostWordsOfField = 6;
constexpr std::size_t mostFields = 100;

QStringList phrases(const char *which)
{
    QStringList list;
    for (const auto &phrase : member(member(engineData("proposal"), "prompt"), which))
        list << toQString(phrase);
    return list;
}

/// A pattern of any of the phrases as whole words, the longer first.
QString anyOf(const char *which)
{
    auto list = phrases(which);
    std::ranges::stable_sort(list, [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (auto &phrase : list)
        phrase = QRegularExpression::escape(phrase);
    return u"(?<![\\w])(?:%1)(?![\\w])"_s.arg(list.join(u'|'));
}

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption |
                                        QRegularExpression::UseUnicodePropertiesOption);
}

/// Takes a beginning off as long as there is one; says whether there was.
bool takeLead(QString &text, const QRegularExpression &lead)
{
    bool taken = false;
    for (;;) {
        text = text.trimmed();
        const auto match = lead.match(text);
        if (!match.hasMatch() || match.capturedLength() == 0)
            return taken;
        text = text.sliced(match.capturedEnd());
        taken = true;
    }
}

bool isPlural(const QString &folded)
{
    const auto last = folded.section(u' ', -1);
    return last.size() > 3 && last.endsWith(u's') && !last.endsWith("ss"_L1) && !last.endsWith("us"_L1) &&
           !last.endsWith("is"_L1) && !phrases("singular").contains(last);
}

QString withoutPlural(const QString &name)
{
    if (name.endsWith("ies"_L1))
        return name.chopped(3) + u'y';
    return name.endsWith(u's') && !name.endsWith("ss"_L1) ? name.chopped(1) : name;
}

class PromptReader
{
public:
    PromptFields read(const QString &prompt)
    {
        static const auto everything = pattern(anyOf("everything"));
        static const QRegularExpression sentences(uR"([\n\r;]+|[.!?](?:\s+|$)|^\s*[-*•]\s*)"_s,
                                                  QRegularExpression::MultilineOption);
        m_result.everything = everything.match(prompt).hasMatch();
        auto rest = prompt.left(longestPrompt);
        rest.remove(everything);
        for (const auto &sentence : rest.split(sentences, Qt::SkipEmptyParts))
            readSentence(sentence);
        return std::move(m_result);
    }

private:
    struct Piece
    {
        QString text;
        /// Comes behind an "and", which ends an enumeration.
        bool isLast = false;
    };

    /// "a (b, c), d and e" as pieces; commas inside brackets do not part.
    static std::vector<Piece> piecesOf(const QString &sentence)
    {
        static const auto parting = pattern(u"\\([^()]*\\)|(,)|(\\s%1\\s)|(\\s&\\s)"_s.arg(anyOf("and")));
        std::vector<Piece> pieces;
        qsizetype start = 0;
        bool isLast = false;
        const auto add = [&](qsizetype end, bool nextIsLast) {
            const auto text = sentence.sliced(start, end - start).trimmed();
            if (!text.isEmpty())
                pieces.push_back({text, isLast});
            // "a, b, and c": the comma before "and" parts nothing.
            isLast = nextIsLast;
        };
        for (auto matches = parting.globalMatch(sentence); matches.hasNext();) {
            const auto match = matches.next();
            if (match.lastCapturedIndex() < 1)
                continue;
            add(match.capturedStart(), match.capturedStart(1) < 0);
            start = match.capturedEnd();
        }
        add(sentence.size(), false);
        return pieces;
    }

    void readSentence(const QString &sentence)
    {
        static const auto with = pattern(u"\\s(?:%1)\\s|:\\s"_s.arg(anyOf("with")));
        static const QRegularExpression brackets(uR"(^(.*?)\(([^()]*)\)\s*$)"_s);
        FieldDraft *owner = nullptr;
        for (const auto &piece : piecesOf(sentence)) {
            if (const auto match = brackets.match(piece.text); match.hasMatch()) {
                const auto inner = piecesOf(match.captured(2));
                auto *outer = add(m_result.fields, match.captured(1));
                for (const auto &one : inner)
                    if (outer && (inner.size() > 1 || outer->list))
                        add(outer->members, one.text);
                owner = nullptr;
                continue;
            }
            if (const auto match = with.match(piece.text); match.hasMatch()) {
                auto *outer = add(m_result.fields, piece.text.first(match.capturedStart()));
                const auto member = piece.text.sliced(match.capturedEnd());
                // "The following fields: number" names no thing that has a number.
                owner = outer && add(outer->members, member) ? outer : nullptr;
                if (!outer)
                    (void)add(m_result.fields, member);
                continue;
            }
            (void)add(owner ? owner->members : m_result.fields, piece.text);
            if (piece.isLast)
                owner = nullptr;
        }
    }

    /// Adds the field that a phrase names. Null when it names none.
    FieldDraft *add(std::vector<FieldDraft> &fields, QString phrase)
    {
        static const auto lead = pattern(u"^(?:%1|%2)(?=[\\s:]|$)\\s*:?"_s.arg(anyOf("lead"), anyOf("and")));
        static const auto every = pattern(u"^%1\\s+"_s.arg(anyOf("every")));
        static const auto tail = pattern(u"\\s%1.*$"_s.arg(anyOf("tail")));
        (void)takeLead(phrase, lead);
        const auto many = takeLead(phrase, every);
        (void)takeLead(phrase, lead);
        phrase.remove(tail);
        const auto words = sentenceWords(phrase);
        if (words.isEmpty() || words.size() > mostWordsOfField || fields.size() >= mostFields ||
            std::ranges::none_of(phrase, [](QChar c) { return c.isLetter(); }))
            return nullptr;
        const auto folded = words.join(u' ');
        FieldDraft draft;
        draft.list = phrases("lists").contains(folded) || (many && isPlural(folded));
        draft.name = draft.list ? listName(words) : fieldName(phrase);
        draft.label = phrase.simplified();
        draft.description = fieldDescription(draft.name, draft.label);
        draft.shape = draft.list ? ValueShape() : shapeOfName(draft.name);
        draft.isPlural = isPlural(folded);
        if (phrases("items").contains(folded))
            draft.name = u"line_items"_s;
        if (std::ranges::any_of(fields, [&draft](const FieldDraft &other) { return other.name == draft.name; }))
            return nullptr;
        draft.place = int(fields.size());
        fields.push_back(std::move(draft));
        return &fields.back();
    }

    /// A list keeps its plural: "bank accounts" → bank_accounts.
    static QString listName(const QStringList &words)
    {
        const auto name = fieldName(words.join(u' '));
        const auto last = words.back();
        return name.endsWith(u'_' + last) || name == last || name.endsWith(u's') || !name.endsWith(withoutPlural(last))
                   ? name
                   : name + u's';
    }

    PromptFields m_result;
};

/// Members make an object of a field, and a list of objects of a plural. A list of goods has its usual columns.
void settle(FieldDraft &draft)
{
    if (!draft.members.empty()) {
        draft.list |= draft.isPlural;
        draft.namesMembers = true;
        for (auto &column : draft.members)
            settle(column);
    } else if (draft.list && draft.name == "line_items"_L1) {
        draft.members = usualColumns();
    }
}

} // namespace

std::vector<FieldDraft> usualColumns()
{
    std::vector<FieldDraft> columns;
    for (const auto &entry : member(engineData("proposal"), "columns")) {
        FieldDraft draft;
        draft.name = toQString(entry["name"]);
        draft.description = toQString(entry["description"]);
        draft.shape = shapeOfName(draft.name);
        columns.push_back(std::move(draft));
    }
    return columns;
}

PromptFields readPrompt(const QString &prompt)
{
    auto result = PromptReader().read(prompt);
    for (auto &draft : result.fields)
        settle(draft);
    return result;
}

} // namespace xs::engine
