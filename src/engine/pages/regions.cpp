// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pages/regions.h"

#include "engine/text/lines.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

// Distances are in heights of the words around.
constexpr double widestMarkerGap = 4;
constexpr double widestRowGap = 3;
constexpr double widestGapToUsual = 2.2;
constexpr double widestWrapGap = 0.9;
constexpr double widestColumnStep = 1.5;
/// Cells may reach a little into the gutter.
constexpr double slack = 0.3;
constexpr double fewestWordsOfProse = 4.5;
constexpr double fullLine = 0.65;
constexpr int fewestLinesOfProse = 4;
constexpr int deepestNesting = 4;
/// Of the heights of two lines that are one row.
constexpr double leastOverlap = 0.25;

/// Rows below each other that share their gutters.
struct Band
{
    std::vector<PieceRow> rows;
    std::vector<ColumnRange> columns;
    std::vector<double> gaps;
    bool isHeading = false;
};

double shared(const ColumnRange &column, const QRectF &box)
{
    return std::min(column.right, box.right()) - std::max(column.left, box.left());
}

class RegionReader
{
public:
    RegionReader(const Text &text, double headingHeight) : m_text(text), m_headingHeight(headingHeight) {}

    std::vector<Region> read(const std::vector<PieceRow> &rows, int depth = 0)
    {
        std::vector<Region> regions;
        for (auto &band : bandsOf(rows))
            for (auto &region : classify(band, depth))
                if (region.kind == Region::Kind::Flow && !regions.empty() && !isColumnStart(regions.back(), region))
                    std::ranges::move(region.rows, std::back_inserter(regions.back().rows));
                else
                    regions.push_back(std::move(region));
        return regions;
    }

private:
    /// Text that begins above the end of what was read before is another column.
    static bool isColumnStart(const Region &before, const Region &region)
    {
        return before.kind != Region::Kind::Flow || region.rows.front().box.top() < before.rows.back().box.center().y();
    }

    std::vector<Band> bandsOf(const std::vector<PieceRow> &rows) const
    {
        std::vector<Band> bands;
        for (const auto &row : rows)
            if (bands.empty() || !take(bands.back(), row))
                bands.push_back(begin(row));
        return bands;
    }

    Band begin(const PieceRow &row) const
    {
        Band band;
        band.isHeading = isHeading(row);
        band.rows.push_back(row);
        for (const auto &piece : row.pieces)
            band.columns.push_back({piece.box.left(), piece.box.right()});
        return band;
    }

    /// A large figure beside its name is a row of a table.
    bool isHeading(const PieceRow &row) const
    {
        return row.wordHeight >= m_headingHeight && std::ranges::none_of(row.pieces, [this](const Piece &piece) {
                   int digits = 0, letters = 0;
                   for (const auto c : m_text.textOf(piece.tokens)) {
                       digits += c.isDigit();
                       letters += c.isLetter();
                   }
                   return digits > letters;
               });
    }

    bool take(Band &band, const PieceRow &row) const
    {
        const auto gap = row.box.top() - band.rows.back().box.bottom();
        if (band.isHeading || isHeading(row) || !isNear(band, row, gap) || isFiner(band, row))
            return false;
        auto columns = band.columns;
        for (const auto &piece : row.pieces)
            if (!place(piece, row.wordHeight, columns))
                return false;
        if (columns.size() == 1 && row.pieces.size() > 1)
            return false;
        band.columns = std::move(columns);
        band.rows.push_back(row);
        band.gaps.push_back(std::max(0.0, gap));
        return true;
    }

    static bool isNear(const Band &band, const PieceRow &row, double gap)
    {
        const auto height = row.wordHeight;
        const auto disjoint = std::ranges::none_of(band.columns, [&row](const ColumnRange &column) {
            return std::ranges::any_of(row.pieces,
                                       [&column](const Piece &piece) { return shared(column, piece.box) > 0; });
        });
        if (disjoint && gap > widestColumnStep * height)
            return false;
        if (band.columns.size() == 1)
            return row.pieces.size() == 1;
        // A line that stands alone is the rest of a cell only when it is near.
        if (row.pieces.size() == 1)
            return gap <= widestWrapGap * height || (band.gaps.size() > 2 && gap <= 1.1 * median(band.gaps));
        const auto usual = band.gaps.size() > 2 ? widestGapToUsual * std::max(median(band.gaps), 0.5 * height) : gap;
        return gap <= std::min(widestRowGap * height, usual);
    }

    /// Whether several pieces of a row lie in one column: another table begins, with columns of its own. Rows of
    /// a longer table may have one wide gap inside a cell.
    static bool isFiner(const Band &band, const PieceRow &row)
    {
        int repeated = 0;
        for (const auto &column : band.columns) {
            const auto inside = std::ranges::count_if(row.pieces, [&column](const Piece &piece) {
                return shared(column, piece.box) > 0.5 * piece.box.width();
            });
            repeated += std::max(0, int(inside) - 1);
        }
        return repeated > (band.rows.size() >= 3 ? 1 : 0);
    }

    /// Finds the column of a piece, which may widen it or be a new one. False when it lies across gutters.
    bool place(const Piece &piece, double height, std::vector<ColumnRange> &columns) const
    {
        std::vector<std::size_t> touched;
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (shared(columns[c], piece.box) > slack * height)
                touched.push_back(c);
        if (touched.size() > 1)
            return isSplit(piece, columns);
        if (touched.empty()) {
            const auto after = std::ranges::find_if(
                columns, [&piece](const ColumnRange &column) { return column.left > piece.box.center().x(); });
            columns.insert(after, {piece.box.left(), piece.box.right()});
            return true;
        }
        auto &column = columns[touched.front()];
        column.left = std::min(column.left, piece.box.left());
        column.right = std::max(column.right, piece.box.right());
        return true;
    }

    /// Whether every word of a piece that spans columns lies inside one: cells that nearly touch.
    bool isSplit(const Piece &piece, const std::vector<ColumnRange> &columns) const
    {
        if (columns.size() < 3)
            return false;
        for (int t = piece.tokens.first; t < piece.tokens.last; ++t) {
            const auto &box = m_text.tokens[t].box;
            const auto inside = std::ranges::any_of(
                columns, [&box](const ColumnRange &column) { return shared(column, box) > 0.8 * box.width(); });
            if (!inside)
                return false;
        }
        return true;
    }

    std::vector<Region> classify(Band &band, int depth)
    {
        if (band.columns.size() < 2 || depth >= deepestNesting)
            return {Region{Region::Kind::Flow, std::move(band.rows), {}}};
        if (const auto gutter = readingGutter(band))
            return readSides(band, *gutter, depth);
        if (isTable(band))
            return {Region{Region::Kind::Table, std::move(band.rows), std::move(band.columns)}};
        return {Region{Region::Kind::Flow, std::move(band.rows), {}}};
    }

    static bool isTable(const Band &band)
    {
        const auto filled = std::ranges::count_if(band.rows, [](const PieceRow &row) { return row.pieces.size() > 1; });
        return filled >= 2;
    }

    struct Side
    {
        int rows = 0;
        double words = 0;
        double width = 0;
        double left = 0;
        double right = 0;

        bool isProse() const
        {
            return rows >= fewestLinesOfProse && words / rows >= fewestWordsOfProse &&
                   width / rows >= fullLine * (right - left);
        }
    };

    Side sideOf(const Band &band, std::size_t column) const
    {
        Side side{0, 0, 0, band.columns[column].left, band.columns[column].right};
        for (const auto &row : band.rows)
            for (const auto &piece : row.pieces)
                if (shared(band.columns[column], piece.box) > 0.5 * piece.box.width()) {
                    ++side.rows;
                    side.words += piece.tokens.size();
                    side.width += piece.box.width();
                }
        return side;
    }

    /// The first gutter that separates texts which have nothing to do with each other: two columns of running text, or
    /// two blocks whose lines do not stand at the same heights. Its value is the x of a line down its middle.
    std::optional<double> readingGutter(const Band &band) const
    {
        for (std::size_t c = 0; c + 1 < band.columns.size(); ++c) {
            const auto middle = (band.columns[c].right + band.columns[c + 1].left) / 2;
            int left = 0, right = 0, both = 0;
            for (const auto &row : band.rows) {
                const auto isLeft = row.pieces.front().box.center().x() < middle;
                const auto isRight = row.pieces.back().box.center().x() > middle;
                left += isLeft;
                right += isRight;
                both += isLeft && isRight;
            }
            const auto prose = sideOf(band, c).isProse() && sideOf(band, c + 1).isProse();
            const auto apart = std::min(left, right) >= 2 && 2 * both < std::min(left, right);
            if (prose || apart)
                return middle;
        }
        return {};
    }

    std::vector<Region> readSides(const Band &band, double gutter, int depth)
    {
        std::vector<PieceRow> left, right;
        for (const auto &row : band.rows) {
            PieceRow parts[2];
            for (const auto &piece : row.pieces) {
                auto &part = parts[piece.box.center().x() < gutter ? 0 : 1];
                part.box = part.pieces.empty() ? piece.box : part.box.united(piece.box);
                part.pieces.push_back(piece);
                part.wordHeight = row.wordHeight;
            }
            if (!parts[0].pieces.empty())
                left.push_back(std::move(parts[0]));
            if (!parts[1].pieces.empty())
                right.push_back(std::move(parts[1]));
        }
        auto regions = read(left, depth + 1);
        std::ranges::move(read(right, depth + 1), std::back_inserter(regions));
        return regions;
    }

    const Text &m_text;
    double m_headingHeight = 0;
};

bool isNumber(QStringView word)
{
    static const QRegularExpression number(u"^[0-9]{1,2}(\\.[0-9]{1,2})*$"_s);
    return number.match(word).hasMatch();
}

/// The pieces of a line. The marker of a list or the number of a heading belongs to the text beside it.
PieceRow rowOf(const Text &text, const Line &line, double headingHeight)
{
    PieceRow row;
    row.box = line.box;
    row.wordHeight = line.wordHeight;
    for (int s = line.segments.first; s < line.segments.last; ++s)
        row.pieces.push_back({text.segments[s].tokens, text.segments[s].box});
    if (row.pieces.size() != 2 || row.pieces[0].tokens.size() != 1)
        return row;
    auto &marker = row.pieces[0];
    const auto &entry = row.pieces[1];
    const auto &word = text.tokens[marker.tokens.first].text;
    const auto isMarker = isListMarker(word) || (line.wordHeight >= headingHeight && isNumber(word));
    if (isMarker && entry.box.left() - marker.box.right() <= widestMarkerGap * line.wordHeight) {
        marker = {{marker.tokens.first, entry.tokens.last}, marker.box.united(entry.box)};
        row.pieces.pop_back();
    }
    return row;
}

/// Lines that hang a little lower than those beside them belong to one row.
bool isBeside(const PieceRow &above, const PieceRow &row)
{
    const auto overlap = above.box.bottom() - row.box.top();
    return overlap > leastOverlap * std::min(above.box.height(), row.box.height()) &&
           std::ranges::none_of(row.pieces, [&above](const Piece &piece) {
               return std::ranges::any_of(above.pieces, [&piece](const Piece &other) {
                   return shared({other.box.left(), other.box.right()}, piece.box) > 0;
               });
           });
}

void addRow(PieceRow row, std::vector<PieceRow> &rows)
{
    if (rows.empty() || !isBeside(rows.back(), row)) {
        rows.push_back(std::move(row));
        return;
    }
    auto &last = rows.back();
    last.box = last.box.united(row.box);
    std::ranges::move(row.pieces, std::back_inserter(last.pieces));
    std::ranges::sort(last.pieces, {}, [](const Piece &piece) { return piece.box.left(); });
}

} // namespace

std::vector<Region> regionsOf(const Text &text, const Page &page, double headingHeight,
                              const std::function<bool(int)> &isLeftOut)
{
    std::vector<PieceRow> rows;
    for (int l = page.lines.first; l < page.lines.last; ++l)
        if (!isLeftOut(l))
            addRow(rowOf(text, text.lines[l], headingHeight), rows);
    return RegionReader(text, headingHeight).read(rows);
}

bool isListMarker(QStringView word)
{
    static const QRegularExpression marker(
        u"^([•▪◦‣●○■☐☒☑–—*·-]|\\(?[0-9]{1,2}[.)]|[0-9]{1,2}(\\.[0-9]{1,2})+\\.?|\\(?[a-zA-Z][.)])$"_s);
    return marker.match(word).hasMatch();
}

} // namespace xs::engine
