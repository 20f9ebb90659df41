// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/resultjson.h"

#include "api/evidencejson.h"
#include "domain/configuration.h"

#include <QHash>
#include <QSet>

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

/// The members of an object by name. JSON that keeps its order looks at one after the other, which takes too long where
/// there are very many.
class Members
{
public:
    explicit Members(const Json &object) : m_object(object)
    {
        constexpr std::size_t few = 32;
        if (object.is_object() && object.size() > few)
            for (const auto &[key, value] : object.items())
                m_byName.insert(toQString(key), &value);
    }

    /// Null where there is none, or where this is no object.
    const Json &at(const QString &name) const
    {
        static const Json none;
        if (!m_byName.isEmpty()) {
            const auto *found = m_byName.value(name);
            return found ? *found : none;
        }
        if (!m_object.is_object())
            return none;
        const auto found = m_object.find(toStd(name));
        return found == m_object.end() ? none : *found;
    }

private:
    const Json &m_object;
    QHash<QString, const Json *> m_byName;
};

/// Member names in the schema's order, then those that the schema does not know.
QStringList memberNames(const Json &object, const schema::Field *field)
{
    QStringList names;
    QSet<QString> known;
    const auto add = [&](const QString &name) {
        if (!known.contains(name)) {
            known.insert(name);
            names << name;
        }
    };
    QStringList there;
    for (const auto &[key, value] : object.items())
        there << toQString(key);
    if (field) {
        const QSet<QString> all(there.begin(), there.end());
        for (const auto &child : field->children)
            if (all.contains(child.name))
                add(child.name);
    }
    for (const auto &name : there)
        add(name);
    return names;
}

ResultNode readNode(const QString &name, const Json &value, const Json &metadata, const schema::Field *field)
{
    ResultNode node;
    node.name = name;
    if (value.is_object()) {
        node.kind = ResultNode::Kind::Object;
        const Members members(value);
        const Members known(metadata);
        for (const auto &key : memberNames(value, field))
            node.children.push_back(readNode(key, members.at(key), known.at(key), childField(field, key)));
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
