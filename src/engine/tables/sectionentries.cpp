// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/sectionentries.h"

#include "engine/fields/sectionnames.h"
#include "engine/tables/sectionlines.h"
#include "engine/text/dates.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostEntries = 60;
constexpr int oldestYear = 1950;
constexpr int mostWordsOfTitle = 16;
constexpr int mostWordsOfSecondLine = 9;
/// A line with fewer words does not go on below because it is full.
constexpr int fewestWordsOfFull = 5;
constexpr int fewestFullLines = 3;
constexpr qsizetype longestJoint = 3;
constexpr int fewestWordsOfProse = 5;
constexpr double mostlyLower = 0.6;
/// In heights of the words.
constexpr double farthestIndent = 1.6;
constexpr double widestTitleGap = 2.2;
constexpr double widestWrap = 0.7;

/// A period, or words without one: a segment or a part of it.
struct Piece
{
    Span words;
    QRectF box;
    std::vector<Moment> moments;

    bool isPeriod() const { return !moments.empty(); }
};

struct PieceLine
{
    int line = 0;
    std::vector<Piece> pieces;
    bool hasBullet = false;

    bool beginsWithPeriod() const { return pieces.size() > 1 && pieces[0].isPeriod() && !pieces[1].isPeriod(); }
    /// The period behind the first piece, or the only one.
    const Piece *period() const
    {
        const auto found = std::ranges::find_if(pieces, &Piece::isPeriod);
        return found == pieces.end() ? nullptr : &*found;
    }
};

class EntryReader
{
public:
    explicit EntryReader(const Text &text) : m_text(text) {}

    std::vector<SectionEntry> read(const std::vector<SectionLine> &lines)
    {
        int beside = 0, others = 0;
        for (const auto &line : lines) {
            auto pieces = piecesOf(line);
            if (pieces.pieces.empty())
                continue;
            beside += pieces.beginsWithPeriod();
            others += !pieces.beginsWithPeriod() && pieces.period();
            m_lines.push_back(std::move(pieces));
        }
        setRightEdge();
        if (beside + others == 0)
            return {};
        return beside >= others ? entriesBeside() : entriesWithin();
    }

private:
    /// Lines end at one edge where their text is set in blocks.
    void setRightEdge()
    {
        std::vector<double> rights;
        for (const auto &line : m_lines)
            rights.push_back(line.pieces.back().box.right());
        const auto right = rights.empty() ? 0.0 : *std::ranges::max_element(rights);
        const auto height = m_lines.empty() ? 1.0 : m_lines.front().pieces.front().box.height();
        if (std::ranges::count_if(rights, [&](double own) { return own > right - 0.3 * height; }) >= fewestFullLines)
            m_right = right;
    }

    PieceLine piecesOf(const SectionLine &line) const
    {
        PieceLine result{line.line, {}, false};
        for (const auto s : line.segments) {
            auto words = m_text.segments[s].tokens;
            const auto isMark = [this](int word) {
                const auto &text = m_text.tokens[word].text;
                return text.size() == 1 && !text[0].isLetterOrNumber();
            };
            if (isMark(words.first)) {
                result.hasBullet |= result.pieces.empty();
                ++words.first;
            }
            if (!words.isEmpty() && !endsPeriod(words, result.pieces))
                addPieces(words, result.pieces);
        }
        return result;
    }

    /// "Present" that stands apart from "March 2019 –".
    bool endsPeriod(const Span &words, std::vector<Piece> &pieces) const
    {
        if (pieces.empty() || !pieces.back().isPeriod())
            return false;
        for (int i = words.first; i < words.last; ++i)
            if (!engine::endsPeriod(m_text.tokens[i].text))
                return false;
        pieces.back().words.last = words.last;
        pieces.back().box = m_text.boxOf(pieces.back().words);
        return true;
    }

    void addPieces(const Span &words, std::vector<Piece> &pieces) const
    {
        const auto add = [&](int first, int last, std::vector<Moment> moments) {
            if (first < last)
                pieces.push_back({{first, last}, m_text.boxOf({first, last}), std::move(moments)});
        };
        auto moments = momentsIn(m_text, words);
        if (moments.empty())
            return add(words.first, words.last, {});
        auto first = moments.front().spans.front().first, last = moments.back().spans.back().last;
        const auto word = [this](int at) -> const QString & { return m_text.tokens[at].text; };
        while (first > words.first && (leadsToPeriod(word(first - 1)) || lettersIn(word(first - 1)) == 0) &&
               !hasDigit(word(first - 1)))
            --first;
        // The year of the last month may stand below.
        while (last < words.last && !hasDigit(word(last)) &&
               (engine::endsPeriod(word(last)) || lettersIn(word(last)) == 0 || monthNumber(word(last)) > 0))
            ++last;
        const auto isYear = moments.size() == 1 && moments.front().month.isEmpty();
        // Numbers that could be years of long ago are, where they are a period or stand alone.
        if (isYear && moments.front().year < oldestYear && (first > words.first || last < words.last))
            return add(words.first, words.last, {});
        if (first == words.first) {
            if (isYear && last < words.last && last - first < 2 && !word(first).endsWith(u'-') &&
                !word(first).endsWith(u'–'))
                return add(words.first, words.last, {});
            add(first, last, std::move(moments));
            return add(last, words.last, {});
        }
        const auto isApart = !isYear || word(first).startsWith(u'(') || word(first - 1).endsWith(u',') ||
                             lettersIn(word(first)) + digitsIn(word(first)) == 0;
        if (last < words.last || !isApart)
            return add(words.first, words.last, {});
        add(words.first, first, {});
        add(first, last, std::move(moments));
    }

    /// A line that ends inside a word or a clause, or at the right edge, goes on in the next one.
    bool goesOn(const Piece &upper, const Piece &lower) const
    {
        const auto height = std::max(1.0, upper.box.height());
        if (lower.box.top() - upper.box.bottom() > widestWrap * height ||
            std::abs(lower.box.height() - upper.box.height()) > 0.2 * height)
            return false;
        const auto &end = m_text.tokens[upper.words.last - 1].text;
        const auto &next = m_text.tokens[lower.words.first].text;
        const auto words = m_text.textOf(upper.words);
        if (words.count(u'(') > words.count(u')') || words.count(u'“') > words.count(u'”'))
            return true;
        if (end.endsWith(u'.') || end.endsWith(u':'))
            return false;
        // "University of" goes on, too.
        const auto isJoint = end[0].isLower() && end.size() <= longestJoint && lettersIn(end) == end.size();
        if ((end.size() > 1 && end.endsWith(u'-')) || next[0].isLower() || end.endsWith(u',') || isJoint)
            return true;
        return upper.words.size() >= fewestWordsOfFull && upper.box.right() > m_right - 0.5 * height;
    }

    /// A line that tells something, and names nothing.
    bool isProse(const Piece &piece) const
    {
        int lower = 0;
        for (int i = piece.words.first; i < piece.words.last; ++i)
            lower += m_text.tokens[i].text[0].isLower();
        return piece.words.size() >= fewestWordsOfProse && lower > mostlyLower * piece.words.size();
    }

    /// Periods at the left, what they are for at the right, in lines that start where the first does.
    std::vector<SectionEntry> entriesBeside() const
    {
        std::vector<SectionEntry> entries;
        const auto first = std::ranges::find_if(m_lines, &PieceLine::beginsWithPeriod);
        const auto left = first->pieces[1].box.left();
        for (std::size_t i = 0; i < m_lines.size() && int(entries.size()) < mostEntries; ++i) {
            if (!m_lines[i].beginsWithPeriod())
                continue;
            auto end = i + 1;
            SectionEntry entry;
            entry.moments = m_lines[i].pieces[0].moments;
            entry.period = Phrase(m_lines[i].pieces[0].words);
            if (end < m_lines.size())
                if (const auto moment = endBelow(m_text, m_lines[i].pieces[0].words, m_lines[end].pieces[0].words)) {
                    entry.moments.push_back(*moment);
                    ++end;
                }
            while (end < m_lines.size() && !m_lines[end].pieces[0].isPeriod())
                ++end;
            entry.lines = {m_lines[i].line, m_lines[end - 1].line + 1};
            entry.title = {lineOf(m_lines[i], 1)};
            for (auto k = i; k < end; ++k)
                addAll(entry, m_lines[k]);
            addLinesBeside(entry, i, end, left);
            entries.push_back(std::move(entry));
            i = end - 1;
        }
        return entries;
    }

    /// What goes on with the title, the line below it, and what stands below the period.
    void addLinesBeside(SectionEntry &entry, std::size_t first, std::size_t end, double left) const
    {
        const auto *above = &m_lines[first].pieces[1];
        const auto height = std::max(1.0, above->box.height());
        bool isOpen = true;
        for (auto i = first + 1; i < end; ++i) {
            const auto &pieces = m_lines[i].pieces;
            const auto text = std::ranges::find_if(
                pieces, [&](const Piece &p) { return p.box.left() > left - farthestIndent * height; });
            if (text != pieces.begin() && entry.belowPeriod.isEmpty() && !pieces.front().isPeriod())
                entry.belowPeriod = Phrase(pieces.front().words);
            if (text == pieces.end() || !isOpen)
                continue;
            isOpen = !m_lines[i].hasBullet && text->box.left() < left + farthestIndent * height && !text->isPeriod() &&
                     addLine(entry, *above, *text, m_lines[i], std::size_t(text - pieces.begin()));
            above = &*text;
        }
    }

    static void addAll(SectionEntry &entry, const PieceLine &line)
    {
        for (const auto &piece : line.pieces)
            if (!piece.isPeriod())
                entry.all.append(piece.words);
    }

    bool addLine(SectionEntry &entry, const Piece &above, const Piece &piece, const PieceLine &line,
                 std::size_t at) const
    {
        if (!entry.note && goesOn(above, piece)) {
            entry.title.back().words.append(piece.words);
            return true;
        }
        const auto isShort = piece.words.size() <= mostWordsOfSecondLine && !isProse(piece) &&
                             !m_text.tokens[piece.words.last - 1].text.endsWith(u'.');
        const auto isClose = piece.box.top() - above.box.bottom() < widestTitleGap * std::max(1.0, above.box.height());
        if (!isShort || !isClose || entry.note)
            return false;
        if (entry.title.size() < 2)
            entry.title.push_back(lineOf(line, at));
        else
            entry.note = lineOf(line, at);
        return true;
    }

    /// A piece with what stands right of it, unless that is a period.
    static EntryLine lineOf(const PieceLine &line, std::size_t at)
    {
        EntryLine result{Phrase(line.pieces[at].words), {}};
        if (at + 1 < line.pieces.size() && !line.pieces[at + 1].isPeriod())
            result.beside = Phrase(line.pieces[at + 1].words);
        return result;
    }

    /// Entries whose period ends a line of their title, or stands on a line of its own.
    std::vector<SectionEntry> entriesWithin() const
    {
        std::vector<const PieceLine *> column;
        for (const auto &line : m_lines) {
            const auto height = std::max(1.0, line.pieces[0].box.height());
            const auto left = m_lines.front().pieces[0].box.left();
            if (!line.hasBullet && std::abs(line.pieces[0].box.left() - left) <= farthestIndent * height)
                column.push_back(&line);
            else if (line.pieces[0].isPeriod())
                column.push_back(&line);
        }
        const auto first =
            std::ranges::find_if(column, [](const PieceLine *line) { return line->period() != nullptr; });
        const auto titleAbove = first != column.begin();
        std::vector<SectionEntry> entries;
        for (std::size_t i = 0; i < column.size() && int(entries.size()) < mostEntries; ++i) {
            const auto *period = column[i]->period();
            if (!period)
                continue;
            SectionEntry entry;
            entry.moments = period->moments;
            entry.period = Phrase(period->words);
            entry.lines = {column[i]->line, column[i]->line + 1};
            if (const auto &before = column[i]->pieces[0];
                !before.isPeriod() && lettersIn(m_text.textOf(before.words)) > 2)
                entry.title.push_back(lineOf(*column[i], 0));
            addLinesWithin(entry, column, i, titleAbove);
            if (!entry.title.empty())
                entries.push_back(std::move(entry));
        }
        for (std::size_t i = 0; i + 1 < entries.size(); ++i)
            if (entries[i + 1].lines.first > entries[i].lines.first)
                entries[i].lines.last = entries[i + 1].lines.first - (titleAbove ? 1 : 0);
        if (!entries.empty())
            entries.back().lines.last = std::max(entries.back().lines.last, m_lines.back().line + 1);
        for (auto &entry : entries) {
            entry.lines.last = std::max(entry.lines.last, entry.lines.first + 1);
            for (const auto &line : m_lines)
                if (line.line >= entry.lines.first && line.line < entry.lines.last)
                    addAll(entry, line);
        }
        return entries;
    }

    /// The title's lines close to the period, and the line on its other side.
    void addLinesWithin(SectionEntry &entry, const std::vector<const PieceLine *> &column, std::size_t at,
                        bool titleAbove) const
    {
        const auto box = [&](std::size_t i) { return column[i]->pieces[0].box; };
        const auto close = [&](std::size_t upper, std::size_t lower) {
            return box(lower).top() - box(upper).bottom() < widestTitleGap * std::max(1.0, box(upper).height());
        };
        const auto hasPeriod = [&](std::size_t i) { return column[i]->period() != nullptr; };
        if (titleAbove) {
            std::vector<EntryLine> above;
            for (auto k = at; k > 0 && !hasPeriod(k - 1) && above.size() < 2 && close(k - 1, k); --k)
                above.insert(above.begin(), lineOf(*column[k - 1], 0));
            // A note of the entry above may stand closer to it than to this one.
            if (above.size() == 2 && at >= 3 && hasPeriod(at - 3) &&
                box(at - 2).top() - box(at - 3).bottom() < box(at - 1).top() - box(at - 2).bottom() + 1)
                above.erase(above.begin());
            if (above.size() == 2 && !entry.title.empty())
                above.erase(above.begin());
            entry.title.insert(entry.title.begin(), above.begin(), above.end());
        }
        if (at + 1 >= column.size() || hasPeriod(at + 1) || !close(at, at + 1))
            return;
        if (isProse(column[at + 1]->pieces[0]))
            return;
        if (!titleAbove && entry.title.size() < 2) {
            entry.title.push_back(lineOf(*column[at + 1], 0));
            if (entry.title.size() == 1 && at + 2 < column.size() && !hasPeriod(at + 2) && close(at + 1, at + 2)) {
                if (goesOn(column[at + 1]->pieces[0], column[at + 2]->pieces[0]))
                    entry.title.back().words.append(column[at + 2]->pieces[0].words);
                else
                    entry.title.push_back(lineOf(*column[at + 2], 0));
            }
        } else if (column[at + 1]->pieces[0].words.size() <= mostWordsOfTitle) {
            entry.note = lineOf(*column[at + 1], 0);
        }
    }

    const Text &m_text;
    std::vector<PieceLine> m_lines;
    double m_right = 1e9;
};

} // namespace

std::vector<SectionEntry> entriesOf(const Segment &head, const Workspace &workspace, const SearchArea &area)
{
    return EntryReader(workspace.text).read(linesUnder(head, workspace.text, area));
}

} // namespace xs::engine
