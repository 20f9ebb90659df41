// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/evidencejson.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::api {

namespace {

/// A number, or a text that is one; nothing for anything else, and for what is not finite.
std::optional<double> lenientNumber(const Json &value)
{
    if (value.is_number()) {
        const auto number = value.get<double>();
        return std::isfinite(number) ? std::optional(number) : std::nullopt;
    }
    bool ok = false;
    const auto number = toQString(value).toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<double> score(const Json &entry, const char *key)
{
    const auto number = lenientNumber(member(entry, key));
    return number && *number >= 0 && *number <= 1 ? number : std::nullopt;
}

std::optional<QRectF> readBox(const Json &box)
{
    std::array<std::optional<double>, 4> sides;
    if (box.is_array() && box.size() == 4)
        sides = {lenientNumber(box[0]), lenientNumber(box[1]), lenientNumber(box[2]), lenientNumber(box[3])};
    else
        sides = {lenientNumber(member(box, "x")), lenientNumber(member(box, "y")), lenientNumber(member(box, "w")),
                 lenientNumber(member(box, "h"))};
    if (!sides[0] || !sides[1] || !sides[2] || !sides[3])
        return {};
    return QRectF(*sides[0], *sides[1], *sides[2], *sides[3]);
}

domain::Citation readCitation(const Json &json)
{
    domain::Citation citation;
    if (json.is_string()) {
        citation.matchingText = toQString(json);
        return citation;
    }
    auto page = lenientNumber(member(json, "page"));
    if (!page)
        page = lenientNumber(member(json, "page_number"));
    if (page && *page >= 1 && *page <= 1e6)
        citation.page = static_cast<int>(*page);
    citation.matchingText = stringMember(json, "matching_text").value_or(QString());
    if (const auto &boxes = member(json, "bounding_boxes"); boxes.is_array())
        for (const auto &entry : boxes)
            if (const auto box = readBox(entry))
                citation.boxes.push_back(*box);
    const auto &dimensions = member(json, "page_dimensions");
    const auto width = lenientNumber(member(dimensions, "width"));
    const auto height = lenientNumber(member(dimensions, "height"));
    if (width && height && *width > 0 && *height > 0)
        citation.pageSize = domain::PageSize(*width, *height);
    return citation;
}

/// Two decimals of a point are far below what a screen or a printer shows.
double rounded(double value)
{
    return std::round(value * 100) / 100;
}

double roundedScore(double value)
{
    return std::round(value * 1000) / 1000;
}

Json writeCitation(const domain::Citation &citation)
{
    Json json;
    json["page"] = citation.page > 0 ? Json(citation.page) : Json();
    json["matching_text"] = toStd(citation.matchingText);
    if (!citation.boxes.empty()) {
        auto &boxes = json["bounding_boxes"] = Json::array();
        for (const auto &box : citation.boxes)
            boxes.push_back({{"x", rounded(box.x())},
                             {"y", rounded(box.y())},
                             {"w", rounded(box.width())},
                             {"h", rounded(box.height())}});
    }
    if (citation.pageSize)
        json["page_dimensions"] = {{"width", rounded(citation.pageSize->width())},
                                   {"height", rounded(citation.pageSize->height())}};
    return json;
}

} // namespace

std::optional<domain::Evidence> readEvidence(const Json &entry)
{
    if (!entry.is_object())
        return {};
    domain::Evidence evidence;
    const auto &citations = entry.contains("citation") ? member(entry, "citation") : member(entry, "citations");
    if (citations.is_array())
        for (const auto &citation : citations)
            evidence.citations.push_back(readCitation(citation));
    else if (citations.is_object() || citations.is_string())
        evidence.citations.push_back(readCitation(citations));
    evidence.confidence = score(entry, "confidence");
    evidence.extractionConfidence = score(entry, "extraction_confidence");
    evidence.parsingConfidence = score(entry, "parsing_confidence");
    evidence.reasoning = stringMember(entry, "reasoning").value_or(QString());
    return evidence == domain::Evidence() ? std::nullopt : std::optional(evidence);
}

Json writeEvidence(const domain::Evidence &evidence, const MetadataParts &parts)
{
    auto json = Json::object();
    if (parts.citations) {
        auto &citations = json["citation"] = Json::array();
        for (const auto &citation : evidence.citations)
            citations.push_back(writeCitation(citation));
    }
    const auto write = [&json](const char *key, const std::optional<double> &value) {
        if (value)
            json[key] = roundedScore(*value);
    };
    if (parts.confidence) {
        write("confidence", evidence.confidence);
        write("extraction_confidence", evidence.extractionConfidence);
        write("parsing_confidence", evidence.parsingConfidence);
    }
    return json;
}

} // namespace xs::api
