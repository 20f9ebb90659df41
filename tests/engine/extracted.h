// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "document/pagesource.h"
#include "domain/configuration.h"
#include "engine/pagebuilder.h"

namespace xs::tests {

/// The plain result of a schema; null where nothing can be extracted.
Json resultOf(const document::PageSource &pages, const QByteArray &schema,
              QStringView target = domain::target::perDocument);
/// The same for an object of these properties: R"("total":{"type":"number"})".
Json valuesOf(const document::PageSource &pages, const QByteArray &properties,
              QStringView target = domain::target::perDocument);
/// Every row of the document's table as a result; the schema has these properties.
Json rowsOf(const document::PageSource &pages, const QByteArray &properties);
/// The rows of a list "lines" inside the document, whose rows have these properties.
Json linesOf(const document::PageSource &pages, const QByteArray &properties);

/// Adds a row with words at given places.
void addRow(BuiltPages &pages, double y, const QList<std::pair<double, QString>> &cells);

} // namespace xs::tests
