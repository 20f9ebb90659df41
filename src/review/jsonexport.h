// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/flatten.h"

namespace xs::review {

/// The values alone, as the schema orders them: what `extract_result` is.
QByteArray plainJson(const domain::ResultNode &result);

/// The whole job object as the server gave it, with evidence and usage; where people decided, `extract_result` has the
/// values that count, and a member `review` says path, verdict, the engine's value and the note of every decision.
QByteArray jobJson(const ReviewedDocument &document);

/// One line for each document: `{"document": "…", "extract_result": …}` with the values that count.
QByteArray jsonLines(const std::vector<ReviewedDocument> &documents);

/// "invoice.json" for "/some/where/invoice.pdf", "invoice-2.json" for the second document of that name.
QString exportName(const QString &document, int number = 1);

} // namespace xs::review
