// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/picturereader.h"
#include "readers/picture.h"

#include <QStringList>

#include <memory>

namespace tesseract {
class TessBaseAPI;
}

namespace xs::readers {

using document::RecognitionOptions;
using document::Word;

/// Reads with Tesseract, in the language packs that are installed. It uses one core when OMP_THREAD_LIMIT is 1 in the
/// environment of the process.
class TextRecogniser final : public document::PictureReader
{
public:
    explicit TextRecogniser(RecognitionOptions options = {});
    ~TextRecogniser() override;

    /// Languages (ISO 639-2 as Tesseract names its packs) that are installed, in the order they are tried.
    static QStringList installedLanguages();
    void setOptions(RecognitionOptions options) override;
    bool isReady() const override { return m_api != nullptr; }
    std::vector<Word> read(const QImage &picture) override;
    int quarterTurns() const override { return m_quarterTurns; }

private:
    bool load(const QString &languages);
    /// The second model, which the program brings along for doubtful English print; null where it is not there.
    tesseract::TessBaseAPI *secondModel();
    /// The best lines of the first reading and of those of the picture prepared and laid out otherwise.
    std::vector<Word> readInOtherWays(const QImage &picture, std::vector<Word> first);
    /// `layout` is one of tesseract::PageSegMode.
    std::vector<Word> readTurned(const QImage &picture, int quarterTurns, PictureStyle style, int layout);
    std::vector<Word> readPicture(const QImage &picture);

    RecognitionOptions m_options;
    std::unique_ptr<tesseract::TessBaseAPI> m_api;
    std::unique_ptr<tesseract::TessBaseAPI> m_second;
    bool m_soughtSecond = false;
    QString m_language;
    int m_quarterTurns = 0;
};

} // namespace xs::readers
