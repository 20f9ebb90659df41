// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extracted.h"

#include "engine/extract.h"

namespace xs::tests {

Json resultOf(const document::PageSource &pages, const QByteArray &schema, QStringView target)
{
    engine::ExtractRequest request;
    request.dataSchema = *parseJson(schema);
    request.extractionTarget = target.toString();
    const auto extraction = engine::extract(pages, request);
    return extraction ? domain::plainResult(extraction->result) : Json();
}

Json valuesOf(const document::PageSource &pages, const QByteArray &properties, QStringView target)
{
    return resultOf(pages, R"({"type":"object","properties":{)" + properties + "}}", target);
}

Json linesOf(const document::PageSource &pages, const QByteArray &properties)
{
    const auto result =
        valuesOf(pages, R"("lines":{"type":"array","items":{"type":"object","properties":{)" + properties + "}}}");
    return result.is_object() ? result["lines"] : Json();
}

Json rowsOf(const document::PageSource &pages, const QByteArray &properties)
{
    return resultOf(pages, R"({"type":"object","properties":)" + properties + "}", domain::target::perTableRow);
}

void addRow(BuiltPages &pages, double y, const QList<std::pair<double, QString>> &cells)
{
    for (const auto &[x, words] : cells)
        pages.text(x, y, words);
}

} // namespace xs::tests
