// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

namespace xs::document {

/// A document of Word, Excel, PowerPoint or OpenDocument, turned into pages by LibreOffice, which must be installed.
/// `suffix` is officeSuffix(path). Spreadsheets become typed pages, one sheet after the other; everything else becomes
/// what it prints. LibreOffice runs as a process of its own, with a profile folder that goes with it, without macros,
/// without the network, and within limits of memory, time and file size. Blocks for seconds.
/// Errors: UnsupportedFileType with a detail that names LibreOffice when it is missing, DocumentProtected,
/// DocumentBroken, TimedOut, FileUnreadable.
Expected<std::unique_ptr<PageSource>> openOffice(const QString &path, const QString &suffix);

} // namespace xs::document
