// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/json.h"

#include <QStringList>

#include <vector>

namespace xs::schema::import {

/// What a text was taken for.
enum class Source { Schema, Instance, Csv, TypeScript, Pydantic };

/// Something in the text that is not in the schema now, or is there in other words.
struct Note
{
    /// From 1; 0 where the place is in `what`.
    int line = 0;
    /// The piece of text, the keyword or the name that it is about.
    QString what;
    bool operator==(const Note &) const = default;
};

struct Imported
{
    Json schema;
    Source source = Source::Schema;
    std::vector<Note> notes;
};

/// A type that a program text declares: its name and its schema, with references "#/$defs/Name" to others.
struct Declared
{
    QString name;
    Json schema;
    /// Types whose members it has, too.
    QStringList parents;
};

/// One schema of several declared types: the object that no other refers to (of several the last) is the root. A
/// type that is used once stands where it is used, one that is used more often becomes a definition. References
/// to what is not declared become texts, with a note. Error SchemaNotObject when no object is declared.
Expected<Imported> assemble(std::vector<Declared> declared, Source source, std::vector<Note> notes);

} // namespace xs::schema::import
