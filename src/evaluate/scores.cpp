// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate/scores.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace xs::evaluate {

namespace {

double share(int part, int whole)
{
    return whole == 0 ? 1 : static_cast<double>(part) / whole;
}

} // namespace

void Tally::add(const ComparedCell &cell)
{
    switch (cell.difference) {
    case Difference::Same:
        ++(cell.isEmpty() ? empty : same);
        break;
    case Difference::Changed:
        ++changed;
        break;
    case Difference::Missing:
        ++missing;
        break;
    case Difference::Extra:
        ++extra;
        break;
    }
}

double Tally::accuracy() const
{
    return share(right(), values());
}

double Tally::precision() const
{
    return share(same, same + changed + extra);
}

double Tally::recall() const
{
    return share(same, same + changed + missing);
}

double Tally::f1() const
{
    // The same as 2PR / (P + R), and defined where both are 0.
    return share(2 * same, 2 * same + 2 * changed + extra + missing);
}

Tally tally(const std::vector<ComparedCell> &cells)
{
    Tally all;
    for (const auto &cell : cells)
        all.add(cell);
    return all;
}

std::vector<FieldScore> scoreByField(const std::vector<ComparedCell> &cells)
{
    std::vector<FieldScore> fields;
    QHash<QString, std::size_t> places;
    for (const auto &cell : cells) {
        const auto known = places.constFind(cell.field);
        const auto place = known != places.cend() ? *known : fields.size();
        if (known == places.cend()) {
            places.insert(cell.field, place);
            fields.push_back({cell.field, {}});
        }
        fields[place].tally.add(cell);
    }
    return fields;
}

std::pair<double, double> wilsonInterval(int right, int all)
{
    if (all == 0)
        return {0, 1};
    constexpr double z = 1.959964;
    const double n = all;
    const double p = right / n;
    const double middle = p + z * z / (2 * n);
    const double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {std::max(0.0, (middle - spread) / scale), std::min(1.0, (middle + spread) / scale)};
}

} // namespace xs::evaluate
