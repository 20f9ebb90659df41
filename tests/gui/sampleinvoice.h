// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"
#include "schema/field.h"

#include <QString>

namespace xs::tests {

/// An invented invoice of two pages, printed by this test program, with its schema and a result in which every level
/// of confidence occurs. Boxes are where the words were printed.
struct SampleInvoice
{
    domain::ResultNode result;
    schema::Field schema;
};

/// Writes the PDF to `path`.
SampleInvoice makeSampleInvoice(const QString &path);

} // namespace xs::tests
