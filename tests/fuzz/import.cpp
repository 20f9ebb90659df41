// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "schema/check.h"
#include "schema/field.h"
#include "schema/import/importtext.h"

using namespace xs;

/// What somebody pastes or imports as a schema: a text of any kind.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = QString::fromUtf8(fuzz::bytes(data, size));
    const auto imported = schema::import::importText(text);
    if (!imported)
        return 0;
    fuzz::require(bool(schema::readFields(imported->schema)), "an imported schema has fields");
    fuzz::require(bool(parseJson(toBytes(imported->schema))), "an imported schema can be saved and opened");
    (void)schema::check(imported->schema);
    for (const auto &note : imported->notes)
        fuzz::require(note.line >= 0 && note.line <= text.count(u'\n') + 1, "a note is about a line of the text");
    return 0;
}
