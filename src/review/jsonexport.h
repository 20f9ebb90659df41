// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/extractjob.h"
#include "domain/resultnode.h"

namespace xs::review {

/// The values alone, as the schema orders them: what `extract_result` is.
QByteArray plainJson(const domain::ResultNode &result);

/// The whole job object as the server gave it, with evidence and usage.
QByteArray jobJson(const domain::ExtractJob &job);

/// "invoice.json" for "/some/where/invoice.pdf".
QString exportName(const QString &document);

} // namespace xs::review
