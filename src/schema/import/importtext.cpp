// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/import/importtext.h"

#include "schema/field.h"
#include "schema/import/modernise.h"
#include "schema/import/pydantic.h"
#include "schema/import/typescript.h"
#include "schema/infer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::schema::import {

namespace {

/// Far more than any server takes; what goes deeper was not meant as fields, and would take long to find that out.
constexpr int deepestLevel = 64;

enum class Strings { Skip, Count };

/// Brackets of all kinds. In program text they are counted wherever they stand: also in a comment nobody nests them
/// so deeply, and a quotation mark there may be one of many things.
bool isTooDeep(const QString &text, Strings strings)
{
    int brackets = 0;
    int angles = 0;
    bool isInString = false;
    QChar before;
    for (const auto c : text) {
        if (c == u'"' && before != u'\\')
            isInString = !isInString && strings == Strings::Skip;
        else if (isInString)
            ;
        else if (c == u'{' || c == u'[' || c == u'(')
            ++brackets;
        else if (c == u'}' || c == u']' || c == u')')
            brackets = std::max(0, brackets - 1);
        else if (c == u'<')
            ++angles;
        else if (c == u'>' && before != u'=')
            angles = std::max(0, angles - 1);
        if (brackets > deepestLevel || angles > deepestLevel)
            return true;
        // The second of two backslashes escapes nothing.
        before = before == u'\\' && c == u'\\' ? QChar() : c;
    }
    return false;
}

Expected<Imported> tooDeep()
{
    return Unexpected(ErrorCode::SchemaInvalid, u"nested deeper than %1 levels"_s.arg(deepestLevel));
}

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
        return isTooDeep(trimmed, Strings::Skip) ? tooDeep() : fromJson(trimmed.toUtf8());
    if (looksLikeTypeScript(text))
        return isTooDeep(text, Strings::Count) ? tooDeep() : fromTypeScript(text);
    if (looksLikePydantic(text))
        return isTooDeep(text, Strings::Count) ? tooDeep() : fromPydantic(text);
    if (!looksLikeCsv(trimmed))
        return Unexpected(ErrorCode::InvalidArgument, u"nothing that describes fields"_s);
    return Imported{inferFromCsv(trimmed), Source::Csv, {}};
}

} // namespace xs::schema::import
