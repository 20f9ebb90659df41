// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/imagepages.h"

#include <QImageReader>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

constexpr double pointsPerMetre = 72 / 0.0254;
constexpr qint64 mostPixels = 250'000'000;
/// Qt's own limit of 128 MB refuses ordinary scans of 600 dots per inch.
constexpr int mostMegabytes = 1024;

bool isTooLarge(const QSize &size)
{
    return size.isValid() && qint64(size.width()) * size.height() > mostPixels;
}

} // namespace

Expected<std::unique_ptr<PageSource>> ImagePages::open(const QString &path)
{
    QImageReader::setAllocationLimit(mostMegabytes);
    QImageReader reader(path);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    std::vector<QImage> images;
    do {
        if (isTooLarge(reader.size()))
            return Unexpected(ErrorCode::DocumentTooLarge,
                              u"%1 x %2 pixels"_s.arg(reader.size().width()).arg(reader.size().height()), path);
        auto image = reader.read();
        if (image.isNull())
            break;
        images.push_back(std::move(image));
    } while (reader.supportsAnimation() == false && reader.jumpToNextImage());
    if (images.empty())
        return Unexpected(ErrorCode::DocumentBroken, reader.errorString(), path);
    return std::unique_ptr<PageSource>(new ImagePages(std::move(images)));
}

int ImagePages::pageCount() const
{
    return static_cast<int>(m_images.size());
}

domain::PageSize ImagePages::pageSize(int page) const
{
    const auto &image = m_images.at(page);
    const auto dotsPerMetre = image.dotsPerMeterX() > 0 ? image.dotsPerMeterX() : 3780;
    return QSizeF(image.size()) * pointsPerMetre / dotsPerMetre;
}

std::vector<Word> ImagePages::words(int) const
{
    return {};
}

QImage ImagePages::render(int page, int width, const domain::PageRect &area) const
{
    const auto &image = m_images.at(page);
    if (width <= 0)
        return {};
    const QRect part(qFloor(area.x() * image.width()), qFloor(area.y() * image.height()),
                     qCeil(area.width() * image.width()), qCeil(area.height() * image.height()));
    const auto scale = double(width) / image.width();
    const QSize size(qMax(1, qRound(part.width() * scale)), qMax(1, qRound(part.height() * scale)));
    return image.copy(part).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage ImagePages::recognitionPicture(int page, int) const
{
    return m_images.at(page);
}

} // namespace xs::document
