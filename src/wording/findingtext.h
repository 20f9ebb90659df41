// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/quickfix.h"

namespace xs::wording {

/// A schema finding in a few words for its row: "no description", "pattern unused".
QString shortFindingText(const schema::Finding &finding);
/// The same as sentences: what it means and what to do.
QString findingText(const schema::Finding &finding);
/// What a quick fix does, as the entry of a menu.
QString fixText(const schema::Fix &fix);

} // namespace xs::wording
