// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/choice/checks.h"

#include "engine/candidates/candidates.h"
#include "engine/candidates/values.h"
#include "engine/choice/datechecks.h"

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double tolerance = 0.011;
constexpr std::size_t mostTried = 8;
constexpr double goodLabel = 0.7;
constexpr double leastScoreOfProof = -1;
/// Cash is rounded to five or ten cents at most.
constexpr double mostRounded = 0.05;
/// Shares of a price that a tax on sales may be.
constexpr double leastTax = 0.02, mostTax = 0.28;
/// What stands for the label of a total that payment proves.
constexpr double likelihoodOfProven = 0.6;

/// Which part of a sum a field is.
enum class Part { None, Net, Tax, Total, Cash, Change, Rounding };

Part partOf(const FieldSpec &field)
{
    if (!field.isNumeric() || field.kind == ValueKind::Percent)
        return Part::None;
    const auto says = [&field](Sense sense) { return Lexicon::says(field.name, sense); };
    if (saysAny(field.name, {"quantity", "item", "points", "discount", "shipping", "serviceCharge"}))
        return Part::None;
    if (says("rounding"))
        return Part::Rounding;
    if (says("change"))
        return Part::Change;
    if (says("cash"))
        return Part::Cash;
    if (says("net") || says("subtotal"))
        return Part::Net;
    if (says("gross") || says("topay"))
        return Part::Total;
    if (says("tax"))
        return Part::Tax;
    return says("total") ? Part::Total : Part::None;
}

double numberOf(const Candidate &candidate)
{
    return candidate.value.is_number() ? candidate.value.get<double>() : std::nan("");
}

class Sums
{
public:
    Sums(const std::vector<FieldSpec> &fields, const Occurrences &occurrences, const SearchArea &area,
         std::vector<std::vector<Candidate>> &candidates)
        : m_fields(fields), m_occurrences(occurrences), m_area(area), m_candidates(candidates)
    {
        for (const auto &field : fields)
            m_parts.push_back(partOf(field));
    }

    void mark()
    {
        // The rows of a summary by tax rate add up too; the document's own sum is the largest that does.
        double largest = 0;
        for (const bool measures : {true, false})
            forEach(Part::Total, [&](Candidate &total) {
                forEach(Part::Net, [&](Candidate &net) {
                    forEach(Part::Tax, [&](Candidate &tax) {
                        if (tax.value == 0 || !fits(numberOf(net) + numberOf(tax), numberOf(total), 0.06) ||
                            !distinct(net, tax, total) || !speak({&net, &tax, &total}))
                            return;
                        const auto size = std::abs(numberOf(total));
                        if (measures)
                            largest = std::max(largest, size);
                        else if (size > largest - tolerance)
                            markAll({&net, &tax, &total});
                    });
                });
            });
        forEach(Part::Total, [this](Candidate &total) {
            forEach(Part::Cash, [&](Candidate &cash) {
                forEach(Part::Change, [&](Candidate &change) {
                    if (fits(numberOf(cash) - numberOf(change), numberOf(total), 0) && distinct(cash, change, total) &&
                        speak({&cash, &change, &total}))
                        markAll({&cash, &change, &total});
                });
            });
        });
    }

    /// Where no total fits, one that is printed and that payment or net and tax prove is one, whatever its label says.
    void addProven()
    {
        std::vector<double> proven;
        const auto prove = [&](Part first, Part second, double sign) {
            forEach(first, [&](Candidate &a) {
                forEach(second, [&](Candidate &b) {
                    const auto sum = numberOf(a) + sign * numberOf(b);
                    if (sum > tolerance && numberOf(b) != 0 && a.spans != b.spans && isSure(a) && isSure(b))
                        proven.push_back(sum);
                });
            });
        };
        const auto amounts = printed();
        proveByTaxRow(amounts);
        proveRounded(amounts);
        const auto isProven = [&](const Occurrence &amount) {
            return amount.decimals == 2 &&
                   std::ranges::any_of(proven, [&](double sum) { return fits(sum, amount.number, 0); });
        };
        prove(Part::Cash, Part::Change, -1);
        if (std::ranges::none_of(amounts, isProven))
            prove(Part::Net, Part::Tax, 1);
        for (std::size_t f = 0; f < m_parts.size(); ++f) {
            auto &list = m_candidates[f];
            if (m_parts[f] != Part::Total ||
                std::ranges::any_of(list, [](const Candidate &c) { return c[Feature::CheckHolds] > 0; }))
                continue;
            for (const auto &amount : amounts)
                if (isProven(amount))
                    list.push_back(provenTotal(m_fields[f], amount));
        }
    }

private:
    /// Two amounts alone in a line of which one is a usual tax of the other, and whose sum is printed elsewhere.
    struct TaxRow
    {
        double net = 0, tax = 0;
        std::optional<Occurrence> sum;
    };

    TaxRow largestTaxRow(std::span<const Occurrence> amounts) const
    {
        const auto &text = m_occurrences.text();
        const auto lineOf = [&text](const Occurrence &amount) { return text.tokens[amount.span.first].line; };
        TaxRow largest;
        for (std::size_t i = 0; i < amounts.size();) {
            std::vector<double> row;
            const auto line = lineOf(amounts[i]);
            for (; i < amounts.size() && lineOf(amounts[i]) == line; ++i)
                if (amounts[i].decimals == 2 && !amounts[i].hasPercent)
                    row.push_back(amounts[i].number);
            if (row.size() != 2 || row[1] < leastTax * row[0] || row[1] > mostTax * row[0])
                continue;
            const auto sum = row[0] + row[1];
            if (largest.sum && sum <= largest.sum->number)
                continue;
            for (const auto &amount : amounts)
                if (amount.decimals == 2 && lineOf(amount) != line && fits(sum, amount.number, 0))
                    largest = {row[0], row[1], amount};
        }
        return largest;
    }

    /// The last row of a summary by tax rate is a total, too, but of net and tax: on paper whose labels are read badly
    /// it must not be taken for what is to be paid.
    void proveByTaxRow(std::span<const Occurrence> amounts)
    {
        if (amounts.empty() || !m_occurrences.text().page(m_area.firstPage).mayBeSlip())
            return;
        const auto row = largestTaxRow(amounts);
        if (!row.sum)
            return;
        const auto isPart = [&row](const Candidate &c) {
            return fits(numberOf(c), row.net, 0) || fits(numberOf(c), row.tax, 0);
        };
        for (std::size_t f = 0; f < m_parts.size(); ++f) {
            auto &list = m_candidates[f];
            if (m_parts[f] != Part::Total || (!list.empty() && !isPart(list.front())))
                continue;
            for (auto &candidate : list) {
                if (!isPart(candidate))
                    continue;
                candidate[Feature::LabelSimilarity] = std::min(candidate[Feature::LabelSimilarity], goodLabel);
                candidate[Feature::GoodLabel] = candidate[Feature::ExactLabel] = candidate[Feature::CheckHolds] = 0;
            }
            list.push_back(provenTotal(m_fields[f], *row.sum));
        }
    }

    /// What is rounded for cash is printed before and after it; the second is to be paid.
    void proveRounded(std::span<const Occurrence> amounts)
    {
        for (std::size_t f = 0; f < m_parts.size(); ++f) {
            if (m_parts[f] != Part::Total)
                continue;
            std::vector<Candidate> rounded;
            for (std::size_t i = 0; i < std::min(mostTried, m_candidates[f].size()); ++i) {
                auto &before = m_candidates[f][i];
                if (!isSure(before) || !before.value.is_number())
                    continue;
                forEach(Part::Rounding, [&](Candidate &rounding) {
                    const auto step = std::abs(numberOf(rounding));
                    if (step < 0.005 || step > mostRounded || rounding[Feature::LabelSimilarity] < goodLabel)
                        return;
                    for (const auto &amount : amounts) {
                        const auto isRound = std::abs(std::remainder(amount.number, 0.05)) < 0.001;
                        if (amount.decimals != 2 || !isRound ||
                            std::abs(std::abs(amount.number - numberOf(before)) - step) > 0.001)
                            continue;
                        before[Feature::LabelSimilarity] = std::min(before[Feature::LabelSimilarity], goodLabel);
                        before[Feature::GoodLabel] = before[Feature::ExactLabel] = before[Feature::CheckHolds] = 0;
                        rounded.push_back(provenTotal(m_fields[f], amount));
                        return;
                    }
                });
            }
            m_candidates[f].insert(m_candidates[f].end(), rounded.begin(), rounded.end());
        }
    }

    std::span<const Occurrence> printed() const
    {
        const auto &text = m_occurrences.text();
        if (m_area.segments.isEmpty())
            return {};
        return m_occurrences.in(
            {text.segments[m_area.segments.first].tokens.first, text.segments[m_area.segments.last - 1].tokens.last},
            ValueKind::Money);
    }

    Candidate provenTotal(const FieldSpec &field, const Occurrence &amount) const
    {
        const auto &text = m_occurrences.text();
        Candidate candidate;
        candidate.value = typedValue(field, amount, text);
        candidate.spans = {amount.span};
        // A subtotal that is all there is may be the total, too.
        candidate.isPart = true;
        candidate[Feature::Unlabelled] = 1;
        candidate[Feature::Likelihood] = likelihoodOfProven;
        candidate[Feature::Quality] = amount.quality;
        candidate[Feature::CheckHolds] = 1;
        candidate[Feature::Recognised] = text.page(text.tokens[amount.span.first].page).recognised;
        setCommonFeatures(candidate, field, text);
        return candidate;
    }

    /// Labelled well, and nothing speaks against it.
    static bool isSure(const Candidate &candidate)
    {
        return candidate[Feature::LabelSimilarity] >= goodLabel && scoreOf(candidate.features) > leastScoreOfProof;
    }

    template <typename Visit>
    void forEach(Part part, Visit &&visit)
    {
        for (std::size_t f = 0; f < m_parts.size(); ++f)
            if (m_parts[f] == part)
                for (std::size_t i = 0; i < std::min(mostTried, m_candidates[f].size()); ++i)
                    if (m_candidates[f][i].value.is_number())
                        visit(m_candidates[f][i]);
    }

    /// `slack` lets a cent or two of rounding pass.
    static bool fits(double sum, double total, double slack)
    {
        return std::abs(total) > tolerance &&
               std::abs(sum - total) < tolerance + slack * std::min(1.0, std::abs(total) / 100);
    }

    static bool distinct(const Candidate &a, const Candidate &b, const Candidate &c)
    {
        return a.spans != b.spans && b.spans != c.spans && a.spans != c.spans;
    }

    /// A sum of figures whose labels say nothing proves little.
    static bool speak(std::initializer_list<const Candidate *> fitting)
    {
        return std::ranges::all_of(fitting, [](const Candidate *c) { return (*c)[Feature::LabelSimilarity] >= 0.5; });
    }

    static void markAll(std::initializer_list<Candidate *> fitting)
    {
        for (auto *candidate : fitting)
            (*candidate)[Feature::CheckHolds] = 1;
    }

    const std::vector<FieldSpec> &m_fields;
    const Occurrences &m_occurrences;
    const SearchArea &m_area;
    std::vector<std::vector<Candidate>> &m_candidates;
    std::vector<Part> m_parts;
};

} // namespace

void applyChecks(const std::vector<FieldSpec> &fields, const Occurrences &occurrences, const SearchArea &area,
                 std::vector<std::vector<Candidate>> &candidates)
{
    Sums sums(fields, occurrences, area, candidates);
    sums.mark();
    sums.addProven();
    doubtEarlyDueDates(fields, candidates);
    for (auto &list : candidates) {
        for (auto &candidate : list)
            candidate.score = scoreOf(candidate.features);
        std::ranges::stable_sort(list, [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    }
}

} // namespace xs::engine
