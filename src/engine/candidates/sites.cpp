// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/sites.h"

#include "engine/candidates/values.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr qsizetype shortestSite = 5;
constexpr double likelihoodOfDomain = 0.8;

struct Address
{
    Span word;
    QString text;
    /// "example" of "https://www.example.org/page".
    QString site;
};

QString siteOf(const QString &address)
{
    auto host = address.section("://"_L1, -1).section(u'/', 0, 0).toLower();
    if (host.contains(u'@'))
        return {};
    const auto parts = host.split(u'.', Qt::SkipEmptyParts);
    return parts.size() < 2 ? QString() : parts.at(parts.size() - 2);
}

std::vector<Address> addressesIn(const Text &text, const SearchArea &area)
{
    std::vector<Address> found;
    const auto first = text.segments[area.segments.first].tokens.first;
    const auto last = text.segments[area.segments.last - 1].tokens.last;
    for (int i = first; i < last; ++i) {
        const auto &word = text.tokens[i].text;
        if (word.size() <= shortestSite || !word.contains(u'.'))
            continue;
        const auto address = cleanText(word);
        if (const auto site = siteOf(address); site.size() >= shortestSite)
            found.push_back({{i, i + 1}, address, site});
    }
    return found;
}

bool isNamed(const FieldSpec &field, const QString &site)
{
    const auto isPlain = field.kind == ValueKind::Text || field.kind == ValueKind::Url;
    return isPlain &&
           std::ranges::any_of(field.nameWords, [&site](const QString &part) { return part.toLower() == site; });
}

} // namespace

void addSites(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
              std::vector<std::vector<Candidate>> &candidates)
{
    if (area.segments.isEmpty())
        return;
    for (const auto &address : addressesIn(workspace.text, area))
        for (std::size_t f = 0; f < fields.size(); ++f) {
            if (!isNamed(fields[f], address.site))
                continue;
            Candidate candidate;
            candidate.value = toStd(address.text);
            candidate.spans = {address.word};
            candidate[Feature::Unlabelled] = 1;
            candidate[Feature::Likelihood] = likelihoodOfDomain;
            candidate[Feature::Quality] = 0.9;
            setPlaceFeatures(candidate, area, workspace.text);
            setCommonFeatures(candidate, fields[f], workspace.text);
            candidate.score = scoreOf(candidate.features);
            candidates[f].push_back(std::move(candidate));
        }
}

} // namespace xs::engine
