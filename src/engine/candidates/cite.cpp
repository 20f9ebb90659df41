// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/cite.h"

#include "engine/text/data.h"

#include <algorithm>
#include <cmath>

namespace xs::engine {

namespace {

double rounded(double value)
{
    return std::round(std::clamp(value, 0.0, 1.0) * 10000) / 10000;
}

/// How surely the words were read: the weakest of the value's words counts most.
double readingConfidence(const Text &text, const std::vector<Span> &spans)
{
    double sum = 0, weakest = 1;
    int words = 0;
    for (const auto &span : spans) {
        for (int i = span.first; i < span.last; ++i) {
            sum += text.tokens[i].confidence;
            weakest = std::min(weakest, text.tokens[i].confidence);
            ++words;
        }
    }
    return words > 0 ? 0.5 * sum / words + 0.5 * weakest : 0;
}

} // namespace

double calibrated(const Candidate &candidate)
{
    struct Line
    {
        double slope, bias;
    };
    static const auto read = [](const char *name) {
        const auto &data = member(engineData("weights"), name);
        return Line{numberMember(data, "slope").value_or(1), numberMember(data, "bias").value_or(0)};
    };
    static const auto forFields = read("confidence"), forRows = read("confidenceInRows"),
                      forReadFields = read("confidenceRecognised"), forReadRows = read("confidenceInRowsRecognised");
    const auto recognised = candidate[Feature::Recognised] > 0;
    const auto &line =
        candidate.inRow ? (recognised ? forReadRows : forRows) : (recognised ? forReadFields : forFields);
    return 1 / (1 + std::exp(-(line.slope * candidate.score + line.bias)));
}

std::vector<QRectF> boxesOf(const Text &text, const Span &span)
{
    std::vector<QRectF> boxes;
    int line = -1, segment = -1;
    for (int i = span.first; i < span.last; ++i) {
        const auto &token = text.tokens[i];
        if (!text.wordBoxes && token.line == line && token.segment - segment <= 1)
            boxes.back() = boxes.back().united(text.placeOf(token));
        else
            boxes.push_back(text.placeOf(token));
        line = token.line;
        segment = token.segment;
    }
    return boxes;
}

domain::Evidence evidenceOf(const Text &text, const Candidate &candidate)
{
    domain::Evidence evidence;
    for (const auto &span : candidate.spans) {
        if (span.isEmpty())
            continue;
        const auto page = text.tokens[span.first].page;
        auto boxes = boxesOf(text, span);
        if (!evidence.citations.empty() && evidence.citations.back().page == page) {
            auto &citation = evidence.citations.back();
            citation.matchingText += u' ' + text.textOf(span);
            citation.boxes.insert(citation.boxes.end(), boxes.begin(), boxes.end());
            continue;
        }
        evidence.citations.push_back({page, text.textOf(span), std::move(boxes), text.page(page).levelling.pageSize()});
    }
    const auto reading = readingConfidence(text, candidate.spans);
    const auto choosing = calibrated(candidate);
    evidence.parsingConfidence = rounded(reading);
    evidence.extractionConfidence = rounded(choosing);
    evidence.confidence = rounded(choosing * (0.3 + 0.7 * reading));
    return evidence;
}

} // namespace xs::engine
