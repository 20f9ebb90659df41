// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/import/imported.h"

namespace xs::schema::import {

/// Whether a text has Python classes with annotated members.
bool looksLikePydantic(const QString &text);

/// The schema of Pydantic models, data classes and typed dictionaries: annotated members with Optional, Union, Literal,
/// lists, enums and other classes; descriptions from Field(description=…), docstrings and comments; examples,
/// patterns and limits from Field and Annotated. What is code (validators, computed fields) or has no names
/// (dictionaries) is noted. Nothing is run.
Expected<Imported> fromPydantic(const QString &text);

} // namespace xs::schema::import
