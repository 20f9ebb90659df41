// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/costestimate.h"

namespace xs::document {

/// How much is in a document, by what it is billed: pages of a PDF or picture, characters of a text file. Unknown
/// for what cannot be opened here. Opens the file, so not for the GUI's thread.
domain::DocumentSize measure(const QString &path);

} // namespace xs::document
