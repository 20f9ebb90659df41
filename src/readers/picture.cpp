// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/picture.h"

#include <QtMath>

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace xs::readers {

namespace {

/// The height of lower-case letters that the recognition reads best, in pixels (Tesseract's own documentation).
constexpr double wantedLetterHeight = 28;
constexpr double mostScale = 3;
/// Letters are enlarged from this scale on; below it, it costs time and gains nothing.
constexpr double enoughAsItIs = 1.2;
/// A page of A3 at 600 dots per inch has more; letters are then large enough to be read from fewer.
constexpr qint64 mostPixels = 40'000'000;
constexpr double leastSkew = 0.25;
constexpr double mostSkew = 12;

/// Transparent pictures stand on white paper.
QImage onPaper(const QImage &picture)
{
    if (!picture.hasAlphaChannel())
        return picture;
    QImage paper(picture.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    const auto source = picture.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < paper.height(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(source.constScanLine(y));
        auto *to = reinterpret_cast<QRgb *>(paper.scanLine(y));
        for (int x = 0; x < paper.width(); ++x) {
            const auto alpha = qAlpha(from[x]);
            const auto mix = [alpha](int value) { return (value * alpha + 255 * (255 - alpha)) / 255; };
            to[x] = qRgb(mix(qRed(from[x])), mix(qGreen(from[x])), mix(qBlue(from[x])));
        }
    }
    return paper;
}

PixPointer evenlyLit(PixPointer grey)
{
    if (pixGetWidth(grey.get()) < 64 || pixGetHeight(grey.get()) < 64)
        return grey;
    PixPointer even(pixBackgroundNormSimple(grey.get(), nullptr, nullptr));
    return even ? std::move(even) : std::move(grey);
}

PixPointer blackAndWhite(Pix *grey)
{
    Pix *binary = nullptr;
    pixOtsuAdaptiveThreshold(grey, 400, 400, 0, 0, 0.1F, nullptr, &binary);
    return PixPointer(binary);
}

/// The median height of marks that may be letters, 0 when there are too few.
double letterHeight(Pix *binary)
{
    Boxa *boxes = pixConnComp(binary, nullptr, 8);
    if (!boxes)
        return 0;
    std::vector<int> heights;
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
        int w = 0, h = 0;
        boxaGetBoxGeometry(boxes, i, nullptr, nullptr, &w, &h);
        if (h >= 6 && h <= 120 && w >= 3 && w <= 3 * h)
            heights.push_back(h);
    }
    boxaDestroy(&boxes);
    if (heights.size() < 20)
        return 0;
    std::nth_element(heights.begin(), heights.begin() + qsizetype(heights.size() / 2), heights.end());
    return heights[heights.size() / 2];
}

qint64 pixelsOf(Pix *pix)
{
    return qint64(pixGetWidth(pix)) * pixGetHeight(pix);
}

double scaleFor(Pix *binary)
{
    const auto height = letterHeight(binary);
    const auto most = std::min(mostScale, std::sqrt(double(mostPixels) / double(pixelsOf(binary))));
    const auto wanted = height > 0 ? wantedLetterHeight / height : 1.0;
    if (wanted > 0.8 && wanted < enoughAsItIs)
        return std::min(1.0, most);
    return std::clamp(wanted, std::min(0.4, most), most);
}

double skewDegrees(Pix *binary)
{
    float angle = 0, confidence = 0;
    if (pixFindSkew(binary, &angle, &confidence) != 0 || confidence < 3)
        return 0;
    return std::abs(angle) >= leastSkew && std::abs(angle) <= mostSkew ? angle : 0;
}

} // namespace

void PixDeleter::operator()(Pix *pix) const
{
    pixDestroy(&pix);
}

PixPointer greyPix(const QImage &picture)
{
    const auto grey = picture.convertToFormat(QImage::Format_Grayscale8);
    PixPointer pix(pixCreate(grey.width(), grey.height(), 8));
    if (!pix)
        return pix;
    const auto stride = pixGetWpl(pix.get());
    const auto width = std::size_t(grey.width());
    for (int y = 0; y < grey.height(); ++y)
        std::memcpy(pixGetData(pix.get()) + qsizetype(y) * stride, grey.constScanLine(y), width);
    // Leptonica keeps the first pixel in the highest byte of each word.
    pixEndianByteSwap(pix.get());
    return pix;
}

PreparedPicture preparePicture(const QImage &picture, int quarterTurns, PictureStyle style)
{
    setMsgSeverity(L_SEVERITY_NONE);
    PreparedPicture result;
    auto grey = greyPix(onPaper(picture));
    if (!grey)
        return result;
    QTransform toOriginal;
    // At once, because every later step costs by the pixel.
    if (const auto pixels = pixelsOf(grey.get()); pixels > mostPixels) {
        const auto scale = std::sqrt(double(mostPixels) / double(pixels));
        if (PixPointer smaller(pixScale(grey.get(), float(scale), float(scale))); smaller) {
            toOriginal = QTransform::fromScale(1 / scale, 1 / scale);
            grey = std::move(smaller);
        }
    }
    if (quarterTurns % 4 != 0) {
        const auto before = QSizeF(pixGetWidth(grey.get()), pixGetHeight(grey.get()));
        grey.reset(pixRotateOrth(grey.get(), quarterTurns % 4));
        const auto after = QSizeF(pixGetWidth(grey.get()), pixGetHeight(grey.get()));
        toOriginal = QTransform::fromTranslate(-after.width() / 2, -after.height() / 2) *
                     QTransform().rotate(-90.0 * (quarterTurns % 4)) *
                     QTransform::fromTranslate(before.width() / 2, before.height() / 2) * toOriginal;
    }
    if (style == PictureStyle::Even)
        grey = evenlyLit(std::move(grey));
    auto binary = blackAndWhite(grey.get());
    if (binary) {
        if (const auto angle = skewDegrees(binary.get()); angle != 0) {
            PixPointer level(pixRotate(grey.get(), float(qDegreesToRadians(angle)), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE,
                                       pixGetWidth(grey.get()), pixGetHeight(grey.get())));
            if (level) {
                const QPointF centre(pixGetWidth(grey.get()) / 2.0, pixGetHeight(grey.get()) / 2.0);
                const QPointF newCentre(pixGetWidth(level.get()) / 2.0, pixGetHeight(level.get()) / 2.0);
                toOriginal = QTransform::fromTranslate(-newCentre.x(), -newCentre.y()) * QTransform().rotate(-angle) *
                             QTransform::fromTranslate(centre.x(), centre.y()) * toOriginal;
                grey = std::move(level);
            }
        }
        if (const auto scale = style == PictureStyle::Even ? scaleFor(binary.get()) : 1; scale != 1) {
            if (PixPointer scaled(pixScale(grey.get(), float(scale), float(scale))); scaled) {
                toOriginal = QTransform::fromScale(1 / scale, 1 / scale) * toOriginal;
                grey = std::move(scaled);
            }
        }
    }
    result.pix = std::move(grey);
    result.toOriginal = toOriginal;
    return result;
}

} // namespace xs::readers
