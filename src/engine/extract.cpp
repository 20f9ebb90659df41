// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract.h"

#include "schema/field.h"

namespace xs::engine {

namespace {

domain::ResultNode emptyNode(const schema::Field &field)
{
    using Kind = domain::ResultNode::Kind;
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

} // namespace

Expected<Extraction> extract(const document::PageSource &document, const ExtractRequest &request)
{
    const auto root = schema::readFields(request.dataSchema);
    if (!root)
        return Unexpected(root.error());
    Extraction extraction;
    extraction.pageCount = document.pageCount();
    if (request.extractionTarget == domain::target::perDocument)
        extraction.result = emptyNode(*root);
    else
        extraction.result.kind = domain::ResultNode::Kind::List;
    return extraction;
}

} // namespace xs::engine
