// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/plainlists.h"

#include "engine/candidates/choices.h"
#include "engine/candidates/resultnodes.h"
#include "engine/candidates/values.h"
#include "engine/fields/sectionnames.h"
#include "engine/tables/sectionheads.h"
#include "engine/tables/sectionlines.h"
#include "engine/text/words.h"

#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostEntries = 40;
constexpr int mostWordsOfEntry = 10;
/// Gap between entries in heights of their words, and how far an entry may start from the heading's left edge.
constexpr double widestGap = 2.2;
constexpr double farthestIndent = 4;
constexpr double leastHeading = 0.8;
/// Log-odds of an entry under a good heading.
constexpr double headingScore = 0.6;
constexpr double tickScore = 2.0;

class ListReader
{
public:
    ListReader(const schema::Field &list, const Workspace &workspace, const SearchArea &area)
        : m_workspace(workspace), m_text(workspace.text), m_area(area), m_element(list)
    {
        m_element.list = false;
        m_field = fieldSpec(m_element, {}, workspace.lexicon);
        for (const auto &word : sentenceWords(m_element.description))
            m_isOnlyName |= isEntryWord(word, EntryWord::Only);
    }

    std::vector<Candidate> read() const
    {
        return m_field.kind == ValueKind::Choice                                    ? ticked()
               : m_field.kind == ValueKind::Text || m_field.kind == ValueKind::Name ? listed()
                                                                                    : std::vector<Candidate>();
    }

    const schema::Field &element() const { return m_element; }

    std::vector<Candidate> listed() const
    {
        const auto hits = m_workspace.labels.hits({m_field}, m_area.segments).front();
        for (const auto &hit : hits) {
            const auto heading =
                hit.similarity >= leastHeading && hit.startsSegment && (hit.endsSegment || hit.endsWithColon);
            if (!heading && !hit.startsSegment)
                continue;
            if (auto found = tickedUnder(hit))
                return *found;
            if (!heading)
                continue;
            if (auto found = entriesUnder(hit); !found.empty())
                return found;
        }
        return underHeads();
    }

private:
    bool hasMark(const SectionLine &line) const
    {
        const auto &word = m_text.tokens[m_text.segments[line.segments.front()].tokens.first].text;
        return word.size() == 1 && (!word[0].isLetterOrNumber() || word == "e"_L1);
    }

    /// Many words without a comma.
    bool isProse(const Span &words) const
    {
        return words.size() > mostWordsOfEntry + 2 &&
               std::none_of(m_text.tokens.begin() + words.first, m_text.tokens.begin() + words.last,
                            [](const Token &token) { return token.text.endsWith(u','); });
    }

    /// A line without a mark goes on with the entry that has one.
    void addToLast(const SectionLine &line, std::vector<Candidate> &found) const
    {
        const auto &words = m_text.segments[line.segments.front()].tokens;
        auto &last = found.back();
        last.value = toStd(toQString(last.value) + u' ' + cleanText(m_text.textOf(words)));
        last.spans.push_back(words);
    }

    /// Under the heading of a résumé's section that the list asks for.
    std::vector<Candidate> underHeads() const
    {
        std::vector<Candidate> found;
        if (sectionOfList(m_element).isEmpty() || !hasSections(m_text, m_area.segments))
            return found;
        for (const auto head : headsOf(m_element, m_workspace, m_area)) {
            const auto lines = linesUnder(m_text.segments[head], m_text, m_area);
            const auto isMarked = std::ranges::any_of(lines, [this](const auto &line) { return hasMark(line); });
            for (const auto &line : lines) {
                if (isMarked && !hasMark(line) && !found.empty()) {
                    addToLast(line, found);
                    continue;
                }
                if (std::ranges::any_of(line.segments, [this](int s) { return isProse(m_text.segments[s].tokens); }))
                    break;
                for (const auto segment : line.segments)
                    addParts(m_text.segments[segment].tokens, found, !isMarked);
            }
            if (!found.empty())
                break;
        }
        return found;
    }

    std::vector<Candidate> ticked() const
    {
        const Span tokens{m_text.segments[m_area.segments.first].tokens.first,
                          m_text.segments[m_area.segments.last - 1].tokens.last};
        std::vector<Candidate> found;
        for (const auto &box : boxesOfRow(findTickBoxes(m_text, tokens))) {
            const auto value = box.ticked ? choiceIn(m_field, m_text, box) : QString();
            const auto known =
                std::ranges::any_of(found, [&value](const Candidate &c) { return c.value == toStd(value); });
            if (!value.isEmpty() && !known)
                found.push_back(candidate(value, {box.mark, box.words}, tickScore));
        }
        return found;
    }

    /// Where several boxes are for the same value, those of the line that the field's words name; else all.
    std::vector<TickBox> boxesOfRow(std::vector<TickBox> boxes) const
    {
        QSet<QString> values;
        const auto isRepeated = std::ranges::any_of(boxes, [&](const TickBox &box) {
            const auto value = choiceIn(m_field, m_text, box);
            const auto known = values.contains(value);
            values.insert(value);
            return known && !value.isEmpty();
        });
        if (!isRepeated)
            return boxes;
        const auto hits = m_workspace.labels.hits({m_field}, m_area.segments).front();
        for (const auto &hit : hits) {
            const auto line = m_text.segments[hit.segment].line;
            const auto isBehind = [&](const TickBox &box) {
                return m_text.tokens[box.mark.first].line == line && box.mark.first >= hit.span.last;
            };
            if (hit.similarity < leastHeading || std::ranges::count_if(boxes, isBehind) < 2)
                continue;
            std::erase_if(boxes, [&isBehind](const TickBox &box) { return !isBehind(box); });
            return boxes;
        }
        return boxes;
    }

    /// What is ticked behind a label, or in the lines below it that have boxes; nothing when there are too few boxes.
    std::optional<std::vector<Candidate>> tickedUnder(const LabelHit &hit) const
    {
        const auto &head = m_text.segments[hit.segment];
        const auto &page = m_text.page(head.page);
        auto boxes = findTickBoxes(m_text, {hit.span.last, m_text.lines[head.line].tokens.last});
        auto bottom = head.box.bottom();
        for (int l = head.line + 1; l < page.lines.last && boxes.size() < std::size_t(mostEntries); ++l) {
            const auto &line = m_text.lines[l];
            const auto more = findTickBoxes(m_text, line.tokens);
            // Boxes behind a label belong to that.
            if (more.empty() || more.front().words.isEmpty() ||
                std::min(more.front().mark.first, more.front().words.first) != line.tokens.first ||
                line.box.top() - bottom > widestGap * std::max(1.0, line.wordHeight))
                break;
            boxes.insert(boxes.end(), more.begin(), more.end());
            bottom = line.box.bottom();
        }
        if (boxes.size() < 2)
            return {};
        std::vector<Candidate> found;
        for (const auto &box : boxes) {
            if (!box.ticked || box.words.isEmpty())
                continue;
            auto words = box.words;
            // "Other: shellfish"
            for (int t = words.first; t + 1 < words.last; ++t)
                if (m_text.tokens[t].text.endsWith(u':'))
                    words.first = t + 1;
            found.push_back(candidate(cleanText(m_text.textOf(words)), {box.mark, words}, tickScore));
        }
        return found;
    }

    /// The lines below the heading in its column, up to a gap, a line that looks like another heading or a label.
    std::vector<Candidate> entriesUnder(const LabelHit &hit) const
    {
        std::vector<Candidate> found;
        const auto &head = m_text.segments[hit.segment];
        if (hit.span.last < head.tokens.last)
            addParts({hit.span.last, head.tokens.last}, found);
        if (!found.empty())
            return found;
        if (const auto beside = besideLabel(hit))
            return entriesBeside(*beside);
        const auto &page = m_text.page(head.page);
        auto bottom = head.box.bottom();
        for (int l = head.line + 1; l < page.lines.last && int(found.size()) < mostEntries; ++l) {
            const auto segment = below(head, l);
            if (segment < 0) {
                if (m_text.lines[l].box.top() - bottom > 2 * widestGap * head.box.height())
                    break;
                continue;
            }
            const auto &entry = m_text.segments[segment];
            const auto gap = (entry.box.top() - bottom) / std::max(1.0, entry.box.height());
            if (gap > (found.empty() ? 2 : 1) * widestGap || isHeading(entry, head))
                break;
            if (entry.tokens.size() > mostWordsOfEntry + 2)
                break;
            addParts(entry.tokens, found);
            bottom = entry.box.bottom();
        }
        return found;
    }

    /// The segment right of a label where labels stand at the left and what they are for at the right: what stands
    /// below the label has its own text in the same place.
    std::optional<int> besideLabel(const LabelHit &hit) const
    {
        const auto &head = m_text.segments[hit.segment];
        const auto beside = hit.segment + 1;
        if (beside >= std::min(m_text.lines[head.line].segments.last, m_area.segments.last))
            return {};
        const auto &text = m_text.segments[beside];
        const auto height = std::max(1.0, head.box.height());
        const auto isInPlace = [&](int line) {
            for (int s = m_text.lines[line].segments.first; s < m_text.lines[line].segments.last; ++s)
                if (std::abs(m_text.segments[s].box.left() - text.box.left()) < 0.5 * height)
                    return true;
            return false;
        };
        const auto last = m_text.page(head.page).lines.last;
        for (int l = head.line + 1; l < last && m_text.lines[l].box.top() - head.box.bottom() < 2 * widestGap * height;
             ++l)
            if (below(head, l) >= 0 && below(head, l) != beside)
                return isInPlace(l) ? std::optional(beside) : std::nullopt;
        return beside;
    }

    /// The parts of a text beside a label, and of the lines close below it that go on with it.
    std::vector<Candidate> entriesBeside(int segment) const
    {
        std::vector<Candidate> found;
        addParts(m_text.segments[segment].tokens, found);
        const auto &text = m_text.segments[segment];
        auto bottom = text.box.bottom();
        const auto height = std::max(1.0, text.box.height());
        for (int l = text.line + 1; l < m_text.page(text.page).lines.last; ++l) {
            const auto &line = m_text.lines[l];
            const auto &first = m_text.segments[line.segments.first];
            if (line.box.top() - bottom > widestGap * height ||
                std::abs(first.box.left() - text.box.left()) > 0.5 * height)
                break;
            addParts(first.tokens, found);
            bottom = first.box.bottom();
        }
        return found;
    }

    int below(const Segment &head, int line) const
    {
        const auto height = std::max(1.0, head.box.height());
        for (int s = m_text.lines[line].segments.first; s < m_text.lines[line].segments.last; ++s) {
            const auto &box = m_text.segments[s].box;
            if (s < m_area.segments.last && box.left() > head.box.left() - height &&
                box.left() < head.box.left() + farthestIndent * height)
                return s;
        }
        return -1;
    }

    bool isHeading(const Segment &entry, const Segment &head) const
    {
        const auto words = m_text.textOf(entry.tokens);
        const auto headWords = m_text.textOf(head.tokens);
        const auto shouts = headWords == headWords.toUpper() && words == words.toUpper() && words != words.toLower() &&
                            words.size() > 4;
        const auto taller = entry.box.height() > 0.95 * head.box.height() &&
                            head.box.height() > 1.15 * m_text.page(head.page).wordHeight;
        return shouts || taller || words.endsWith(u':');
    }

    /// The entries of one line: cut at bullets, semicolons and, where there are several, commas outside brackets.
    /// Dashes stand within entries that marks begin.
    void addParts(const Span &line, std::vector<Candidate> &found, bool atDashes = true) const
    {
        int first = line.first;
        for (int i = line.first; i < line.last; ++i) {
            const auto &word = m_text.tokens[i].text;
            const auto bullet = word.size() == 1 && ((atDashes ? u"•·*▪■●◦|;–—"_s : u"•·*▪■●◦|;"_s).contains(word[0]) ||
                                                     (word == "e"_L1 && i == line.first));
            const auto cut = word.endsWith(u';') || (word.endsWith(u',') && !opens({first, i + 1}));
            if (bullet)
                add({first, i}, found);
            else if (cut)
                add({first, i + 1}, found);
            if (bullet || cut)
                first = i + 1;
        }
        add({first, line.last}, found);
    }

    bool opens(const Span &span) const
    {
        const auto words = m_text.textOf(span);
        return words.count(u'(') > words.count(u')');
    }

    void add(const Span &span, std::vector<Candidate> &found) const
    {
        auto value = cleanText(m_text.textOf(span));
        // "Language only", of "Welsh (fluent)".
        if (const auto bracket = value.indexOf(u'('); m_isOnlyName && bracket > 0)
            value = cleanText(value.first(bracket));
        const auto letters = lettersIn(value);
        if (letters >= 2 && span.size() <= mostWordsOfEntry && int(found.size()) < mostEntries)
            found.push_back(candidate(value, {span}, headingScore));
    }

    Candidate candidate(const QString &value, std::vector<Span> spans, double score) const
    {
        Candidate candidate;
        candidate.value = toStd(value);
        candidate.spans = std::move(spans);
        candidate.score = score;
        candidate.inRow = true;
        candidate[Feature::Recognised] = m_text.page(m_text.tokens[candidate.spans.front().first].page).recognised;
        return candidate;
    }

    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
    schema::Field m_element;
    FieldSpec m_field;
    /// The description asks for names without what is said of them.
    bool m_isOnlyName = false;
};

} // namespace

std::vector<Span> listedEntries(const schema::Field &list, const Workspace &workspace, const SearchArea &area)
{
    std::vector<Span> entries;
    for (const auto &entry : ListReader(list, workspace, area).listed())
        entries.push_back(entry.spans.front());
    return entries;
}

domain::ResultNode fillPlainList(const schema::Field &list, const Workspace &workspace, const SearchArea &area)
{
    domain::ResultNode node;
    node.kind = domain::ResultNode::Kind::List;
    node.name = list.name;
    const ListReader reader(list, workspace, area);
    auto element = reader.element();
    element.name.clear();
    for (const auto &entry : reader.read())
        node.children.push_back(valueNode(element, workspace.text, &entry));
    return node;
}

} // namespace xs::engine
