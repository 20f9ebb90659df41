// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readpage.h"

#include "document/drawnboxes.h"
#include "document/lettersense.h"
#include "document/limitedpainter.h"
#include "document/readers.h"

#include <algorithm>
#include <cmath>

namespace xs::document {

namespace {

constexpr double recognitionDotsPerPoint = 300.0 / 72;
constexpr double drawnBoxDotsPerPoint = 150.0 / 72;
constexpr double drawnRuleDotsPerPoint = 1;
/// Pages are painted in a tenth of a second; thousands of shades and masks may take minutes.
constexpr std::chrono::seconds longestPainting{10};
constexpr int widestPicture = 6000;
constexpr double mostPixels = 40e6;
/// Fewer words than this may be a scanner's stamp on a picture.
constexpr int fewWords = 12;

bool isReadable(QChar c)
{
    const auto category = c.category();
    return category != QChar::Other_Control && category != QChar::Other_PrivateUse &&
           category != QChar::Other_NotAssigned && c != QChar::ReplacementCharacter;
}

int lettersIn(const std::vector<Word> &words)
{
    int letters = 0;
    for (const auto &word : words)
        letters += int(std::ranges::count_if(word.text, [](QChar c) { return c.isLetterOrNumber(); }));
    return letters;
}

/// Whether recognition read more of a language than a text layer has whose letters are most likely wrong.
bool makesMoreSense(const std::vector<Word> &recognised, const std::vector<Word> &layer)
{
    constexpr double clearly = 0.4;
    const auto read = letterSense(recognised), had = letterSense(layer);
    return read && had && *read > *had + clearly;
}

/// How many pixels wide a page is painted: a page may be as large, and as narrow, as its author likes.
int pictureWidth(domain::PageSize size, double dotsPerPoint)
{
    const auto widest = std::min(double(widestPicture), std::sqrt(mostPixels * size.width() / size.height()));
    return std::max(1, int(std::min(size.width() * dotsPerPoint, widest)));
}

} // namespace

bool isUsable(const std::vector<Word> &words)
{
    qsizetype all = 0, readable = 0;
    for (const auto &word : words) {
        all += word.text.size();
        readable += std::ranges::count_if(word.text, isReadable);
    }
    return all > 0 && double(readable) / double(all) >= 0.7 && lettersIn(words) > 0;
}

PageReader::PageReader(const PageSource &source, PictureReader *recogniser) : m_source(source), m_recogniser(recogniser)
{
}

PageReader::~PageReader() = default;

ReadPage PageReader::read(int page)
{
    auto result = readWords(page);
    if (const auto *forms = dynamic_cast<const FormSource *>(&m_source))
        result.filledFields = forms->filledFields(page);
    return result;
}

ReadPage PageReader::readWords(int page)
{
    ReadPage layer{page + 1, m_source.pageSize(page), m_source.words(page), m_source.rotation(page), {}};
    const auto usable = isUsable(layer.words);
    const auto garbled = usable && isLikelyGarbled(layer.words);
    if (usable && !garbled && int(layer.words.size()) >= fewWords)
        return layer;
    auto recognised = recognise(page);
    if (garbled)
        return makesMoreSense(recognised.words, layer.words) ? recognised : layer;
    if (usable && lettersIn(recognised.words) < 2 * lettersIn(layer.words))
        return layer;
    return recognised;
}

ReadPage PageReader::recognise(int page)
{
    ReadPage result{page + 1, m_source.pageSize(page), {}, m_source.rotation(page), {}};
    const auto picture = m_source.recognitionPicture(page, pictureWidth(result.size, recognitionDotsPerPoint));
    if (picture.isNull())
        return result;
    if (!m_recogniser) {
        m_own = makePictureReader();
        m_recogniser = m_own.get();
    }
    if (!m_recogniser)
        return result;
    result.words = m_recogniser->read(picture);
    result.turn = (result.turn + 90 * m_recogniser->quarterTurns()) % 360;
    return result;
}

std::vector<ReadPage> readPages(const PageSource &source, const std::vector<int> &numbers, PictureReader *recogniser)
{
    PageReader reader(source, recogniser);
    std::vector<ReadPage> pages;
    for (const int number : numbers)
        pages.push_back(reader.read(number - 1));
    return pages;
}

void addDrawings(const PageSource &source, ReadPage &page, Drawings wanted)
{
    // A page that was turned to be recognised stands otherwise than it is painted.
    if (page.turn != source.rotation(page.number - 1))
        return;
    const auto recognised = std::ranges::any_of(page.words, [](const Word &word) { return word.confidence < 1; });
    const auto withBoxes = wanted == Drawings::RulesAndBoxes;
    const auto dots = withBoxes ? drawnBoxDotsPerPoint : drawnRuleDotsPerPoint;
    const auto *limited = dynamic_cast<const LimitedPainter *>(&source);
    const auto width = pictureWidth(page.size, dots);
    const auto picture = limited ? limited->renderWithin(longestPainting, page.number - 1, width)
                                 : source.render(page.number - 1, width);
    const auto loaded = readers();
    if (!loaded || picture.isNull())
        return;
    if (!recognised)
        page.rules = (*loaded)->findDrawnRules(picture, page.size);
    const auto origin = recognised ? PictureOrigin::Scanned : PictureOrigin::Painted;
    if (withBoxes)
        addDrawnBoxes(page.words, (*loaded)->findDrawnBoxes(picture, page.size, origin), origin);
}

} // namespace xs::document
