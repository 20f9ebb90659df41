// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/resumeperson.h"

#include "engine/candidates/values.h"
#include "engine/fields/sectionnames.h"
#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int fewestWords = 2;
constexpr int mostWords = 5;
constexpr int mostWordsOfHeadline = 9;
/// The part of the first page where the name stands.
constexpr double top = 0.3;
/// In heights of the name's words.
constexpr double farthestHeadline = 2;
constexpr double sameEdge = 1;
constexpr double likelihoodOfName = 0.9;
constexpr double likelihoodOfHeadline = 0.8;
constexpr double likelihoodOfAge = 0.8;
constexpr double likelihoodOfAddress = 0.85;
constexpr int fewestWordsOfAddress = 4;

/// What a field asks of the person.
enum class Wanted { Nothing, Name, GivenName, FamilyName, Headline, Age, Address };

Wanted wantedBy(const FieldSpec &field)
{
    if (field.party != Party::None)
        return Wanted::Nothing;
    if (field.kind == ValueKind::Integer && field.nameSays("age"_L1))
        return Wanted::Age;
    if (field.kind == ValueKind::Address && !field.nameSays("birth"_L1))
        return Wanted::Address;
    if (field.kind != ValueKind::Name && field.kind != ValueKind::Text)
        return Wanted::Nothing;
    if (std::ranges::any_of(field.nameWords, [](const auto &word) { return isEntryWord(word, EntryWord::Headline); }))
        return Wanted::Headline;
    const auto given = field.nameSays("firstname"_L1), family = field.nameSays("lastname"_L1);
    if (given != family)
        return given ? Wanted::GivenName : Wanted::FamilyName;
    if (field.kind != ValueKind::Name || field.nameSays("company"_L1) || field.nameSays("employer"_L1))
        return Wanted::Nothing;
    // A name of one word, or with what says that it is all of it; "reference name" is another's.
    return given || (field.nameSays("name"_L1) && field.nameWords.size() <= 2) ? Wanted::Name : Wanted::Nothing;
}

class PersonReader
{
public:
    PersonReader(const Workspace &workspace, const SearchArea &area)
        : m_text(workspace.text), m_page(workspace.text.page(area.firstPage))
    {
        for (int s = m_page.segments.first; s < m_page.segments.last; ++s) {
            const auto &segment = m_text.segments[s];
            // The first heading is below the name or beside it.
            if (!sectionsNamed(m_text.textOf(segment.tokens)).isEmpty())
                break;
            const auto words = nameIn(segment);
            const auto isTaller =
                m_segment < 0 || segment.box.height() > 1.05 * m_text.segments[m_segment].box.height();
            if (segment.box.top() < top * m_page.size.height() && !words.isEmpty() && isTaller) {
                m_segment = s;
                m_name = words;
            }
        }
    }

    const Span &name() const { return m_name; }

    /// The last word, or those in capitals where others are not.
    Span familyName() const
    {
        if (m_name.isEmpty())
            return m_name;
        auto first = m_name.last - 1;
        const auto isLoud = [this](int word) {
            const auto &text = m_text.tokens[word].text;
            return text.size() > 2 && text == text.toUpper();
        };
        if (!isLoud(m_name.first))
            while (first - 1 > m_name.first && isLoud(first - 1) && isLoud(first))
                --first;
        return {first, m_name.last};
    }

    /// The line below the name, where it is no address and no heading.
    std::optional<Span> headline() const
    {
        if (m_segment < 0)
            return {};
        const auto &name = m_text.segments[m_segment];
        const auto height = std::max(1.0, name.box.height());
        for (int s = m_segment + 1; s < m_page.segments.last; ++s) {
            const auto &segment = m_text.segments[s];
            const auto gap = segment.box.top() - name.box.bottom();
            if (gap > farthestHeadline * height)
                return {};
            const auto isBelow = segment.line > name.line &&
                                 (std::abs(segment.box.left() - name.box.left()) < sameEdge * height ||
                                  std::abs(segment.box.center().x() - name.box.center().x()) < sameEdge * height ||
                                  std::abs(segment.box.right() - name.box.right()) < sameEdge * height);
            if (!isBelow)
                continue;
            const auto words = m_text.textOf(segment.tokens);
            const auto isTitle = segment.tokens.size() <= mostWordsOfHeadline && !hasDigit(words) &&
                                 !words.contains(u'@') && !words.contains(u':') && lettersIn(words) > 3 &&
                                 !words.endsWith(u'.') && !isSectionName(words);
            return isTitle ? std::optional(segment.tokens) : std::nullopt;
        }
        return {};
    }

    /// A part of a line with a street and a postal code.
    std::optional<Span> address() const
    {
        return partOfHead([this](const Span &words) {
            const auto last = m_text.textOf(words);
            return words.size() >= fewestWordsOfAddress && hasDigit(last) && last.contains(u',') &&
                   addressLine(m_text, words).has_value();
        });
    }

    /// The number in "28 years" at the top.
    std::optional<Span> age() const
    {
        for (int i = m_page.tokens.first; i + 1 < m_page.tokens.last; ++i) {
            auto number = m_text.tokens[i].text;
            number.removeIf([](QChar c) { return c == u'('; });
            if (m_text.tokens[i].box.top() < top * m_page.size.height() && number.size() == 2 && isDigits(number) &&
                isEntryWord(m_text.tokens[i + 1].text, EntryWord::Year))
                return Span{i, i + 1};
        }
        return {};
    }

private:
    /// The first part of a line at the top of the first page that is what is asked for. Parts stand apart, or
    /// have signs between them.
    template <typename Test>
    std::optional<Span> partOfHead(Test isWanted) const
    {
        for (int s = m_page.segments.first; s < m_page.segments.last; ++s) {
            const auto &segment = m_text.segments[s];
            if (segment.box.top() > top * m_page.size.height())
                return {};
            if (s == m_segment && segment.tokens.size() == m_name.size())
                continue;
            for (const auto &part : partsBySigns(segment.tokens))
                if (isWanted(part))
                    return part;
        }
        return {};
    }

    std::vector<Span> partsBySigns(const Span &words) const
    {
        std::vector<Span> parts;
        Span part{words.first, words.first};
        for (int i = words.first; i <= words.last; ++i) {
            if (i < words.last && !isSeparator(m_text.tokens[i].text) &&
                lettersIn(m_text.tokens[i].text) + digitsIn(m_text.tokens[i].text) > 0) {
                part.last = i + 1;
                continue;
            }
            if (!part.isEmpty())
                parts.push_back(part);
            part = {i + 1, i + 1};
        }
        return parts;
    }

    /// Two to five words that begin with capitals, without titles before them.
    Span nameIn(const Segment &segment) const
    {
        auto words = segment.tokens;
        // The name may stand beside its heading, and before what else is said of the person.
        for (auto last = words.last - fewestWords; last > words.first; --last)
            if (isSectionName(m_text.textOf({words.first, last}))) {
                words.first = last;
                break;
            }
        for (int i = words.first + 1; i < words.last; ++i)
            if (const auto &word = m_text.tokens[i].text; word.size() == 1 && !word[0].isLetterOrNumber())
                words.last = i;
        while (!words.isEmpty() && isEntryWord(m_text.tokens[words.first].text, EntryWord::Title))
            ++words.first;
        const auto text = m_text.textOf(words);
        if (words.size() < fewestWords || words.size() > mostWords || hasDigit(text) || text.contains(u':') ||
            text.contains(u'@') || text.contains(u',') || isSectionName(text))
            return {};
        for (int i = words.first; i < words.last; ++i) {
            const auto &word = m_text.tokens[i].text;
            const auto isParticle = i > words.first && i + 1 < words.last && isEntryWord(word, EntryWord::Particle);
            if ((!word[0].isUpper() && !isParticle) || isEntryWord(word, EntryWord::Document))
                return {};
        }
        return words;
    }

    const Text &m_text;
    const Page &m_page;
    int m_segment = -1;
    Span m_name;
};

} // namespace

void addResumePerson(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
                     std::vector<std::vector<Candidate>> &candidates)
{
    const auto isWanted = std::ranges::any_of(fields, [](const auto &f) { return wantedBy(f) != Wanted::Nothing; });
    if (area.segments.isEmpty() || !isWanted || !hasSections(workspace.text, area.segments))
        return;
    const auto &text = workspace.text;
    const PersonReader person(workspace, area);
    const auto asksGivenName =
        std::ranges::any_of(fields, [](const auto &f) { return wantedBy(f) == Wanted::GivenName; });
    for (std::size_t f = 0; f < fields.size(); ++f) {
        auto wanted = wantedBy(fields[f]);
        // Beside a given name, the name is the family's.
        if (wanted == Wanted::Name && asksGivenName)
            wanted = Wanted::FamilyName;
        const auto add = [&](const std::optional<Span> &words, double likelihood) {
            if (!words || words->isEmpty())
                return;
            Candidate candidate;
            const auto value = cleanText(text.textOf(*words));
            candidate.value = wanted == Wanted::Age ? Json(QString(value).remove(u'(').toInt()) : Json(toStd(value));
            candidate.spans = {*words};
            candidate[Feature::Unlabelled] = 1;
            candidate[Feature::Likelihood] = likelihood;
            candidate[Feature::Quality] = 0.9;
            candidate.isPart = wanted == Wanted::GivenName || wanted == Wanted::FamilyName;
            setPlaceFeatures(candidate, area, text);
            setCommonFeatures(candidate, fields[f], text);
            candidate.score = scoreOf(candidate.features);
            candidates[f].push_back(std::move(candidate));
        };
        if (wanted == Wanted::Name)
            add(person.name(), likelihoodOfName);
        else if (wanted == Wanted::GivenName)
            add(Span{person.name().first, person.familyName().first}, likelihoodOfName);
        else if (wanted == Wanted::FamilyName)
            add(person.familyName(), likelihoodOfName);
        else if (wanted == Wanted::Headline)
            add(person.headline(), likelihoodOfHeadline);
        else if (wanted == Wanted::Address)
            add(person.address(), likelihoodOfAddress);
        else if (wanted == Wanted::Age)
            add(person.age(), likelihoodOfAge);
    }
}

} // namespace xs::engine
