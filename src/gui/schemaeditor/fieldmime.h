// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/import/imported.h"

#include <QMimeData>
#include <QStringList>

#include <memory>

namespace xs::gui::schemaeditor {

class SchemaDocument;

/// Fields on their way: on the clipboard and in a drag. They travel as a schema of their own, also as plain text, so
/// that another window, another program and a text editor can take them; which document and places they come
/// from goes along, so that the same document can move them.

QStringList fieldMimeTypes();
std::unique_ptr<QMimeData> fieldMimeData(const SchemaDocument &document, const QStringList &pointers);
/// Whether there are fields in it, or text from which fields can be made.
bool hasFields(const QMimeData &data);
/// The places of fields that come from this very document; empty for others.
QStringList fieldsOf(const QMimeData &data, const SchemaDocument &document);
/// The fields as a schema. Errors: those of schema::import::importText.
Expected<schema::import::Imported> fieldsIn(const QMimeData &data);

} // namespace xs::gui::schemaeditor
