// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tables/rowbands.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace xs::engine {

namespace {

/// How near to each other, in heights of their words, the middles of lines are whose cells stand side by side.
constexpr double sameBand = 0.7;
constexpr std::size_t mostLinesOfBand = 6;
/// How far from the middle between two lines of a cell the row's other cells may stand, in their distance.
constexpr double offTheMiddle = 0.15;

bool shareColumn(const BodyLine &one, const BodyLine &other)
{
    for (std::size_t c = 0; c < one.cells.size(); ++c)
        if (!one.cells[c].isEmpty() && !other.cells[c].isEmpty())
            return true;
    return false;
}

/// Whether the band from line `first` on goes on with line `next`. What goes on below itself is another line of its
/// cell, whose row's other cells stand in the middle between the two.
bool goesOnBeside(const TableBody &body, const std::vector<BodyLine> &lines, std::size_t first, std::size_t next)
{
    const auto &above = body.text.lines[lines[next - 1].line], &here = body.text.lines[lines[next].line];
    const auto middle = [&body](const BodyLine &line) { return body.text.lines[line.line].box.center().y(); };
    const auto isNear =
        middle(lines[next]) - middle(lines[next - 1]) < sameBand * std::min(above.wordHeight, here.wordHeight);
    if (above.page != here.page || lines[next - 1].isTotal || lines[next].isTotal || !isNear)
        return false;
    for (auto k = first; k < next; ++k) {
        const auto between = (middle(lines[k]) + middle(lines[next])) / 2;
        const auto slack = offTheMiddle * (middle(lines[next]) - middle(lines[k]));
        const auto isCentred = k + 1 < next && std::abs(middle(lines[k + 1]) - between) < slack;
        if (shareColumn(lines[k], lines[next]) && !isCentred)
            return false;
    }
    return true;
}

void joinValues(const TableBody &body, BodyLine &band, BodyLine &line, std::size_t field)
{
    auto &value = band.values[field], &more = line.values[field];
    if (!more)
        return;
    if (!value) {
        value = std::move(more);
        return;
    }
    if (isTyped(body.fields[field]) || !value->value.is_string() || !more->value.is_string())
        return;
    const auto words = toQString(more->value);
    const auto first = more->spans.front().first;
    const auto isLabelled = body.workspace.labels.looksLikeLabel({first, first + 1}) || words.contains(u':');
    if (body.secondField >= 0 && !band.values[std::size_t(body.secondField)]) {
        band.values[std::size_t(body.secondField)] = std::move(more);
    } else if (!body.fields[field].firstLine && !isLabelled) {
        value->value = toStd(toQString(value->value) + u' ' + words);
        value->spans.insert(value->spans.end(), more->spans.begin(), more->spans.end());
    }
}

BodyLine bandOf(const TableBody &body, std::vector<BodyLine> lines)
{
    auto band = lines.front();
    band.lines.last = lines.back().line + 1;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        for (std::size_t f = 0; f < body.fields.size(); ++f)
            joinValues(body, band, lines[i], f);
        for (std::size_t c = 0; c < band.cells.size(); ++c)
            if (band.cells[c].isEmpty())
                band.cells[c] = lines[i].cells[c];
        band.isProse = band.isProse && lines[i].isProse;
    }
    band.fits = band.typed = 0;
    for (std::size_t f = 0; f < body.fields.size(); ++f) {
        band.fits += band.values[f].has_value();
        band.typed += band.values[f] && isTyped(body.fields[f]);
    }
    return band;
}

} // namespace

void joinBands(TableBody &body, std::vector<BodyLine> &lines)
{
    std::vector<BodyLine> joined;
    for (auto first = lines.begin(); first != lines.end();) {
        auto end = std::next(first);
        while (end != lines.end() &&
               goesOnBeside(body, lines, std::size_t(first - lines.begin()), std::size_t(end - lines.begin())))
            ++end;
        const auto size = std::size_t(end - first);
        const auto isRow = std::any_of(first, end, [](const BodyLine &line) { return line.typed > 0; });
        if (isRow && size > 1 && size <= mostLinesOfBand) {
            joined.push_back(bandOf(body, {first, end}));
            body.mostFits = std::max(body.mostFits, joined.back().fits);
            body.mostTyped = std::max(body.mostTyped, joined.back().typed);
        } else {
            std::move(first, end, std::back_inserter(joined));
        }
        first = end;
    }
    lines = std::move(joined);
}

} // namespace xs::engine
