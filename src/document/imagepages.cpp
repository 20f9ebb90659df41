// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/imagepages.h"

#include "document/filetype.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QMutex>
#include <QPainter>
#include <QtMath>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

constexpr double pointsPerMetre = 72 / 0.0254;
constexpr qint64 mostPixels = 250'000'000;

/// A file as it was: its path, size and time of change.
using Version = std::tuple<QString, qint64, qint64>;

Version versionOf(const QString &path)
{
    const QFileInfo file(path);
    return {file.absoluteFilePath(), file.size(), file.lastModified().toMSecsSinceEpoch()};
}

} // namespace

bool isTooLargePicture(const QSize &size)
{
    return size.isValid() && qint64(size.width()) * size.height() > mostPixels;
}

/// Made smaller, every pixel counts; made larger, the part may begin within one.
QImage partOfPicture(const QImage &image, const domain::PageSize &page, int width, const domain::PageRect &area)
{
    if (width <= 0 || page.width() <= 0)
        return {};
    const QSizeF whole(width, width * page.height() / page.width());
    // Fractions of whole pixels come back a little off.
    constexpr double slack = 1e-6;
    const QSize size(qMax(1, qCeil(area.width() * whole.width() - slack)),
                     qMax(1, qCeil(area.height() * whole.height() - slack)));
    const QRectF part(area.x() * image.width(), area.y() * image.height(), area.width() * image.width(),
                      area.height() * image.height());
    if (whole.width() < image.width()) {
        const auto pixels = part.toAlignedRect().intersected(image.rect());
        return image.copy(pixels).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    QImage large(size, QImage::Format_RGB32);
    large.fill(Qt::white);
    QPainter painter(&large);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF(), QSizeF(size)), image, part);
    return large;
}

Expected<ImagePages::Images> ImagePages::read(const QString &path)
{
    QImageReader::setAllocationLimit(mostPictureMegabytes);
    QFile file(path);
    const auto format = file.open(QIODevice::ReadOnly) ? pictureFormat(file.read(pictureMark)) : QByteArray();
    QImageReader reader(path, format);
    reader.setAutoTransform(true);
    // Whatever the file's name says.
    reader.setAutoDetectImageFormat(format.isEmpty());
    reader.setDecideFormatFromContent(format.isEmpty());
    std::vector<QImage> images;
    do {
        if (isTooLargePicture(reader.size()))
            return Unexpected(ErrorCode::DocumentTooLarge,
                              u"%1 x %2 pixels"_s.arg(reader.size().width()).arg(reader.size().height()), path);
        auto image = reader.read();
        if (image.isNull())
            break;
        images.push_back(std::move(image));
    } while (reader.supportsAnimation() == false && reader.jumpToNextImage());
    if (images.empty())
        return Unexpected(ErrorCode::DocumentBroken, reader.errorString(), path);
    return std::make_shared<const std::vector<QImage>>(std::move(images));
}

Expected<std::unique_ptr<PageSource>> ImagePages::open(const QString &path)
{
    // Who comes second waits for the first one's pictures, and what nobody has open is gone.
    static QMutex mutex;
    static std::map<Version, std::weak_ptr<const std::vector<QImage>>> known;
    const QMutexLocker lock(&mutex);
    std::erase_if(known, [](const auto &item) { return item.second.expired(); });
    const auto version = versionOf(path);
    auto images = known[version].lock();
    if (!images) {
        auto fresh = read(path);
        if (!fresh)
            return Unexpected(fresh.error());
        images = std::move(*fresh);
        known[version] = images;
    }
    return std::unique_ptr<PageSource>(new ImagePages(std::move(images)));
}

int ImagePages::pageCount() const
{
    return static_cast<int>(m_images->size());
}

domain::PageSize ImagePages::pageSize(int page) const
{
    const auto &image = m_images->at(page);
    const auto dotsPerMetre = image.dotsPerMeterX() > 0 ? image.dotsPerMeterX() : 3780;
    return QSizeF(image.size()) * pointsPerMetre / dotsPerMetre;
}

std::vector<Word> ImagePages::words(int) const
{
    return {};
}

QImage ImagePages::render(int page, int width, const domain::PageRect &area) const
{
    return partOfPicture(m_images->at(page), pageSize(page), width, area);
}

QImage ImagePages::recognitionPicture(int page, int) const
{
    return m_images->at(page);
}

} // namespace xs::document
