// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/resultjson.h"

#include "api/evidencejson.h"
#include "domain/configuration.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::api {

namespace {

using domain::ResultNode;

const schema::Field *childField(const schema::Field *field, const QString &name)
{
    if (!field)
        return nullptr;
    const auto found = std::ranges::find(field->children, name, &schema::Field::name);
    return found == field->children.end() ? nullptr : &*found;
}

/// Member names in the schema's order, then those that the schema does not know.
QStringList memberNames(const Json &object, const schema::Field *field)
{
    QStringList names;
    if (field)
        for (const auto &child : field->children)
            if (object.contains(toStd(child.name)))
                names << child.name;
    for (const auto &[key, value] : object.items())
        if (const auto name = toQString(key); !names.contains(name))
            names << name;
    return names;
}

ResultNode readNode(const QString &name, const Json &value, const Json &metadata, const schema::Field *field)
{
    ResultNode node;
    node.name = name;
    if (value.is_object()) {
        node.kind = ResultNode::Kind::Object;
        for (const auto &key : memberNames(value, field)) {
            const auto text = toStd(key);
            node.children.push_back(
                readNode(key, value.at(text), member(metadata, text.c_str()), childField(field, key)));
        }
    } else if (value.is_array()) {
        node.kind = ResultNode::Kind::List;
        static const Json none;
        for (std::size_t i = 0; i < value.size(); ++i) {
            const auto known = metadata.is_array() && i < metadata.size();
            // Elements of a list of objects have the list's own children as their members.
            node.children.push_back(readNode({}, value[i], known ? metadata[i] : none, field));
        }
    } else {
        node.value = value;
        node.evidence = readEvidence(metadata);
    }
    return node;
}

/// The part of the metadata that mirrors the result.
const Json &mirror(const Json &extractMetadata, bool isList)
{
    const auto &fieldMetadata = member(extractMetadata, "field_metadata");
    const auto &root = fieldMetadata.is_null() ? extractMetadata : fieldMetadata;
    const auto wrappers = isList ? std::vector{"row_metadata", "page_metadata"} : std::vector{"document_metadata"};
    for (const auto *wrapper : wrappers)
        if (const auto &inner = member(root, wrapper); inner.is_object() || inner.is_array())
            return inner;
    return root;
}

Json writeNode(const ResultNode &node, const MetadataParts &parts)
{
    switch (node.kind) {
    case ResultNode::Kind::Object: {
        auto object = Json::object();
        for (const auto &child : node.children) {
            auto written = writeNode(child, parts);
            if (!written.is_null())
                object[toStd(child.name)] = std::move(written);
        }
        return object;
    }
    case ResultNode::Kind::List: {
        auto list = Json::array();
        for (const auto &child : node.children)
            list.push_back(writeNode(child, parts));
        return list;
    }
    case ResultNode::Kind::Value:
        break;
    }
    return node.value.is_null() || !node.evidence ? Json() : writeEvidence(*node.evidence, parts);
}

} // namespace

ResultNode readResult(const Json &result, const Json &extractMetadata, const schema::Field *fields)
{
    return readNode({}, result, mirror(extractMetadata, result.is_array()), fields);
}

Json fieldMetadata(const ResultNode &tree, const QString &extractionTarget, const MetadataParts &parts)
{
    Json json;
    json["document_metadata"] = nullptr;
    json["page_metadata"] = nullptr;
    json["row_metadata"] = nullptr;
    const auto *key = extractionTarget == domain::target::perPage       ? "page_metadata"
                      : extractionTarget == domain::target::perTableRow ? "row_metadata"
                                                                        : "document_metadata";
    json[key] = writeNode(tree, parts);
    return json;
}

} // namespace xs::api
