// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field.h"

#include "schema/pointer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::schema {

namespace {

/// A sub-schema together with where it stands and which `$ref`s led to it.
struct Place
{
    const Json *schema;
    QString pointer;
    QStringList visited;
};

class Reader
{
public:
    explicit Reader(const Json &document) : m_document(document) {}

    Field read(const QString &name, Place place) const
    {
        Field field;
        field.name = name;
        field.pointer = place.pointer;
        readTexts(*place.schema, field);
        bool nullable = false;
        place = seeThrough(std::move(place), nullable, field);
        readType(place, nullable, field);
        if (nullable)
            field.presence = Presence::Nullable;
        return field;
    }

private:
    /// Follows local references and alternatives with null until a plain schema is reached.
    Place seeThrough(Place place, bool &nullable, Field &field) const
    {
        for (;;) {
            if (const auto reference = stringMember(*place.schema, "$ref")) {
                const auto *aim = resolve(*reference);
                if (!aim || place.visited.contains(*reference))
                    return {&m_nothing, place.pointer, place.visited};
                place = {aim, reference->mid(1), place.visited + QStringList(*reference)};
            } else if (const auto alternative = onlyAlternative(*place.schema, nullable)) {
                const auto &[key, index] = *alternative;
                place = {&(*place.schema)[key.toStdString()][index], u"%1/%2/%3"_s.arg(place.pointer, key).arg(index),
                         place.visited};
            } else {
                return place;
            }
            readTexts(*place.schema, field);
        }
    }

    const Json *resolve(const QString &reference) const
    {
        if (!reference.startsWith(u'#'))
            return nullptr;
        try {
            const Json::json_pointer pointer(reference.mid(1).toStdString());
            return m_document.contains(pointer) ? &m_document.at(pointer) : nullptr;
        } catch (const Json::exception &) {
            return nullptr;
        }
    }

    /// The one member of `anyOf` or `oneOf` that is not null; sets `nullable` when there is a null beside it.
    static std::optional<std::pair<QString, std::size_t>> onlyAlternative(const Json &schema, bool &nullable)
    {
        for (const auto *key : {"anyOf", "oneOf"}) {
            const auto &list = member(schema, key);
            if (!list.is_array())
                continue;
            std::vector<std::size_t> others;
            for (std::size_t i = 0; i < list.size(); ++i) {
                if (stringMember(list[i], "type") == u"null"_s)
                    nullable = true;
                else
                    others.push_back(i);
            }
            if (others.size() == 1)
                return std::pair{QString::fromLatin1(key), others.front()};
        }
        return {};
    }

    /// The texts of the outermost schema win.
    static void readTexts(const Json &schema, Field &field)
    {
        const auto take = [&schema](QString &text, const char *key) {
            if (text.isEmpty())
                text = stringMember(schema, key).value_or(QString());
        };
        take(field.title, "title");
        take(field.description, "description");
        take(field.format, "format");
        take(field.pattern, "pattern");
        if (const auto &examples = member(schema, "examples");
            field.example.isEmpty() && examples.is_array() && !examples.empty())
            field.example = displayText(examples.front());
        if (field.example.isEmpty())
            field.example = displayText(member(schema, "example"));
        if (const auto &values = member(schema, "enum"); !field.isEnum && values.is_array()) {
            field.isEnum = true;
            for (const auto &value : values)
                if (!value.is_null())
                    field.enumValues << displayText(value);
        }
    }

    void readType(const Place &place, bool &nullable, Field &field) const
    {
        const auto type = typeName(*place.schema, nullable);
        if (type == "array"_L1) {
            readElements(place, field);
        } else if (type == "object"_L1) {
            field.type = FieldType::Object;
            field.container = place.pointer;
            readProperties(place, field);
        } else {
            field.type = scalarType(type, field);
        }
    }

    void readElements(const Place &place, Field &field) const
    {
        const auto &items = member(*place.schema, "items");
        field.list = true;
        if (!items.is_object())
            return;
        auto element = read({}, {&items, place.pointer + u"/items"_s, place.visited});
        field.type = element.list ? FieldType::Any : element.type;
        field.container = element.container;
        field.children = std::move(element.children);
        if (!field.isEnum) {
            field.isEnum = element.isEnum;
            field.enumValues = element.enumValues;
        }
        if (field.format.isEmpty())
            field.format = element.format;
        if (field.description.isEmpty())
            field.description = element.description;
    }

    void readProperties(const Place &place, Field &field) const
    {
        const auto &properties = member(*place.schema, "properties");
        if (!properties.is_object())
            return;
        const auto &required = member(*place.schema, "required");
        for (const auto &[key, schema] : properties.items()) {
            const auto name = toQString(key);
            auto child = read(name, {&schema, propertyPointer(place.pointer, name), place.visited});
            const auto isRequired = required.is_array() && std::ranges::find(required, Json(key)) != required.end();
            if (isRequired && child.presence != Presence::Nullable)
                child.presence = Presence::Required;
            field.children.push_back(std::move(child));
        }
    }

    /// The type's word; of a list of types the one beside null; guessed where it is not said.
    static QString typeName(const Json &schema, bool &nullable)
    {
        const auto &type = member(schema, "type");
        if (type.is_string())
            return toQString(type);
        QStringList words;
        if (type.is_array())
            for (const auto &word : type) {
                if (word == "null")
                    nullable = true;
                else
                    words << toQString(word);
            }
        if (words.size() == 1)
            return words.front();
        if (words.isEmpty() && member(schema, "properties").is_object())
            return u"object"_s;
        return words.isEmpty() && member(schema, "items").is_object() ? u"array"_s : QString();
    }

    static FieldType scalarType(const QString &word, const Field &field)
    {
        if (word == "string"_L1)
            return FieldType::String;
        if (word == "number"_L1)
            return FieldType::Number;
        if (word == "integer"_L1)
            return FieldType::Integer;
        if (word == "boolean"_L1)
            return FieldType::Boolean;
        return word.isEmpty() && !field.enumValues.isEmpty() ? FieldType::String : FieldType::Any;
    }

    const Json &m_document;
    const Json m_nothing = Json::object();
};

} // namespace

Expected<Field> readFields(const Json &schema)
{
    if (!schema.is_object())
        return Unexpected(ErrorCode::SchemaNotObject, u"the schema is no JSON object"_s);
    auto root = Reader(schema).read({}, {&schema, {}, {}});
    if (root.type != FieldType::Object || root.list)
        return Unexpected(ErrorCode::SchemaNotObject, u"the root's type is not \"object\""_s);
    if (const auto &properties = member(schema, "properties"); !properties.is_null() && !properties.is_object())
        return Unexpected(ErrorCode::SchemaNotObject, u"\"properties\" is no object"_s);
    return root;
}

QString typeWord(FieldType type, bool list)
{
    const auto word = [type] {
        switch (type) {
        case FieldType::String:
            return u"string"_s;
        case FieldType::Number:
            return u"number"_s;
        case FieldType::Integer:
            return u"integer"_s;
        case FieldType::Boolean:
            return u"boolean"_s;
        case FieldType::Object:
            return u"object"_s;
        case FieldType::Any:
            break;
        }
        return u"any"_s;
    }();
    return list ? word + u"[]"_s : word;
}

int leafCount(const Field &root)
{
    if (root.children.empty())
        return 1;
    int count = 0;
    for (const auto &child : root.children)
        count += leafCount(child);
    return count;
}

int fieldCount(const Field &root)
{
    auto count = static_cast<int>(root.children.size());
    for (const auto &child : root.children)
        count += fieldCount(child);
    return count;
}

} // namespace xs::schema
