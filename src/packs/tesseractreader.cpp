// SPDX-License-Identifier: GPL-3.0-or-later
#include "packs/tesseractreader.h"

#include <tesseract/resultiterator.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::packs {

namespace {

void keepQuiet(tesseract::TessBaseAPI &api)
{
    api.SetVariable("debug_file", "/dev/null");
}

/// The packs in the folder of one that is loaded.
QStringList languagesBeside(const tesseract::TessBaseAPI &api)
{
    std::vector<std::string> found;
    api.GetAvailableLanguagesAsVector(&found);
    QStringList languages;
    for (const auto *wanted : {"eng", "deu", "fra", "spa", "ita", "nld", "por"})
        if (std::ranges::find(found, wanted) != found.end())
            languages << QString::fromLatin1(wanted);
    for (const auto &other : found)
        if (const auto name = QString::fromStdString(other);
            !languages.contains(name) && name != "osd"_L1 && !name.contains(u'/'))
            languages << name;
    return languages;
}

tesseract::PageSegMode modeFor(readers::PackLayout layout)
{
    return layout == readers::PackLayout::Column ? tesseract::PSM_SINGLE_COLUMN : tesseract::PSM_SINGLE_BLOCK;
}

} // namespace

TesseractReader::TesseractReader()
{
    keepQuiet(m_api);
}

QStringList TesseractReader::installedLanguages()
{
    tesseract::TessBaseAPI api;
    keepQuiet(api);
    return api.Init(nullptr, nullptr) == 0 || api.Init(nullptr, "osd") == 0 ? packs::languagesBeside(api)
                                                                            : QStringList();
}

std::unique_ptr<readers::PackReader> TesseractReader::load(const QString &languages)
{
    std::unique_ptr<TesseractReader> reader(new TesseractReader);
    auto &api = reader->m_api;
    if (api.Init(nullptr, languages.toLatin1().constData(), tesseract::OEM_LSTM_ONLY) != 0)
        return nullptr;
    // Init forgets what was set before.
    keepQuiet(api);
    // Every line below this confidence is read once more as white on black. White print is far below it when it is
    // read as black, while at Tesseract's own 0.7 half the lines of a poor scan are read in vain.
    api.SetVariable("invert_threshold", "0.45");
    return reader;
}

QStringList TesseractReader::languagesBeside() const
{
    return packs::languagesBeside(m_api);
}

std::vector<Word> TesseractReader::read(Pix *pix, readers::PackLayout layout)
{
    std::vector<Word> words;
    m_api.SetPageSegMode(modeFor(layout));
    m_api.SetImage(pix);
    m_api.SetSourceResolution(300);
    if (m_api.Recognize(nullptr) != 0)
        return words;
    const std::unique_ptr<tesseract::ResultIterator> it(m_api.GetIterator());
    if (!it)
        return words;
    do {
        const std::unique_ptr<char[]> text(it->GetUTF8Text(tesseract::RIL_WORD));
        int left = 0, top = 0, right = 0, bottom = 0;
        if (!text || !it->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom))
            continue;
        if (const auto word = QString::fromUtf8(text.get()).trimmed(); !word.isEmpty())
            words.push_back({word, QRectF(left, top, right - left, bottom - top), true,
                             std::clamp(it->Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0)});
    } while (it->Next(tesseract::RIL_WORD));
    return words;
}

} // namespace xs::packs
