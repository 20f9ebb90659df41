// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/import/modernise.h"

#include "schema/excerpt.h"
#include "schema/pointer.h"
#include "schema/typing.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::schema::import {

namespace {

class Moderniser
{
public:
    Moderniser(Json document, std::vector<Note> &notes) : m_document(std::move(document)), m_notes(notes) {}

    Json run()
    {
        collectAnchors(m_document, {});
        changeReferences(m_document, [this](const QString &reference) { return aimOf(reference); });
        inlineRoot();
        visit(m_document, {});
        return std::move(m_document);
    }

private:
    /// Names of places: `$anchor`, or a fragment alone in `$id` and in the `id` of draft 4.
    void collectAnchors(const Json &schema, const QString &pointer)
    {
        if (!schema.is_structured())
            return;
        if (const auto anchor = stringMember(schema, "$anchor"))
            m_anchors.insert(u'#' + *anchor, u'#' + pointer);
        for (const auto *key : {"$id", "id"})
            if (const auto id = stringMember(schema, key); id && id->startsWith(u'#'))
                m_anchors.insert(*id, u'#' + pointer);
        std::size_t i = 0;
        for (auto it = schema.begin(); it != schema.end(); ++it, ++i)
            collectAnchors(*it,
                           schema.is_object() ? childPointer(pointer, toQString(it.key())) : childPointer(pointer, i));
    }

    QString aimOf(const QString &reference)
    {
        if (!reference.startsWith(u'#'))
            note(reference);
        return m_anchors.value(reference, reference);
    }

    void note(const QString &what) { m_notes.push_back({0, what}); }

    const Json *resolved(const QString &reference) const
    {
        if (!reference.startsWith("#/"_L1))
            return nullptr;
        try {
            const Json::json_pointer place(toStd(reference.mid(1)));
            return m_document.contains(place) ? &m_document.at(place) : nullptr;
        } catch (const Json::exception &) {
            return nullptr;
        }
    }

    /// Generators write the type itself as a definition and refer to it from the root.
    void inlineRoot()
    {
        const auto reference = stringMember(m_document, "$ref");
        const auto *aim = reference ? resolved(*reference) : nullptr;
        if (!aim || !aim->is_object())
            return;
        auto root = *aim;
        for (const auto &[key, value] : m_document.items())
            if (key != "$ref")
                root[key] = value;
        m_document = std::move(root);
    }

    void visit(Json &schema, const QString &pointer)
    {
        if (!schema.is_object())
            return;
        mergeAllOf(schema, pointer);
        modernKeywords(schema);
        tuples(schema, pointer);
        openObjects(schema, pointer);
        requiredMembers(schema);
        for (const auto *key : {"properties", "$defs", "definitions"})
            if (schema.contains(key) && schema[key].is_object())
                for (auto it = schema[key].begin(); it != schema[key].end(); ++it)
                    visit(*it, childPointer(pointer + u'/' + QString::fromLatin1(key), toQString(it.key())));
        for (const auto *key : {"anyOf", "oneOf", "allOf"})
            if (schema.contains(key) && schema[key].is_array())
                for (std::size_t i = 0; i < schema[key].size(); ++i)
                    visit(schema[key][i], childPointer(pointer + u'/' + QString::fromLatin1(key), i));
        if (schema.contains("items"))
            visit(schema["items"], pointer + u"/items"_s);
        // Last, because null goes around all other keywords.
        if (boolMember(schema, "nullable").value_or(false)) {
            schema.erase("nullable");
            schema = withNull(schema, true);
        }
    }

    /// One part is the schema itself; several objects are one with the members of all.
    void mergeAllOf(Json &schema, const QString &pointer)
    {
        if (!schema.contains("allOf") || !schema["allOf"].is_array())
            return;
        auto merged = Json::object();
        const auto parts = schema["allOf"];
        for (const auto &part : parts) {
            const auto reference = stringMember(part, "$ref");
            if (reference && parts.size() == 1) {
                merged = part;
                continue;
            }
            const auto *aim = reference ? resolved(*reference) : &part;
            const auto isMember = aim && (member(*aim, "properties").is_object() || parts.size() == 1);
            if (!isMember)
                return note(pointer + u"/allOf"_s);
            mergeInto(merged, *aim);
        }
        auto rest = schema;
        rest.erase("allOf");
        mergeInto(merged, rest);
        schema = std::move(merged);
    }

    static void mergeInto(Json &merged, const Json &part)
    {
        for (const auto &[key, value] : part.items()) {
            if (key == "properties" && merged.contains(key))
                merged[key].update(value);
            else if (key == "required" && merged.contains(key) && value.is_array())
                merged[key].insert(merged[key].end(), value.begin(), value.end());
            else
                merged[key] = value;
        }
    }

    /// Draft 4: `"exclusiveMinimum": true` says that `minimum` itself is out.
    static void modernKeywords(Json &schema)
    {
        for (const auto &[exclusive, limit] :
             {std::pair{"exclusiveMinimum", "minimum"}, std::pair{"exclusiveMaximum", "maximum"}}) {
            if (!boolMember(schema, exclusive))
                continue;
            if (*boolMember(schema, exclusive) && schema.contains(limit)) {
                schema[exclusive] = schema[limit];
                schema.erase(limit);
            } else {
                schema.erase(exclusive);
            }
        }
    }

    void tuples(Json &schema, const QString &pointer)
    {
        const auto *key = member(schema, "prefixItems").is_array() ? "prefixItems" : "items";
        if (!member(schema, key).is_array() || schema[key].empty())
            return;
        note(pointer + u'/' + QString::fromLatin1(key));
        const auto parts = schema[key];
        schema.erase("prefixItems");
        auto items = Json::object();
        items["anyOf"] = parts;
        schema["items"] = parts.size() == 1 ? parts.front() : items;
    }

    /// Members whose names only the data knows cannot be fields.
    void openObjects(const Json &schema, const QString &pointer)
    {
        if (member(schema, "additionalProperties").is_object() && !member(schema, "additionalProperties").empty())
            note(pointer + u"/additionalProperties"_s);
        if (member(schema, "patternProperties").is_object())
            note(pointer + u"/patternProperties"_s);
    }

    /// Draft 3: the member says that it is required.
    static void requiredMembers(Json &schema)
    {
        if (!schema.contains("properties") || !schema["properties"].is_object())
            return;
        std::vector<std::string> names;
        for (auto it = schema["properties"].begin(); it != schema["properties"].end(); ++it) {
            const auto said = boolMember(*it, "required");
            if (!said)
                continue;
            it->erase("required");
            if (*said)
                names.push_back(it.key());
        }
        for (const auto &name : names)
            schema["required"].push_back(name);
    }

    Json m_document;
    std::vector<Note> &m_notes;
    QHash<QString, QString> m_anchors;
};

} // namespace

Json modernise(Json schema, std::vector<Note> &notes)
{
    return Moderniser(std::move(schema), notes).run();
}

} // namespace xs::schema::import
