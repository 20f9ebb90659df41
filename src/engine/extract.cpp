// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract.h"

#include "engine/candidates/drawnmarks.h"
#include "engine/choice/form.h"
#include "engine/inspect.h"
#include "engine/model/agree.h"
#include "engine/tables/lists.h"
#include "engine/text/pagecopies.h"
#include "engine/text/readtext.h"
#include "schema/field.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int charactersPerToken = 4;

/// The pages to read, from 1, each once and in order.
std::vector<int> pagesToRead(const ExtractRequest &request, int count)
{
    std::vector<int> pages = request.pages;
    if (pages.empty())
        for (int page = 1; page <= count; ++page)
            pages.push_back(page);
    std::ranges::sort(pages);
    const auto repeated = std::ranges::unique(pages);
    pages.erase(repeated.begin(), repeated.end());
    std::erase_if(pages, [count](int page) { return page < 1 || page > count; });
    return pages;
}

/// The words of the pages; what repeats an earlier page is left out, unless every page is a result.
Text textWithoutCopies(const std::vector<document::ReadPage> &pages, const QString &target)
{
    const auto copies = target == domain::target::perPage ? std::vector<bool>() : copiesAmong(pages);
    if (std::ranges::find(copies, true) == copies.end())
        return textOf(pages);
    std::vector<document::ReadPage> originals;
    for (std::size_t p = 0; p < pages.size(); ++p)
        if (!copies[p])
            originals.push_back(pages[p]);
    return textOf(originals);
}

int lengthOf(const Text &text)
{
    qsizetype length = 0;
    for (const auto &token : text.tokens)
        length += token.text.size() + 1;
    return int(length);
}

domain::ResultNode fill(const schema::Field &root, const Workspace &workspace, const QString &target)
{
    const auto &text = workspace.text;
    if (target == domain::target::perPage) {
        domain::ResultNode list;
        list.kind = domain::ResultNode::Kind::List;
        for (const auto &page : text.pages)
            list.children.push_back(fillForm(root, workspace, {page.segments, page.number, page.number}));
        return list;
    }
    const SearchArea whole{{0, int(text.segments.size())}, text.pages.front().number, text.pages.back().number};
    if (target == domain::target::perTableRow)
        return fillRows(root, workspace, whole);
    return fillForm(root, workspace, whole);
}

Expected<Extraction> extractFields(const schema::Field &root, const std::vector<document::ReadPage> &pages,
                                   int pageCount, const ExtractRequest &request)
{
    auto text = textWithoutCopies(pages, request.extractionTarget);
    text.wordBoxes = request.wordBoxes;
    if (text.tokens.empty())
        return Unexpected(ErrorCode::DocumentHasNoText, u"no text was found on %1 pages"_s.arg(pages.size()));
    const auto &lexicon = Lexicon::standard();
    const LabelIndex labels(text, lexicon);
    const Occurrences occurrences(text);
    Extraction extraction;
    extraction.pageCount = pageCount;
    extraction.result = fill(root, {text, lexicon, labels, occurrences}, request.extractionTarget);
    if (!request.modelAnswer.is_null())
        extraction.result = agreed(extraction.result, root, request.modelAnswer, occurrences,
                                   request.extractionTarget == domain::target::perPage);
    extraction.documentTokens = lengthOf(text) / charactersPerToken;
    extraction.outputTokens = int(toBytes(domain::plainResult(extraction.result)).size()) / charactersPerToken;
    return extraction;
}

} // namespace

Expected<Json> inspectCandidates(const document::PageSource &document, const ExtractRequest &request)
{
    const auto root = schema::readFields(request.dataSchema);
    if (!root)
        return Unexpected(root.error());
    auto pages = document::readPages(document, pagesToRead(request, document.pageCount()));
    addWantedBoxes(document, *root, pages);
    const auto text = textOf(pages);
    auto list = Json::array();
    if (text.tokens.empty())
        return list;
    const LabelIndex labels(text, Lexicon::standard());
    const Occurrences occurrences(text);
    const SearchArea whole{{0, int(text.segments.size())}, text.pages.front().number, text.pages.back().number};
    const auto form = candidatesOf(*root, {text, Lexicon::standard(), labels, occurrences}, whole);
    for (std::size_t f = 0; f < form.leaves.size(); ++f) {
        auto candidates = Json::array();
        for (const auto &candidate : form.candidates[f]) {
            auto features = Json::object();
            for (std::size_t i = 0; i < candidate.features.size(); ++i)
                features[featureName(Feature(i)).toStdString()] = candidate.features[i];
            candidates.push_back({{"value", candidate.value},
                                  {"score", candidate.score},
                                  {"place", candidate.spans.front().first},
                                  {"label", toStd(text.textOf(candidate.label))},
                                  {"features", features}});
        }
        list.push_back({{"pointer", toStd(form.leaves[f].field.pointer)}, {"candidates", candidates}});
    }
    return list;
}

Expected<Extraction> extract(const document::PageSource &document, const ExtractRequest &request)
{
    // A schema that cannot be used is told before the pages are read.
    const auto root = schema::readFields(request.dataSchema);
    if (!root)
        return Unexpected(root.error());
    const auto numbers = pagesToRead(request, document.pageCount());
    if (numbers.empty())
        return Unexpected(ErrorCode::PageMissing, u"the document has %1 pages"_s.arg(document.pageCount()));
    auto pages = document::readPages(document, numbers);
    addWantedBoxes(document, *root, pages);
    return extractFields(*root, pages, document.pageCount(), request);
}

Expected<Extraction> extract(const std::vector<document::ReadPage> &pages, int pageCount, const ExtractRequest &request)
{
    const auto root = schema::readFields(request.dataSchema);
    if (!root)
        return Unexpected(root.error());
    return extractFields(*root, pages, pageCount, request);
}

} // namespace xs::engine
