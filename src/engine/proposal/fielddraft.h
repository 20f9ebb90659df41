// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/fieldspec.h"
#include "engine/text/text.h"

#include <optional>

namespace xs::engine {

/// What JSON Schema says about the values of a field.
struct ValueShape
{
    schema::FieldType type = schema::FieldType::String;
    /// `format` of a string; empty for none.
    QString format;

    bool operator==(const ValueShape &) const = default;
};

/// A field that is proposed for a schema.
struct FieldDraft
{
    /// snake_case.
    QString name;
    QString description;
    ValueShape shape;
    /// The values of an enum; none for other fields.
    QStringList choices = {};
    /// Whether documents of this kind may lack it.
    bool nullable = false;
    bool list = false;
    /// Whether a prompt names it in the plural: with members it is a list.
    bool isPlural = false;
    /// Whether it stands for boxes to tick.
    bool isBox = false;
    /// Whether it is a list below a heading that names it.
    bool isSection = false;
    /// Whether a prompt names its members.
    bool namesMembers = false;
    /// Of an object, or of the objects of a list.
    std::vector<FieldDraft> members = {};
    /// In the sample document, where there is one: the words that label it and its value.
    QString label = {};
    std::optional<Span> value = {};
    /// Where it comes in the reading order; drafts of a prompt have their own order.
    int place = 0;
};

/// What a name or a label means in snake_case, in English as far as the lexicon knows it: "Rechnungs-Nr." →
/// invoice_number. Never empty; letters, digits and "_" only, begins with a letter, at most 40 characters.
QString fieldName(const QString &label);
/// The words of a statement as they are: "Send me the letter" → send_me_the_letter.
QString plainName(const QString &statement);
/// A sentence for the name, with the document's own label behind it where that says it otherwise:
/// `Invoice number ("Rechnungs-Nr.")`.
QString fieldDescription(const QString &name, const QString &label);
/// A name that none of the drafts has: `name`, `name_2`, ….
QString freeName(const QString &name, const std::vector<FieldDraft> &drafts);

/// What the name alone says about the values.
ValueShape shapeOfName(const QString &name);

/// The property's JSON Schema.
Json toProperty(const FieldDraft &draft);
/// An object schema with these properties.
Json toSchema(const std::vector<FieldDraft> &drafts);

} // namespace xs::engine
