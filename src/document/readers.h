// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/drawnboxes.h"
#include "document/drawnrules.h"
#include "document/picturereader.h"

namespace xs::document {

/// What needs Poppler. In a module of its own, which is loaded when the first PDF is opened, so that no program has to
/// load it to start.
class PdfReader
{
public:
    virtual ~PdfReader() = default;
    /// Errors: DocumentBroken, DocumentProtected, TooManyPages.
    virtual Expected<std::unique_ptr<PageSource>> open(const QString &path) const = 0;
};

/// The readers of pictures, which need large libraries, too (libtiff, Leptonica, XNNPACK): another such module.
class Readers
{
public:
    virtual ~Readers() = default;
    /// Errors: DocumentBroken when there is no picture, DocumentTooLarge.
    virtual Expected<std::unique_ptr<PageSource>> openTiff(const QString &path) const = 0;
    /// The boxes that are drawn on a picture of a page of this size in points.
    virtual std::vector<DrawnBox> findDrawnBoxes(const QImage &picture, const domain::PageSize &page,
                                                 PictureOrigin origin) const = 0;
    /// The straight lines on a painting of a page of this size in points.
    virtual DrawnRules findDrawnRules(const QImage &picture, const domain::PageSize &page) const = 0;
    virtual std::unique_ptr<PictureReader> makePictureReader(const RecognitionOptions &options) const = 0;
};

/// Loads the module the first time; it stays loaded. From any thread. Error: Internal, with the module's path.
Expected<const Readers *> readers();

/// As PdfReader::open, or Internal, with the module's path, which is loaded the first time. From any thread.
Expected<std::unique_ptr<PageSource>> openPdf(const QString &path);

/// Null where the module cannot be loaded.
std::unique_ptr<PictureReader> makePictureReader(const RecognitionOptions &options = {});

} // namespace xs::document
