// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/textrecogniser.h"

#include "readers/languageguess.h"
#include "readers/packreader.h"
#include "readers/picture.h"
#include "readers/printreader.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace xs::readers {

namespace {

/// Below this mean confidence a picture may stand on its side or upside down.
constexpr double doubtfulConfidence = 0.55;
/// Below this one it is worth to read the picture with the nets for print too.
constexpr double sureConfidence = 0.9;
/// Of Tesseract's function words the nets find so many at least, unless they lose letters or blanks: long lines of
/// narrow print, between others in a form.
constexpr double mostFunctionWords = 0.8;
/// A word of Tesseract's below this confidence may be anything, as handwriting is.
constexpr double doubtfulWord = 0.7;
/// Below this mean confidence of the nets, which are surer of themselves, the picture is no English print that lies
/// upright.
constexpr double doubtfulPrint = 0.75;
/// The share of the letters of another reading that one must have in order to take its place.
constexpr double nearlyAll = 0.8;
constexpr qint64 smallPicture = 3'000'000;
constexpr int smallestSide = 8;
constexpr std::size_t fewestWords = 3;
constexpr std::size_t fewestWordsToJudge = 12;
/// The share of the words that stands in the right third of the text at least.
constexpr double leastShareOfSide = 0.15;
constexpr double sureWord = 0.4;

/// As Tesseract wants them: "deu+eng".
QString languagesToLoad(const QStringList &wanted)
{
    const auto installed = TextRecogniser::installedLanguages();
    QStringList usable;
    for (const auto &language : wanted)
        if (installed.contains(language))
            usable << language;
    return usable.isEmpty() ? installed.value(0) : usable.join(u'+');
}

/// The sum over words of what was read surely: turns are compared by it.
double quality(const std::vector<Word> &words)
{
    double sum = 0;
    for (const auto &word : words)
        if (word.text.size() >= 3 && std::ranges::any_of(word.text, [](QChar c) { return c.isLetterOrNumber(); }))
            sum += std::max(0.0, word.confidence - 0.4) * double(word.text.size());
    return sum;
}

double letters(const std::vector<Word> &words)
{
    double sum = 0;
    for (const auto &word : words)
        sum += double(word.text.size());
    return sum;
}

double meanConfidence(const std::vector<Word> &words)
{
    double sum = 0;
    for (const auto &word : words)
        sum += word.confidence * double(word.text.size());
    return words.empty() ? 0 : sum / letters(words);
}

/// Whether what the nets read is worth anything.
bool isPrint(const std::vector<Word> &words)
{
    return words.size() >= fewestWords && meanConfidence(words) >= doubtfulPrint;
}

/// Whether one side of the text is nearly empty: the search for columns takes a narrow column of numbers for noise.
bool lacksOneSide(const std::vector<Word> &words)
{
    if (words.size() < fewestWordsToJudge)
        return false;
    double left = 1, right = 0;
    for (const auto &word : words) {
        left = std::min(left, word.box.left());
        right = std::max(right, word.box.right());
    }
    const auto edge = left + 0.7 * (right - left);
    const auto beyond = std::ranges::count_if(words, [edge](const Word &word) { return word.box.center().x() > edge; });
    return double(beyond) < leastShareOfSide * double(words.size());
}

/// Adds the sure words of another reading where the first has none.
void addMissing(std::vector<Word> &words, const std::vector<Word> &others)
{
    const auto count = words.size();
    for (const auto &other : others) {
        const auto taken =
            std::any_of(words.begin(), words.begin() + std::ptrdiff_t(count), [&other](const Word &word) {
                const auto shared = word.box.intersected(other.box);
                return shared.width() * shared.height() >
                       0.1 * std::min(word.box.width() * word.box.height(), other.box.width() * other.box.height());
            });
        const auto speaks = std::ranges::any_of(other.text, [](QChar c) { return c.isLetterOrNumber(); });
        if (!taken && speaks && other.confidence >= sureWord)
            words.push_back(other);
    }
}

/// The share of a word's box that lies in another's.
double shareInside(const QRectF &word, const QRectF &other)
{
    const auto shared = word.intersected(other);
    return shared.isEmpty() ? 0 : shared.width() * shared.height() / (word.width() * word.height());
}

bool touch(const Word &a, const Word &b)
{
    constexpr double leastShare = 0.2;
    return shareInside(a.box, b.box) > leastShare || shareInside(b.box, a.box) > leastShare;
}

/// Doubtful words give way to those of another reading that stand in their place and touch no sure one; where nothing
/// was read, the other reading's words are added.
std::vector<Word> withDoubtfulReplaced(const std::vector<Word> &words, const std::vector<Word> &others)
{
    constexpr double covered = 0.5;
    std::vector<Word> result, taken;
    const auto touchesSure = [&](const Word &other) {
        return std::ranges::any_of(
            words, [&](const Word &word) { return word.confidence >= doubtfulWord && touch(word, other); });
    };
    for (const auto &other : others)
        if (other.confidence >= doubtfulPrint && !touchesSure(other))
            taken.push_back(other);
    for (const auto &word : words) {
        double share = 0;
        if (word.confidence < doubtfulWord)
            for (const auto &other : taken)
                share += shareInside(word.box, other.box);
        if (share < covered)
            result.push_back(word);
    }
    const auto keeps = result;
    for (const auto &other : taken)
        if (std::ranges::none_of(keeps, [&other](const Word &word) { return touch(word, other); }))
            result.push_back(other);
    return result;
}

/// From pixels of the prepared picture to fractions of the picture as given; what is beyond it is dropped.
void placeOnPicture(std::vector<Word> &words, const QTransform &toOriginal, const QImage &picture)
{
    const auto toFractions = toOriginal * QTransform::fromScale(1.0 / picture.width(), 1.0 / picture.height());
    for (auto &word : words)
        word.box = toFractions.mapRect(word.box).intersected(QRectF(0, 0, 1, 1));
    std::erase_if(words, [](const Word &word) { return word.box.isEmpty(); });
}

} // namespace

TextRecogniser::TextRecogniser(RecognitionOptions options) : m_options(std::move(options))
{
}

TextRecogniser::~TextRecogniser() = default;

void TextRecogniser::setOptions(RecognitionOptions options)
{
    m_options = std::move(options);
    if (m_pack && !m_options.languages.isEmpty())
        loadWanted();
}

bool TextRecogniser::isReady()
{
    return printReader() || pack();
}

PackReader *TextRecogniser::pack()
{
    if (!std::exchange(m_soughtPack, true))
        loadWanted();
    return m_pack.get();
}

bool TextRecogniser::wantsEnglish() const
{
    return m_options.languages.isEmpty() || m_options.languages == QStringList{u"eng"_s};
}

void TextRecogniser::loadWanted()
{
    // To load a pack takes long; which other ones there are only matters where English is not the one.
    if (!wantsEnglish() || !load(u"eng"_s))
        (void)load(languagesToLoad(m_options.languages));
}

bool TextRecogniser::readsEnglish()
{
    if (!wantsEnglish())
        (void)pack();
    return m_language.isEmpty() || m_language == "eng"_L1;
}

QStringList TextRecogniser::installedLanguages()
{
    const auto *packs = packReaders();
    return packs ? packs->installedLanguages() : QStringList();
}

bool TextRecogniser::load(const QString &languages)
{
    if (languages.isEmpty())
        return false;
    if (m_language == languages)
        return true;
    // In place of what is loaded only when it is there itself.
    const auto *packs = packReaders();
    auto reader = packs ? packs->load(languages) : nullptr;
    if (!reader)
        return false;
    m_pack = std::move(reader);
    m_language = languages;
    return true;
}

PrintReader *TextRecogniser::printReader()
{
    if (!readsEnglish())
        return nullptr;
    if (!std::exchange(m_soughtPrint, true))
        if (auto reader = PrintReader::load())
            m_print = std::make_unique<PrintReader>(std::move(*reader));
    return m_print.get();
}

void TextRecogniser::prepare()
{
    (void)printReader();
    (void)pack();
}

std::vector<Word> TextRecogniser::read(const QImage &picture)
{
    m_quarterTurns = 0;
    if (picture.width() < smallestSide || picture.height() < smallestSide)
        return {};
    auto words = readPicture(picture);
    if (!m_options.languages.isEmpty())
        return words;
    // Most documents are in one language: the next page begins with it.
    const auto language = languageOf(words);
    if (language.isEmpty() || (language == "eng"_L1 && readsEnglish()) || m_language.split(u'+').contains(language) ||
        !pack() || !m_pack->languagesBeside().contains(language))
        return words;
    if (!load(language + u"+eng"_s) && !load(language))
        return words;
    const auto turnsBefore = std::exchange(m_quarterTurns, 0);
    auto again = readPicture(picture);
    // The two ways to read are not equally sure of what they read well.
    if (quality(again) > 0 && meanConfidence(again) >= nearlyAll * meanConfidence(words))
        return again;
    m_quarterTurns = turnsBefore;
    return words;
}

/// Small pictures are photographs and receipts, which the nets read better and sooner; large ones are sheets, of which
/// most are clean, and Tesseract reads these sooner.
std::vector<Word> TextRecogniser::readPicture(const QImage &picture)
{
    const auto small = qint64(picture.width()) * picture.height() < smallPicture;
    if (small && printReader())
        if (auto print = readPrint(picture); isPrint(print))
            return print;
    m_quarterTurns = 0;
    auto words = readWithTesseract(picture);
    if (small || !printReader() || (!m_options.thorough && meanConfidence(words) >= sureConfidence))
        return words;
    const auto turns = std::exchange(m_quarterTurns, 0);
    auto print = readPrint(picture);
    if (!isPrint(print) || letters(print) < nearlyAll * letters(words)) {
        m_quarterTurns = turns;
        return words;
    }
    if (m_quarterTurns != turns)
        return print;
    if (functionWordsIn(print) < mostFunctionWords * functionWordsIn(words))
        return withDoubtfulReplaced(words, print);
    addMissing(print, words);
    return print;
}

template <typename Read>
std::vector<Word> TextRecogniser::readUpright(double doubtful, Read read)
{
    auto best = read(0);
    if (best.size() < fewestWords || meanConfidence(best) < doubtful)
        for (const int turns : {1, 3, 2})
            if (auto turned = read(turns); quality(turned) > 1.5 * quality(best)) {
                best = std::move(turned);
                m_quarterTurns = turns;
            }
    return best;
}

std::vector<Word> TextRecogniser::readPrint(const QImage &picture)
{
    return readUpright(doubtfulPrint, [&](int turns) {
        const auto prepared = preparePicture(picture, turns, PictureStyle::Plain);
        auto words = prepared.pix ? m_print->read(prepared.pix.get()) : std::vector<Word>();
        placeOnPicture(words, prepared.toOriginal, picture);
        return words;
    });
}

std::vector<Word> TextRecogniser::readWithTesseract(const QImage &picture)
{
    auto best =
        readUpright(doubtfulConfidence, [&](int turns) { return readTurned(picture, turns, PackLayout::Column); });
    const auto small = qint64(picture.width()) * picture.height() < smallPicture;
    if (m_quarterTurns == 0 && small && lacksOneSide(best))
        addMissing(best, readTurned(picture, 0, PackLayout::Block));
    return best;
}

std::vector<Word> TextRecogniser::readTurned(const QImage &picture, int quarterTurns, PackLayout layout)
{
    const auto prepared = preparePicture(picture, quarterTurns, PictureStyle::Even);
    if (!prepared.pix || !pack())
        return {};
    auto words = m_pack->read(prepared.pix.get(), layout);
    placeOnPicture(words, prepared.toOriginal, picture);
    return words;
}

} // namespace xs::readers
