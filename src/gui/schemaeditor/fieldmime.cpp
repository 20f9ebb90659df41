// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/fieldmime.h"

#include "gui/schemaeditor/schemadocument.h"
#include "schema/excerpt.h"
#include "schema/import/importtext.h"

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

/// RFC-style type of JSON Schema documents (json-schema.org, "Media Type").
const auto schemaMime = u"application/schema+json"_s;
const auto placesMime = u"application/x-extract-studio-fields"_s;

} // namespace

QStringList fieldMimeTypes()
{
    return {placesMime, schemaMime, u"text/plain"_s};
}

std::unique_ptr<QMimeData> fieldMimeData(const SchemaDocument &document, const QStringList &pointers)
{
    auto data = std::make_unique<QMimeData>();
    const auto text = toBytes(schema::excerpt(document.schema(), pointers), 2);
    data->setData(placesMime, (QStringList{document.id()} + pointers).join(u'\n').toUtf8());
    data->setData(schemaMime, text);
    data->setText(QString::fromUtf8(text));
    return data;
}

bool hasFields(const QMimeData &data)
{
    return data.hasFormat(schemaMime) || (data.hasText() && !data.hasUrls());
}

QStringList fieldsOf(const QMimeData &data, const SchemaDocument &document)
{
    const auto lines = QString::fromUtf8(data.data(placesMime)).split(u'\n');
    return lines.value(0) == document.id() ? lines.mid(1) : QStringList();
}

Expected<schema::import::Imported> fieldsIn(const QMimeData &data)
{
    const auto text = data.hasFormat(schemaMime) ? QString::fromUtf8(data.data(schemaMime)) : data.text();
    return schema::import::importText(text);
}

} // namespace xs::gui::schemaeditor
