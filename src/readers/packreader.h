// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QStringList>

#include <memory>
#include <vector>

struct Pix;

namespace xs::readers {

/// What a picture is taken for: one column of text of any sizes, or one block of even lines.
enum class PackLayout { Column, Block };

/// Reads pictures with language packs (ISO 639-2 as Tesseract names its packs). Not thread-safe.
class PackReader
{
public:
    virtual ~PackReader() = default;
    /// The packs in the folder of those that are loaded.
    virtual QStringList languagesBeside() const = 0;
    /// The words with boxes in pixels of the picture, which lies upright.
    virtual std::vector<document::Word> read(Pix *pix, PackLayout layout) = 0;
};

/// What the module packs.so has: Tesseract, which pictures that the nets read do not need.
class PackReaders
{
public:
    virtual ~PackReaders() = default;
    /// Languages that are installed, in the order they are tried.
    virtual QStringList installedLanguages() const = 0;
    /// The packs of languages as Tesseract wants them, "deu+eng"; null when they cannot be loaded.
    virtual std::unique_ptr<PackReader> load(const QString &languages) const = 0;
};

/// Loads the module the first time; it stays loaded. Null where it cannot be loaded.
const PackReaders *packReaders();

} // namespace xs::readers
