// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/packreader.h"

#include <tesseract/baseapi.h>

namespace xs::packs {

using document::Word;

/// Reads pictures with Tesseract. It uses one core when OMP_THREAD_LIMIT is 1 in the environment of the process.
class TesseractReader final : public readers::PackReader
{
public:
    /// In the order they are tried.
    static QStringList installedLanguages();
    /// Null when they cannot be loaded.
    static std::unique_ptr<PackReader> load(const QString &languages);

    QStringList languagesBeside() const override;
    std::vector<Word> read(Pix *pix, readers::PackLayout layout) override;

private:
    TesseractReader();

    tesseract::TessBaseAPI m_api;
};

} // namespace xs::packs
