// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QImage>

namespace xs::document {

/// The pictures of an image file (several in a TIFF), one a page. Their size in points comes from the file's
/// resolution, or from 96 dots per inch where it says nothing. There is no text layer.
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
    explicit ImagePages(std::vector<QImage> images) : m_images(std::move(images)) {}

    std::vector<QImage> m_images;
};

} // namespace xs::document
