// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/tiffpages.h"

#include "document/imagepages.h"

#include <QFile>
#include <QImageReader>

#include <tiffio.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace xs::readers {

using document::isTooLargePicture;
using document::mostPictureMegabytes;
using document::partOfPicture;

namespace {

constexpr qsizetype keptBytes = 256 * 1024 * 1024;
constexpr double pointsPerInch = 72;
/// Of a file that does not say, as of other pictures.
constexpr double usualResolution = 96;

struct TiffCloser
{
    void operator()(TIFF *tiff) const { TIFFClose(tiff); }
};

/// The page in points, as it is shown: orientations from 5 on stand on their side (TIFF 6.0, section 8).
domain::PageSize sizeOf(TIFF *tiff, const QSize &pixels)
{
    float x = 0;
    float y = 0;
    uint16_t unit = RESUNIT_INCH;
    uint16_t orientation = ORIENTATION_TOPLEFT;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
    const auto isKnown = TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &x) == 1 &&
                         TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &y) == 1 && x >= 1 && y >= 1 && unit != RESUNIT_NONE;
    const auto perUnit = unit == RESUNIT_CENTIMETER ? 2.54 : 1.0;
    const auto acrossInch = isKnown ? double(x) * perUnit : usualResolution;
    const auto downInch = isKnown ? double(y) * perUnit : usualResolution;
    const domain::PageSize size(pixels.width() / acrossInch * pointsPerInch,
                                pixels.height() / downInch * pointsPerInch);
    return orientation >= ORIENTATION_LEFTTOP ? size.transposed() : size;
}

} // namespace

TiffPages::TiffPages(QString path, std::vector<domain::PageSize> pages)
    : m_path(std::move(path)), m_pages(std::move(pages)), m_pictures(keptBytes)
{
}

Expected<std::unique_ptr<PageSource>> TiffPages::open(const QString &path)
{
    // Libtiff would print what it dislikes to standard error.
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    const std::unique_ptr<TIFF, TiffCloser> tiff(TIFFOpen(QFile::encodeName(path).constData(), "r"));
    if (!tiff)
        return Unexpected(ErrorCode::DocumentBroken, {}, path);
    std::vector<domain::PageSize> pages;
    do {
        uint32_t width = 0;
        uint32_t height = 0;
        TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
        TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
        if (width == 0 || height == 0 || width > INT_MAX || height > INT_MAX)
            break;
        const QSize pixels(static_cast<int>(width), static_cast<int>(height));
        if (isTooLargePicture(pixels))
            return Unexpected(ErrorCode::DocumentTooLarge, u"%1 x %2 pixels"_s.arg(width).arg(height), path);
        pages.push_back(sizeOf(tiff.get(), pixels));
    } while (static_cast<int>(pages.size()) < mostPages && TIFFReadDirectory(tiff.get()) == 1);
    std::unique_ptr<TiffPages> source(new TiffPages(path, std::move(pages)));
    if (source->m_pages.empty() || source->picture(0).isNull())
        return Unexpected(ErrorCode::DocumentBroken, {}, path);
    return std::unique_ptr<PageSource>(std::move(source));
}

QImage TiffPages::picture(int page) const
{
    if (const auto *known = m_pictures.object(page))
        return *known;
    QImageReader reader(m_path, "tiff");
    QImageReader::setAllocationLimit(mostPictureMegabytes);
    reader.setAutoTransform(true);
    if (page > 0 && !reader.jumpToImage(page))
        return {};
    auto picture = reader.read();
    if (!picture.isNull())
        m_pictures.insert(page, new QImage(picture), std::min(picture.sizeInBytes(), keptBytes));
    return picture;
}

QImage TiffPages::render(int page, int width, const domain::PageRect &area) const
{
    const auto image = picture(page);
    return image.isNull() || givesUp() ? QImage() : partOfPicture(image, m_pages.at(page), width, area);
}

QImage TiffPages::recognitionPicture(int page, int) const
{
    return picture(page);
}

} // namespace xs::readers
