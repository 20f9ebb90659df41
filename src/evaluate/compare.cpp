// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate/compare.h"

#include "review/align.h"

#include <QStringList>

#include <algorithm>

namespace xs::evaluate {

namespace {

using domain::ResultNode;
using domain::ResultPath;

/// The tree with every value in the form in which equal ones are equal, so that rows are paired by what they say.
ResultNode canonicalTree(ResultNode node, const SameRules &rules)
{
    if (node.kind == ResultNode::Kind::Value) {
        node.value = canonical(node.value, rules);
        node.evidence.reset();
    }
    for (auto &child : node.children)
        child = canonicalTree(std::move(child), rules);
    return node;
}

/// A place in one of the two results; no node where it has no such place.
struct Side
{
    const ResultNode *node = nullptr;
    const ResultNode *canonical = nullptr;
    ResultPath path;
    /// "line_items.price", and for people "line_items 2.price". Only the tree tells a row from a member called "2024".
    QString field;
    QString place;

    bool isList() const { return node && node->kind == ResultNode::Kind::List; }
    bool isValue() const { return node && node->kind == ResultNode::Kind::Value; }
    Side child(std::size_t position) const
    {
        const auto &next = node->children[position];
        Side side{&next, &canonical->children[position], path + u'/' + domain::stepOf(*node, position), field, place};
        const auto add = [](QString &text, QChar between, const QString &part) {
            text += (text.isEmpty() ? QString() : QString(between)) + part;
        };
        if (isList()) {
            add(side.place, u' ', QString::number(position + 1));
        } else {
            add(side.field, u'.', next.name);
            add(side.place, u'.', next.name);
        }
        return side;
    }
    Side child(std::optional<std::size_t> position) const { return position ? child(*position) : Side(); }
    std::optional<std::size_t> member(const QString &name) const
    {
        const auto found = node ? std::ranges::find(node->children, name, &ResultNode::name)
                                : std::vector<ResultNode>::const_iterator();
        if (!node || found == node->children.end())
            return std::nullopt;
        return static_cast<std::size_t>(found - node->children.begin());
    }
};

class Comparison
{
public:
    explicit Comparison(const CompareRules &rules) : m_rules(rules) {}

    void take(const Side &reference, const Side &result)
    {
        if (!reference.node && !result.node)
            return;
        const bool plain = (!reference.node || reference.isValue()) && (!result.node || result.isValue());
        if (plain)
            return add(reference, result);
        const bool mixed = reference.node && result.node && reference.node->kind != result.node->kind;
        if (mixed) {
            // A null in the place of an object or a list says that all of it is not there.
            if (!reference.isValue() || !reference.node->value.is_null())
                take(reference, {});
            if (!result.isValue() || !result.node->value.is_null())
                take({}, result);
            return;
        }
        if (reference.isList() || result.isList())
            takeRows(reference, result);
        else
            takeMembers(reference, result);
    }

    std::vector<ComparedCell> cells;

private:
    void takeRows(const Side &reference, const Side &result)
    {
        if (reference.node && result.node) {
            for (const auto &[i, j] : review::alignRows(*reference.canonical, *result.canonical))
                take(reference.child(i), result.child(j));
            return;
        }
        const auto &there = reference.node ? reference : result;
        for (std::size_t i = 0; i < there.node->children.size(); ++i)
            take(reference.node ? reference.child(i) : Side(), result.node ? result.child(i) : Side());
    }

    void takeMembers(const Side &reference, const Side &result)
    {
        const auto names = [](const Side &side) {
            QStringList names;
            if (side.node)
                for (const auto &child : side.node->children)
                    names << child.name;
            return names;
        };
        auto all = names(reference);
        if (!m_rules.onlyNamed || !reference.node)
            for (const auto &name : names(result))
                if (!all.contains(name))
                    all << name;
        for (const auto &name : all)
            take(reference.child(reference.member(name)), result.child(result.member(name)));
    }

    void add(const Side &reference, const Side &result)
    {
        ComparedCell cell;
        cell.path = result.path;
        cell.referencePath = reference.path;
        cell.field = reference.node ? reference.field : result.field;
        cell.place = result.node ? result.place : reference.place;
        if (reference.node)
            cell.reference = reference.node->value;
        if (result.node) {
            cell.value = result.node->value;
            if (result.node->evidence)
                cell.score = result.node->evidence->confidence;
        }
        const bool wanted = !canonical(cell.reference, m_rules.same).is_null();
        const bool given = !canonical(cell.value, m_rules.same).is_null();
        if (sameValue(cell.reference, cell.value, m_rules.same))
            cell.difference = Difference::Same;
        else
            cell.difference = !given ? Difference::Missing : wanted ? Difference::Changed : Difference::Extra;
        cells.push_back(std::move(cell));
    }

    CompareRules m_rules;
};

} // namespace

std::vector<ComparedCell> compare(const ResultNode &reference, const ResultNode &result, const CompareRules &rules)
{
    const auto canonicalReference = canonicalTree(reference, rules.same);
    const auto canonicalResult = canonicalTree(result, rules.same);
    Comparison comparison(rules);
    comparison.take({&reference, &canonicalReference, {}, {}, {}}, {&result, &canonicalResult, {}, {}, {}});
    return std::move(comparison.cells);
}

} // namespace xs::evaluate
