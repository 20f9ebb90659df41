// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readpage.h"

#include "document/textrecogniser.h"

#include <algorithm>
#include <cmath>

namespace xs::document {

namespace {

constexpr double recognitionDotsPerPoint = 300.0 / 72;
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

/// How many pixels wide a page is painted: a page may be as large, and as narrow, as its author likes.
int pictureWidth(domain::PageSize size)
{
    const auto widest = std::min(double(widestPicture), std::sqrt(mostPixels * size.width() / size.height()));
    return std::max(1, int(std::min(size.width() * recognitionDotsPerPoint, widest)));
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

PageReader::PageReader(const PageSource &source) : m_source(source)
{
}

PageReader::~PageReader() = default;

std::vector<Word> PageReader::read(int page)
{
    auto words = m_source.words(page);
    const auto usable = isUsable(words);
    if (usable && int(words.size()) >= fewWords)
        return words;
    auto recognised = recognise(page);
    if (usable && lettersIn(recognised) < 2 * lettersIn(words))
        return words;
    return recognised;
}

std::vector<Word> PageReader::recognise(int page)
{
    const auto picture = m_source.recognitionPicture(page, pictureWidth(m_source.pageSize(page)));
    if (picture.isNull())
        return {};
    if (!m_recogniser)
        m_recogniser = std::make_unique<TextRecogniser>();
    return m_recogniser->read(picture);
}

} // namespace xs::document
