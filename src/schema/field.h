// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QStringList>

#include <vector>

namespace xs::schema {

/// What a field holds. Any: the schema does not say, or says several things.
enum class FieldType { String, Number, Integer, Boolean, Object, Any };

/// Whether a value has to be there, may be left out, or may be null (`anyOf` with null, or a type list with null).
enum class Presence { Required, Optional, Nullable };

/// One field of a schema as the tree shows it, read from its JSON. The JSON stays the truth: changes are made
/// with edit.h, and the fields are read again.
struct Field
{
    QString name;
    /// The type; for a list the type of its elements.
    FieldType type = FieldType::Any;
    /// Whether the field is an array (`type: array`, `items`).
    bool list = false;
    Presence presence = Presence::Optional;
    QString title;
    QString description;
    /// First of `examples`, or `example`, as text.
    QString example;
    /// Whether only certain values are allowed, and those values as text, null left out.
    bool isEnum = false;
    QStringList enumValues;
    /// `format` and `pattern`, empty where absent.
    QString format;
    QString pattern;
    /// JSON pointer of the property's own schema inside the document ("/properties/vendor/properties/name").
    QString pointer;
    /// JSON pointer of the object schema whose `properties` are the children; empty for a scalar, and for the
    /// root, which is its own container.
    QString container;
    /// Members of an object, or of the objects of a list.
    std::vector<Field> children;

    bool isContainer() const { return type == FieldType::Object; }
    bool operator==(const Field &) const = default;
};

/// The fields of a schema in the user's order: an unnamed object field whose children are the properties.
/// Local `$ref`s are followed (a cycle ends as FieldType::Any), `anyOf`/`oneOf` with null is seen through.
/// Errors: SchemaNotObject when the root is no object schema.
Expected<Field> readFields(const Json &schema);

/// The word of a type as people write it: "string", "number", …, "object", with "[]" behind a list.
QString typeWord(FieldType type, bool list);

/// How many values a result of this schema has at least: leaves, an array counted once per column.
int leafCount(const Field &root);
/// How many named properties there are, objects and lists counted, too.
int fieldCount(const Field &root);

} // namespace xs::schema
