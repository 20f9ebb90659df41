// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QStringList>

#include <memory>

namespace xs::document {

/// How carefully pictures are read, and in which languages.
struct RecognitionOptions
{
    /// Names of language packs (ISO 639-2); those that are not installed are left out. None: English or what there is
    /// first, then the language that the words turn out to be in.
    QStringList languages;
    /// Reads every picture in both ways, as doubtful ones are.
    bool thorough = false;

    bool operator==(const RecognitionOptions &) const = default;
};

/// Reads the words of pictures. Not thread-safe: one object per thread.
class PictureReader
{
public:
    virtual ~PictureReader() = default;
    /// Loads now what is else loaded when a picture needs it first, for processes that are copied afterwards.
    virtual void prepare() = 0;
    /// For the pictures that follow. Languages that cannot be loaded change nothing.
    virtual void setOptions(RecognitionOptions options) = 0;
    /// Whether anything can be read, for which it may have to be loaded.
    virtual bool isReady() = 0;
    /// The words with boxes in fractions of the picture, in reading order, turned upright and levelled when needed.
    virtual std::vector<Word> read(const QImage &picture) = 0;
    /// The quarter turns clockwise that made the last picture upright.
    virtual int quarterTurns() const = 0;
};

} // namespace xs::document
