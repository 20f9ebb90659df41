// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/ratedtaxes.h"

#include "engine/candidates/values.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double highestRate = 40;
constexpr double sameRate = 0.005;
/// Taxes are rounded for each line of goods or once.
constexpr double sameTax = 0.021;

using Amounts = std::vector<const Occurrence *>;

/// The rate that the name ("tva_10") or the description ("VAT at 5.5 %") is about; nothing where it is about none, or
/// about the rate itself.
std::optional<double> rateOf(const FieldSpec &field)
{
    if (field.kind != ValueKind::Money || !(field.says("tax"_L1) || field.nameSays("net"_L1)))
        return {};
    static const QRegularExpression percent(uR"((?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:%|percent\b))"_s);
    static const QRegularExpression number(uR"(^\d{1,2}$)"_s);
    QString digits;
    if (const auto match = percent.match(field.field.description); match.hasMatch())
        digits = match.captured(1).replace(u',', u'.');
    else if (field.nameSays("tax"_L1) || field.nameSays("net"_L1))
        for (const auto &part : field.nameWords)
            if (number.match(part).hasMatch())
                digits = part;
    const auto rate = digits.toDouble();
    return rate > 0 && rate <= highestRate ? std::optional(rate) : std::nullopt;
}

class RatedAmounts
{
public:
    RatedAmounts(const Workspace &workspace, const Line &line) : m_text(workspace.text)
    {
        for (const auto &amount : workspace.occurrences.in(line.tokens, ValueKind::Money))
            if (amount.decimals == 2 && !amount.hasPercent && !amount.isEmbedded)
                m_amounts.push_back(&amount);
        for (const auto &rate : workspace.occurrences.in(line.tokens, ValueKind::Percent))
            if (rate.hasPercent)
                m_rates.push_back(&rate);
    }

    /// The amounts that belong to a rate of the line: those behind it, or before it where that is how the line goes.
    Amounts of(const Occurrence &rate) const
    {
        if (m_rates.size() < 2)
            return m_amounts;
        const auto next = [&](int from) {
            auto end = int(m_text.tokens.size());
            for (const auto *other : m_rates)
                if (other->span.first > from)
                    end = std::min(end, other->span.first);
            return end;
        };
        const auto isBefore = !m_amounts.empty() && m_amounts.front()->span.first < m_rates.front()->span.first;
        auto from = rate.span.last, to = next(rate.span.first);
        if (isBefore) {
            from = 0;
            to = rate.span.first;
            for (const auto *other : m_rates)
                if (other->span.last <= rate.span.first)
                    from = std::max(from, other->span.last);
        }
        Amounts own;
        std::ranges::copy_if(m_amounts, std::back_inserter(own), [from, to](const Occurrence *amount) {
            return amount->span.first >= from && amount->span.last <= to;
        });
        return own;
    }

private:
    const Text &m_text;
    Amounts m_amounts, m_rates;
};

class TaxFinder
{
public:
    TaxFinder(const FieldSpec &field, double rate, const Workspace &workspace, const SearchArea &area)
        : m_field(field), m_rate(rate), m_workspace(workspace), m_text(workspace.text), m_area(area)
    {
    }

    void find(std::vector<Candidate> &candidates) const
    {
        const Span tokens{m_text.segments[m_area.segments.first].tokens.first,
                          m_text.segments[m_area.segments.last - 1].tokens.last};
        for (const auto &rate : m_workspace.occurrences.in(tokens, ValueKind::Percent)) {
            if (!rate.hasPercent || std::abs(rate.number - m_rate) > sameRate)
                continue;
            const auto line = m_text.tokens[rate.span.first].line;
            addFrom(RatedAmounts(m_workspace, m_text.lines[line]).of(rate), rate, candidates);
        }
    }

private:
    void addFrom(const Amounts &amounts, const Occurrence &rate, std::vector<Candidate> &candidates) const
    {
        const auto wantsBase = m_field.says("net"_L1) || m_field.says("subtotal"_L1);
        for (const auto *base : amounts)
            for (const auto *tax : amounts)
                if (base != tax && std::abs(base->number * m_rate / 100 - tax->number) < sameTax) {
                    candidates.push_back(make(wantsBase ? *base : *tax, rate, true));
                    return;
                }
        const auto bag = m_workspace.labels.bagOf(m_text.segments[m_text.tokens[rate.span.first].segment].tokens);
        if (amounts.size() == 1 && !wantsBase && m_workspace.lexicon.says(bag, "tax"_L1))
            candidates.push_back(make(*amounts.front(), rate, false));
    }

    Candidate make(const Occurrence &amount, const Occurrence &rate, bool isProven) const
    {
        Candidate candidate;
        candidate.value = typedValue(m_field, amount, m_text);
        candidate.spans = {amount.span};
        candidate.label = rate.span;
        candidate[Feature::LabelSimilarity] = 1;
        candidate[Feature::LabelEdge] = 1;
        candidate[Feature::Same] = 1;
        candidate[Feature::Quality] = amount.quality;
        candidate[Feature::Decimals] = 1;
        candidate[Feature::CheckHolds] = isProven;
        setPlaceFeatures(candidate, m_area, m_text);
        setCommonFeatures(candidate, m_field, m_text);
        candidate.score = scoreOf(candidate.features);
        return candidate;
    }

    const FieldSpec &m_field;
    double m_rate;
    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
};

} // namespace

void addRatedTaxes(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
                   std::vector<std::vector<Candidate>> &candidates)
{
    if (area.segments.isEmpty())
        return;
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (const auto rate = rateOf(fields[f])) {
            TaxFinder(fields[f], *rate, workspace, area).find(candidates[f]);
            rank(candidates[f]);
        }
}

} // namespace xs::engine
