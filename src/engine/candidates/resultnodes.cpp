// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/resultnodes.h"

#include "engine/candidates/cite.h"

namespace xs::engine {

using domain::ResultNode;
using Kind = ResultNode::Kind;
using schema::Field;

domain::ResultNode emptyNode(const Field &field)
{
    domain::ResultNode node;
    node.name = field.name;
    if (field.list) {
        node.kind = Kind::List;
        return node;
    }
    if (!field.isContainer())
        return node;
    node.kind = Kind::Object;
    for (const auto &child : field.children)
        node.children.push_back(emptyNode(child));
    return node;
}

domain::ResultNode valueNode(const Field &field, const Text &text, const Candidate *chosen)
{
    domain::ResultNode node;
    node.name = field.name;
    if (chosen && !chosen->value.is_null()) {
        node.value = chosen->value;
        node.evidence = evidenceOf(text, *chosen);
    }
    return node;
}

} // namespace xs::engine
