// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rows.h"

#include "domain/resultpath.h"
#include "review/align.h"

#include <QStringList>

#include <algorithm>

namespace xs::review {

namespace {

using domain::ResultNode;
using domain::ResultPath;

/// "/rows" and 3 for "/rows/3"; no position for a path that ends in a name.
std::pair<ResultPath, std::optional<std::size_t>> splitRow(const ResultPath &path)
{
    const auto slash = path.lastIndexOf(u'/');
    bool isPosition = false;
    const auto position = QStringView(path).mid(slash + 1).toULongLong(&isPosition);
    if (slash < 0 || !isPosition)
        return {path, std::nullopt};
    return {path.left(slash), static_cast<std::size_t>(position)};
}

ResultNode *find(ResultNode &root, const ResultPath &path)
{
    return const_cast<ResultNode *>(domain::nodeAt(root, path));
}

/// How many rows somebody could add to a list at most: a position from a damaged store must not fill the memory.
constexpr std::size_t mostAdded = 100'000;

void addRow(ResultNode &list, std::size_t position, const Json &row)
{
    if (position >= list.children.size() + mostAdded)
        return;
    // Where a row before it was taken back, a gap stays rather than that paths move.
    while (list.children.size() <= position)
        list.children.push_back(domain::resultFromPlain(row));
}

/// The first `steps` steps of a path.
ResultPath firstSteps(const ResultPath &path, qsizetype steps)
{
    return path.section(u'/', 0, steps);
}

/// Where a place of the earlier result is in the later one, by any value below it.
std::optional<ResultPath> counterpart(const std::map<ResultPath, ResultPath> &paths, const ResultPath &path)
{
    const auto below = path + u'/';
    const auto found = paths.lower_bound(below);
    if (found == paths.end() || !found->first.startsWith(below))
        return std::nullopt;
    return firstSteps(found->second, path.count(u'/'));
}

void carryCells(const Decisions &decisions, const ResultPath &from, const ResultPath &to, Decisions &kept)
{
    const auto below = from + u'/';
    for (auto item = decisions.lower_bound(below); item != decisions.end() && item->first.startsWith(below); ++item)
        kept.insert_or_assign(to + u'/' + item->first.mid(below.size()), item->second);
}

} // namespace

ResultNode withAddedRows(ResultNode result, const Decisions &decisions)
{
    // Shorter positions first: the map's order would put row 10 before row 9.
    std::vector<std::tuple<ResultPath, std::size_t, const Decision *>> added;
    for (const auto &[path, decision] : decisions)
        if (decision.verdict == Verdict::Added || decision.verdict == Verdict::Corrected)
            if (const auto [list, position] = splitRow(path); position)
                added.emplace_back(list, *position, &decision);
    std::ranges::sort(added, [](const auto &a, const auto &b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    for (const auto &[list, position, decision] : added)
        if (auto *node = find(result, list); node && node->kind == ResultNode::Kind::List)
            addRow(*node, position, decision->verdict == Verdict::Added ? decision->value : Json());
    return result;
}

bool isRemoved(const Decisions &decisions, const ResultPath &path)
{
    for (auto end = path.size(); end > 0; end = path.lastIndexOf(u'/', end - 1)) {
        const auto found = decisions.find(path.left(end));
        if (found != decisions.end() && found->second.verdict == Verdict::Removed)
            return true;
    }
    return false;
}

ListPlace listOf(const ResultNode &result, const ResultPath &path)
{
    const auto *here = nodeAt(result, path);
    if (here && here->kind == ResultNode::Kind::List)
        return {true, path, {}};
    for (auto row = path; !row.isEmpty(); row = row.left(row.lastIndexOf(u'/'))) {
        const auto above = row.left(row.lastIndexOf(u'/'));
        if (const auto *list = nodeAt(result, above); list && list->kind == ResultNode::Kind::List)
            return {true, above, row};
    }
    return {};
}

Json emptyRow(const schema::Field *field, const ResultNode &list)
{
    if (field && field->isContainer() && !field->children.empty()) {
        auto row = Json::object();
        for (const auto &child : field->children)
            row[toStd(child.name)] = child.list ? Json::array() : child.isContainer() ? emptyRow(&child, {}) : Json();
        return row;
    }
    if (list.children.empty() || list.children.front().kind != ResultNode::Kind::Object)
        return {};
    auto row = Json::object();
    for (const auto &cell : list.children.front().children)
        row[toStd(cell.name)] = cell.kind == ResultNode::Kind::List ? Json::array() : Json();
    return row;
}

Decisions carriedRows(const ResultNode &before, const Decisions &decisions, const ResultNode &after)
{
    const auto paths = correspondingValues(before, after);
    const auto whole = withAddedRows(before, decisions);
    std::map<ResultPath, std::size_t> sizes;
    Decisions kept;
    for (const auto &[path, decision] : decisions) {
        const auto [list, position] = splitRow(path);
        if (!position || (decision.verdict != Verdict::Removed && decision.verdict != Verdict::Added))
            continue;
        if (decision.verdict == Verdict::Removed) {
            const auto now = counterpart(paths, path);
            const auto *was = nodeAt(before, path);
            const auto *is = now ? nodeAt(after, *now) : nullptr;
            if (was && is && domain::plainResult(*was) == domain::plainResult(*is))
                kept.emplace(*now, decision);
            continue;
        }
        const auto newList = counterpart(paths, list).value_or(list);
        const auto *there = nodeAt(after, newList);
        const auto *row = nodeAt(whole, path);
        if (!there || there->kind != ResultNode::Kind::List || !row)
            continue;
        // The row as it counts: its own cells are decisions below the path.
        Decisions cells;
        carryCells(decisions, path, {}, cells);
        const auto content = domain::plainResult(decided(*row, cells));
        if (std::ranges::any_of(there->children,
                                [&](const ResultNode &known) { return domain::plainResult(known) == content; }))
            continue;
        auto &size = sizes.try_emplace(newList, there->children.size()).first->second;
        const auto now = newList + u'/' + QString::number(size++);
        kept.emplace(now, decision);
        carryCells(decisions, path, now, kept);
    }
    return kept;
}

} // namespace xs::review
