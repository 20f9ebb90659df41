// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/import/imported.h"

#include "schema/excerpt.h"
#include "schema/pointer.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::schema::import {

namespace {

QString nameOf(const QString &reference)
{
    return lastName(reference.mid(1));
}

class Assembler
{
public:
    explicit Assembler(const std::vector<Declared> &declared)
    {
        for (const auto &one : declared) {
            m_types.insert(one.name, one.schema);
            count(one.schema);
        }
    }

    bool isUsed(const QString &name) const { return m_uses.contains(name); }

    /// The schema with types that are used once written out in their place.
    Json resolved(const Json &schema, const QStringList &above)
    {
        if (!schema.is_structured())
            return schema;
        if (const auto reference = stringMember(schema, "$ref"))
            return resolvedReference(schema, nameOf(*reference), above);
        auto result = schema;
        for (auto it = result.begin(); it != result.end(); ++it)
            *it = resolved(*it, above);
        return result;
    }

    Json definitions()
    {
        auto all = Json::object();
        // Definitions may need others, which are then asked for in turn.
        while (!m_wanted.isEmpty()) {
            const auto name = m_wanted.takeFirst();
            if (!all.contains(toStd(name)))
                all[toStd(name)] = resolved(m_types[name], {name});
        }
        return all;
    }

    const QStringList &unknown() const { return m_unknown; }

private:
    void count(Json schema)
    {
        changeReferences(schema, [this](const QString &reference) {
            ++m_uses[nameOf(reference)];
            return reference;
        });
    }

    Json resolvedReference(const Json &schema, const QString &name, const QStringList &above)
    {
        auto beside = schema;
        beside.erase("$ref");
        if (!m_types.contains(name)) {
            m_unknown << name;
            Json text = {{"type", "string"}};
            text.update(beside);
            return text;
        }
        // Types that contain themselves, and types of several places, are definitions.
        const auto isShared = m_uses.value(name) > 1 && member(m_types[name], "properties").is_object();
        if (isShared || above.contains(name)) {
            m_wanted << name;
            return schema;
        }
        auto inner = resolved(m_types[name], above + QStringList(name));
        inner.update(beside);
        return inner;
    }

    QHash<QString, Json> m_types;
    QHash<QString, int> m_uses;
    QStringList m_wanted;
    QStringList m_unknown;
};

bool hasMembers(const Declared &one)
{
    return member(one.schema, "properties").is_object();
}

/// Puts the members of the parents, and of theirs, before a type's own. Types without members (enums) take none.
void inherit(std::vector<Declared> &declared, Declared &one, std::vector<Note> &notes, int depth = 0)
{
    constexpr int deepest = 20;
    for (const auto &parent : std::exchange(one.parents, {})) {
        const auto found = std::ranges::find(declared, parent, &Declared::name);
        if (found == declared.end() || depth > deepest) {
            notes.push_back({0, parent});
            continue;
        }
        inherit(declared, *found, notes, depth + 1);
        if (!hasMembers(*found) || !hasMembers(one))
            continue;
        auto properties = found->schema["properties"];
        properties.update(one.schema["properties"]);
        one.schema["properties"] = std::move(properties);
        auto required = member(found->schema, "required").is_array() ? found->schema["required"] : Json::array();
        if (member(one.schema, "required").is_array())
            for (const auto &name : one.schema["required"])
                if (std::ranges::find(required, name) == required.end())
                    required.push_back(name);
        if (!required.empty())
            one.schema["required"] = std::move(required);
    }
}

} // namespace

Expected<Imported> assemble(std::vector<Declared> declared, Source source, std::vector<Note> notes)
{
    std::vector<QString> parents;
    for (const auto &one : declared)
        parents.insert(parents.end(), one.parents.begin(), one.parents.end());
    for (auto &one : declared)
        inherit(declared, one, notes);
    // A parent is part of its heirs and not a result of its own.
    std::erase_if(declared, [&](const Declared &one) { return std::ranges::find(parents, one.name) != parents.end(); });
    Assembler assembler(declared);
    const Declared *root = nullptr;
    for (const auto &one : declared)
        if (hasMembers(one) && !assembler.isUsed(one.name))
            root = &one;
    // Types that refer to each other in a ring have no top; the last one is where people put it.
    for (const auto &one : declared)
        if (!root && hasMembers(one) && &one == &declared.back())
            root = &one;
    if (!root)
        return Unexpected(ErrorCode::SchemaNotObject, u"no type with members is declared"_s);
    Imported result{assembler.resolved(root->schema, {root->name}), source, std::move(notes)};
    for (const auto &one : declared)
        if (hasMembers(one) && &one != root && !assembler.isUsed(one.name))
            result.notes.push_back({0, one.name});
    auto definitions = assembler.definitions();
    for (const auto &name : assembler.unknown())
        if (const Note note{0, name}; std::ranges::find(result.notes, note) == result.notes.end())
            result.notes.push_back(note);
    if (!definitions.empty())
        result.schema["$defs"] = std::move(definitions);
    return result;
}

} // namespace xs::schema::import
