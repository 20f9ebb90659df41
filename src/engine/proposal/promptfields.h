// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/proposal/fielddraft.h"

namespace xs::engine {

/// What a person asks for in their own words.
struct PromptFields
{
    /// In the prompt's order. A list without columns named has none.
    std::vector<FieldDraft> fields;
    /// Whether everything else that the document has is wanted too ("all fields").
    bool everything = false;
};

/// The fields that a prompt names: "invoice number, date, total and line items with description and amount". Phrases
/// between commas, "and" and line breaks; what follows "with", a colon or stands in brackets belongs to the thing
/// before it, up to the last one of that enumeration. Types come from the names. The prompt may be in any of the
/// lexicon's languages; longer prompts than 20,000 characters are read up to there.
PromptFields readPrompt(const QString &prompt);

/// Columns for a list of goods or services about which nothing more is said.
std::vector<FieldDraft> usualColumns();

} // namespace xs::engine
