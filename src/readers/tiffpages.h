// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QCache>

namespace xs::readers {

using document::PageSource;
using document::Word;

/// The pages of a TIFF file, which may be many and large: sizes are read when it is opened, a picture when it is asked
/// for, and the last few are kept. There is no text layer.
class TiffPages final : public PageSource
{
public:
    /// A file with more pages is cut off here.
    static constexpr int mostPages = 20'000;

    /// Errors: DocumentBroken when there is no picture, DocumentTooLarge.
    static Expected<std::unique_ptr<PageSource>> open(const QString &path);

    int pageCount() const override { return static_cast<int>(m_pages.size()); }
    domain::PageSize pageSize(int page) const override { return m_pages.at(page); }
    std::vector<Word> words(int) const override { return {}; }
    QImage render(int page, int width, const domain::PageRect &area) const override;
    QImage recognitionPicture(int page, int width) const override;

private:
    TiffPages(QString path, std::vector<domain::PageSize> pages);
    /// Null where it cannot be decoded.
    QImage picture(int page) const;

    QString m_path;
    std::vector<domain::PageSize> m_pages;
    mutable QCache<int, QImage> m_pictures;
};

} // namespace xs::readers
