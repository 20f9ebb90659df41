// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/field.h"
#include "schema/recorder.h"

namespace xs::schema {

/// The changes that a person can make to a schema. Each changes the document at once, keeps the order of
/// members and every keyword that it does not know, and returns the edit that `toggle` takes back. On an error
/// the document is untouched. Places are JSON pointers as Field has them (`pointer`, `container`).
/// Errors: NotFound (no such place), Conflict (a field of that name is there), InvalidArgument.

/// A type as it is chosen: what the elements are, and whether there are many.
struct TypeChoice
{
    FieldType type = FieldType::String;
    bool list = false;
    /// The type is String, and the values are a closed set.
    bool enumeration = false;
    bool operator==(const TypeChoice &) const = default;
};

/// "number", "enum", "object[]", "list of string" …: what people type; nothing for another word.
std::optional<TypeChoice> typeChoice(const QString &word);
/// The schema of a field that is new: the type's keywords and nothing else.
Json newProperty(const TypeChoice &type);

/// A name that no property of the container has: `wanted`, or `wanted_2`, `wanted_3`, ….
QString freeName(const Json &document, const QString &container, const QString &wanted);

/// Adds a property at a position of the container (from 0; past the end means last), under a free name.
Expected<Edit> addField(Json &document, const QString &container, std::size_t position, const QString &name,
                        Json property);
/// Adds a property below a field. A scalar becomes an object for it.
Expected<Edit> addChild(Json &document, const Field &parent, const QString &name, Json property);
/// Adds several properties, in one edit; shared definitions that the document has not are added too.
Expected<Edit> addFields(Json &document, const QString &container, std::size_t position, const Json &schema);
/// Removes properties, also from `required`.
Expected<Edit> removeFields(Json &document, const QStringList &pointers);
/// Renames a property, also in `required`.
Expected<Edit> renameField(Json &document, const QString &pointer, const QString &name);
/// Adds a copy right behind the property.
Expected<Edit> duplicateField(Json &document, const QString &pointer);
/// Moves a property before the position `position` that the container has now.
Expected<Edit> moveField(Json &document, const QString &pointer, const QString &container, std::size_t position);
/// Moves several properties, which then follow each other in the order given; one inside of another stays in it.
Expected<Edit> moveFields(Json &document, const QStringList &pointers, const QString &container, std::size_t position);
/// Keeps descriptions, nullability and, where both types have them, members and values.
Expected<Edit> setType(Json &document, const QString &pointer, const TypeChoice &type);
Expected<Edit> setPresence(Json &document, const QString &pointer, Presence presence);
/// Sets or (empty) removes a keyword whose value is a text: description, title, format, pattern.
Expected<Edit> setText(Json &document, const QString &pointer, const char *keyword, const QString &text);
/// Sets or (empty) removes the first example, as a value of the field's type where the text is one.
Expected<Edit> setExample(Json &document, const Field &field, const QString &text);
/// Sets the values of an enum, as values of the field's type; those that were there and null stay as they are. No
/// values leave an empty list, which `check` then names.
Expected<Edit> setEnumValues(Json &document, const QString &pointer, const QStringList &values);
/// Puts another schema in place of the whole.
Expected<Edit> replaceSchema(Json &document, Json schema);

} // namespace xs::schema
