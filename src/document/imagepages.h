// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QImage>

namespace xs::document {

/// Qt's own limit of 128 MB refuses ordinary scans of 600 dots per inch.
inline constexpr int mostPictureMegabytes = 1024;

/// Whether a picture has more pixels than are read.
bool isTooLargePicture(const QSize &size);

/// A part of a picture (fractions), so that the whole page would be `width` pixels wide; the page's own proportions
/// count where pixels are not square.
QImage partOfPicture(const QImage &image, const domain::PageSize &page, int width, const domain::PageRect &area);

/// The pictures of an image file, one a page; TiffPages reads those that may have many. Their size in points comes from
/// the file's resolution, or from 96 dots per inch where it says nothing. There is no text layer. All readers of one
/// file in one process share its pictures, each of which may take a gigabyte.
class ImagePages final : public PageSource
{
public:
    /// Errors: DocumentBroken, DocumentTooLarge.
    static Expected<std::unique_ptr<PageSource>> open(const QString &path);

    int pageCount() const override;
    domain::PageSize pageSize(int page) const override;
    std::vector<Word> words(int page) const override;
    QImage render(int page, int width, const domain::PageRect &area) const override;
    QImage recognitionPicture(int page, int width) const override;

private:
    using Images = std::shared_ptr<const std::vector<QImage>>;

    explicit ImagePages(Images images) : m_images(std::move(images)) {}
    static Expected<Images> read(const QString &path);

    Images m_images;
};

} // namespace xs::document
