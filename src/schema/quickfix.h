// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/check.h"
#include "schema/recorder.h"

namespace xs::schema {

/// What can be done about a finding in one step.
enum class FixKind {
    RemoveKeyword,     ///< takes the keyword out that has no effect or is refused
    Describe,          ///< says in the description what the keyword said, and takes the keyword out
    OneValue,          ///< `const` becomes an `enum` of one value
    Alternatives,      ///< `oneOf` becomes `anyOf`
    DefaultNull,       ///< the default becomes null
    AnyText,           ///< the empty list of values goes, every text is allowed
    MakeNullable,      ///< the field may be null
    NameAsDescription, ///< a description to begin with, made of the field's name
    Rename,            ///< a name that is not a word of the result's metadata
    KnownType,         ///< the type whose name is most like what is written
    NotRequired,       ///< a name that no field has is required no longer
    RequireField,      ///< the field whose name is most like it is required in its place
    FindDefinition,    ///< the reference leads to the definition of that name
    PlainText,         ///< a text takes the place of what leads nowhere or is no schema
};

struct Fix
{
    FixKind kind;
    /// What it does in particular: the keyword, the new name, the description, the definition's place.
    QString subject;
    bool operator==(const Fix &) const = default;
};

/// The fixes of a finding, the best one first; none where only a person can decide.
std::vector<Fix> fixesOf(const Json &document, const Finding &finding);

/// Changes the document; undone with the edit. Error NotFound when the finding is of another state of the document.
Expected<Edit> applyFix(Json &document, const Finding &finding, const Fix &fix);

/// A name as people write it: "vat_id" and "vatId" become "Vat id".
QString spokenName(const QString &name);

} // namespace xs::schema
