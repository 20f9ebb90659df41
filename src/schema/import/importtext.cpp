// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/import/importtext.h"

#include "schema/field.h"
#include "schema/import/modernise.h"
#include "schema/import/pydantic.h"
#include "schema/import/typescript.h"
#include "schema/infer.h"

using namespace Qt::StringLiterals;

namespace xs::schema::import {

namespace {

Expected<Imported> fromJson(const QByteArray &text)
{
    auto json = parseJson(text);
    if (!json)
        return Unexpected(json.error());
    // The API's own configuration object carries its schema inside.
    if (const auto &inner = member(*json, "data_schema"); inner.is_object())
        json = Json(inner);
    Imported result;
    if (looksLikeSchema(*json)) {
        result.schema = modernise(std::move(*json), result.notes);
    } else {
        result.source = Source::Instance;
        result.schema = inferFromInstance(*json);
    }
    if (!member(result.schema, "properties").is_object())
        return Unexpected(ErrorCode::SchemaNotObject, u"there is no object with members"_s);
    return result;
}

} // namespace

Expected<Imported> importText(const QString &text)
{
    const auto trimmed = text.trimmed();
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'['))
        return fromJson(trimmed.toUtf8());
    if (looksLikeTypeScript(text))
        return fromTypeScript(text);
    if (looksLikePydantic(text))
        return fromPydantic(text);
    if (!looksLikeCsv(trimmed))
        return Unexpected(ErrorCode::InvalidArgument, u"nothing that describes fields"_s);
    return Imported{inferFromCsv(trimmed), Source::Csv, {}};
}

} // namespace xs::schema::import
