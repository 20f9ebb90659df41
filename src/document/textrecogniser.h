// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"
#include "document/picture.h"

#include <QStringList>

#include <memory>

namespace tesseract {
class TessBaseAPI;
}

namespace xs::document {

/// How carefully pictures are read, and in which languages.
struct RecognitionOptions
{
    /// Names of language packs (ISO 639-2); those that are not installed are left out. None: English or what there is
    /// first, then the language that the words turn out to be in.
    QStringList languages;
    /// Reads every picture in all ways that doubtful ones are read in, at more than one resolution, and takes a vote.
    bool thorough = false;

    bool operator==(const RecognitionOptions &) const = default;
};

/// Reads the words of a picture with Tesseract, in the language packs that are installed. Not thread-safe: one
/// object per thread. It uses one core when OMP_THREAD_LIMIT is 1 in the environment of the process.
class TextRecogniser
{
public:
    explicit TextRecogniser(RecognitionOptions options = {});
    ~TextRecogniser();

    /// Languages (ISO 639-2 as Tesseract names its packs) that are installed, in the order they are tried.
    static QStringList installedLanguages();
    /// For the pictures that follow. Languages that cannot be loaded change nothing.
    void setOptions(RecognitionOptions options);
    /// Whether any language pack could be loaded.
    bool isReady() const { return m_api != nullptr; }
    /// The words with boxes in fractions of the picture, in reading order, turned upright and levelled when needed.
    std::vector<Word> read(const QImage &picture);
    /// The quarter turns clockwise that made the last picture upright.
    int quarterTurns() const { return m_quarterTurns; }

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

} // namespace xs::document
