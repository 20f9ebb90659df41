// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/picturereader.h"

#include <QStringList>

#include <memory>

namespace xs::readers {

class PackReader;
class PrintReader;
enum class PackLayout;

using document::RecognitionOptions;
using document::Word;

/// Reads English print with neural nets that the program brings along (PrintReader) where they read it better or
/// sooner, everything else with Tesseract (PackReader), in the language packs that are installed, which are loaded when
/// a picture needs one.
class TextRecogniser final : public document::PictureReader
{
public:
    explicit TextRecogniser(RecognitionOptions options = {});
    ~TextRecogniser() override;

    /// Languages (ISO 639-2 as Tesseract names its packs) that are installed, in the order they are tried.
    static QStringList installedLanguages();
    void prepare() override;
    void setOptions(RecognitionOptions options) override;
    bool isReady() override;
    std::vector<Word> read(const QImage &picture) override;
    int quarterTurns() const override { return m_quarterTurns; }

private:
    bool load(const QString &languages);
    /// Null where no pack can be loaded.
    PackReader *pack();
    bool wantsEnglish() const;
    void loadWanted();
    /// Whether the next picture is taken for English; loads what the options name.
    bool readsEnglish();
    /// Null where its nets are missing, or where another language than English is read.
    PrintReader *printReader();
    std::vector<Word> readPicture(const QImage &picture);
    /// What `read` makes of the picture after the quarter turns that make it upright, which are remembered. Readings
    /// below the confidence `doubtful` are tried in all turns.
    template <typename Read>
    std::vector<Word> readUpright(double doubtful, Read read);
    std::vector<Word> readPrint(const QImage &picture);
    std::vector<Word> readWithTesseract(const QImage &picture);
    std::vector<Word> readTurned(const QImage &picture, int quarterTurns, PackLayout layout);

    RecognitionOptions m_options;
    std::unique_ptr<PackReader> m_pack;
    std::unique_ptr<PrintReader> m_print;
    bool m_soughtPrint = false;
    bool m_soughtPack = false;
    /// What is loaded; empty before.
    QString m_language;
    int m_quarterTurns = 0;
};

} // namespace xs::readers
