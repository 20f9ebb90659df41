// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"

namespace xs::tests {

/// A result tree of plain JSON, every value with one citation on page 1 and the given confidence.
inline domain::ResultNode resultOf(const Json &json, double confidence = 0.95, const QString &name = {})
{
    domain::ResultNode node;
    node.name = name;
    if (json.is_object() || json.is_array()) {
        node.kind = json.is_object() ? domain::ResultNode::Kind::Object : domain::ResultNode::Kind::List;
        for (const auto &[key, value] : json.items())
            node.children.push_back(resultOf(value, confidence, json.is_object() ? toQString(key) : QString()));
        return node;
    }
    node.value = json;
    if (!json.is_null()) {
        node.evidence = domain::Evidence{};
        node.evidence->confidence = confidence;
        domain::Citation citation;
        citation.page = 1;
        citation.matchingText = displayText(json);
        citation.boxes = {QRectF(0.1, 0.1, 0.2, 0.02)};
        node.evidence->citations = {citation};
    }
    return node;
}

} // namespace xs::tests
