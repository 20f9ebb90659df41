// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/jsonpointer.h"
#include "domain/citation.h"

#include <optional>
#include <vector>

namespace xs::domain {

/// An extraction result as one tree: every value together with its evidence. The root is an Object for the
/// target per_doc and a List of Objects for per_page and per_table_row. Order is the schema's order.
struct ResultNode
{
    enum class Kind { Value, Object, List };

    Kind kind = Kind::Value;
    /// Member name inside an object, empty for the root and for list elements.
    QString name;
    /// Only for Kind::Value: null, boolean, number or string (or any JSON that has no schema).
    Json value;
    /// Only for Kind::Value; absent when nothing is known about the value.
    std::optional<Evidence> evidence;
    std::vector<ResultNode> children;

    bool operator==(const ResultNode &) const = default;
};

/// The plain data, without evidence: the API's `extract_result`.
Json plainResult(const ResultNode &node);

/// Plain data as a tree, without evidence.
ResultNode resultFromPlain(const Json &json);

/// Where a value is: member names and list positions from the root ("/line_items/0/price", a JSON pointer).
using ResultPath = QString;

/// Calls `visit(path, node)` for every Kind::Value node, in order.
template <typename Visit>
void forEachValue(const ResultNode &node, Visit &&visit, const ResultPath &path = {});

using xs::pointerStep;
/// A path as people read it, rows counted from 1: "line_items 2.price" for "/line_items/1/price".
QString readablePath(const ResultPath &path);
/// "line_items.price" for "/line_items/3/price": the field that a value belongs to, whatever its row.
QString fieldName(const ResultPath &path);
/// The step from an object or list to its child at a position.
QString stepOf(const ResultNode &parent, std::size_t position);

template <typename Visit>
void forEachValue(const ResultNode &node, Visit &&visit, const ResultPath &path)
{
    if (node.kind == ResultNode::Kind::Value)
        visit(path, node);
    for (std::size_t i = 0; i < node.children.size(); ++i)
        forEachValue(node.children[i], visit, path + QLatin1Char('/') + stepOf(node, i));
}

} // namespace xs::domain
