// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/sectionnames.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr qsizetype mostWordsOfHeading = 6;
constexpr qsizetype mostWordsOfName = 3;
constexpr qsizetype fewestSections = 2;

/// A section that no list asks for.
const QString other;

class SectionNames
{
public:
    SectionNames()
    {
        const auto &data = engineData("sections");
        for (const auto &[kind, section] : member(data, "lists").items()) {
            for (const auto &name : member(section, "names"))
                m_kinds[key(toQString(name))] << toQString(kind);
            for (const auto &word : member(section, "fields"))
                m_kindsOfFields[key(toQString(word))] << toQString(kind);
        }
        for (const auto &name : member(data, "others"))
            if (const auto word = key(toQString(name)); !m_kinds.contains(word))
                m_kinds[word] << other;
        const auto words = [&data](const char *list) {
            QSet<QString> set;
            for (const auto &word : member(data, list))
                set.insert(toQString(word) == "@"_L1 ? u"@"_s : key(toQString(word)));
            return set;
        };
        m_joins = words("joins");
        m_since = words("since");
        m_present = words("present");
        for (const auto *list : {"organisations", "places", "lengths", "subjects", "at", "only", "headlines", "titles",
                                 "years", "documents", "particles"})
            m_entryWords.push_back(words(list));
    }

    static const SectionNames &standard()
    {
        static const SectionNames names;
        return names;
    }

    QStringList kindsOf(const QString &name) const { return m_kinds.value(key(name)); }
    QStringList kindsOfField(const QString &word) const { return m_kindsOfFields.value(key(word)); }
    bool joins(const QString &word) const { return m_joins.contains(key(word)); }
    bool isSince(const QString &word) const { return m_since.contains(key(word)); }
    bool isPresent(const QString &word) const { return m_present.contains(key(word)); }
    bool isEntryWord(const QString &word, EntryWord kind) const
    {
        return m_entryWords[std::size_t(kind)].contains(word == "@"_L1 ? word : key(word));
    }

private:
    QHash<QString, QStringList> m_kinds;
    QHash<QString, QStringList> m_kindsOfFields;
    QSet<QString> m_joins, m_since, m_present;
    /// In the order of EntryWord.
    std::vector<QSet<QString>> m_entryWords;
};

/// The sections that words name, with `other` for those that no list asks for.
QStringList named(QString words)
{
    const auto &names = SectionNames::standard();
    if (const auto bracket = words.indexOf(u'('); bracket > 0)
        words.truncate(bracket);
    if (const auto whole = names.kindsOf(words); !whole.isEmpty())
        return whole;
    const auto parts = words.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() > mostWordsOfHeading)
        return {};
    QStringList found, part;
    for (qsizetype i = 0; i <= parts.size(); ++i) {
        if (i < parts.size() && !names.joins(parts[i]) && lettersIn(parts[i]) > 0) {
            part << parts[i];
            continue;
        }
        found << names.kindsOf(part.join(u' '));
        part.clear();
    }
    return found;
}

/// The sections whose name is a part of a text, the longer part first.
QStringList namedWithin(const QStringList &words)
{
    for (auto length = std::min(mostWordsOfName, words.size()); length > 0; --length)
        for (qsizetype i = 0; i + length <= words.size(); ++i)
            if (auto kinds = SectionNames::standard().kindsOf(words.sliced(i, length).join(u' '));
                !kinds.isEmpty() && kinds.first() != other)
                return kinds;
    return {};
}

} // namespace

QStringList sectionsNamed(const QString &heading)
{
    auto kinds = named(heading);
    kinds.removeAll(other);
    return kinds;
}

bool isSectionName(const QString &words)
{
    return !named(words).isEmpty();
}

bool hasSections(const Text &text, const Span &segments)
{
    QSet<QString> found;
    for (int s = segments.first; s < segments.last && found.size() < fewestSections; ++s)
        if (text.segments[s].tokens.size() <= int(mostWordsOfHeading))
            for (const auto &section : sectionsNamed(text.textOf(text.segments[s].tokens)))
                found.insert(section);
    return found.size() >= fewestSections;
}

QString sectionOfList(const schema::Field &list)
{
    const auto words = nameParts(list.name);
    if (const auto kinds = sectionsNamed(words.join(u' ')); !kinds.isEmpty())
        return kinds.first();
    if (const auto kinds = sectionsNamed(list.title); !kinds.isEmpty())
        return kinds.first();
    QHash<QString, int> votes;
    QString most;
    for (const auto &child : list.children)
        for (const auto &word : nameParts(child.name))
            for (const auto &kind : SectionNames::standard().kindsOfField(word))
                if (++votes[kind] > votes.value(most))
                    most = kind;
    if (!most.isEmpty())
        return most;
    for (const auto &text : {words, sentenceWords(list.description)})
        if (const auto kinds = namedWithin(text); !kinds.isEmpty())
            return kinds.first();
    return {};
}

bool isEntryWord(const QString &word, EntryWord kind)
{
    return SectionNames::standard().isEntryWord(word, kind);
}

bool leadsToPeriod(const QString &word)
{
    return SectionNames::standard().isSince(word);
}

bool endsPeriod(const QString &word)
{
    return SectionNames::standard().isPresent(word);
}

} // namespace xs::engine
