// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/spotpictures.h"

#include "document/isolatedpages.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrent>

#include <algorithm>

namespace xs::gui::shell {

namespace {

/// The words with some of the page around them; runs in a thread of the pool.
SpotPicture paintedSpot(const Spot &spot, QSize size)
{
    constexpr int pageWidth = 1400;
    const auto document = document::IsolatedPages::open(spot.file);
    if (!document || spot.place.page < 1 || spot.place.page > (*document)->pageCount())
        return {};
    const auto rects = domain::rectsOnPage(spot.place, (*document)->pageSize(spot.place.page - 1));
    const auto page = (*document)->render(spot.place.page - 1, pageWidth);
    if (rects.empty() || page.isNull())
        return {};
    const auto &words = rects.front();
    const QRectF pixels(words.x() * page.width(), words.y() * page.height(), words.width() * page.width(),
                        words.height() * page.height());
    QRect area({}, size);
    area.moveCenter(pixels.center().toPoint());
    area.moveLeft(std::clamp(area.left(), 0, std::max(0, page.width() - area.width())));
    const QRectF mark((pixels.x() - area.x()) / size.width(), (pixels.y() - area.y()) / size.height(),
                      pixels.width() / size.width(), pixels.height() / size.height());
    return {page.copy(area), mark};
}

} // namespace

void SpotPictures::want(Spot spot)
{
    // The newest wish is for what is seen now.
    m_waiting.push_front(std::move(spot));
    QTimer::singleShot(0, this, &SpotPictures::paintNext);
}

void SpotPictures::paintNext()
{
    if (m_isPainting || m_waiting.empty())
        return;
    m_isPainting = true;
    const auto spot = std::move(m_waiting.front());
    m_waiting.pop_front();
    auto *watcher = new QFutureWatcher<SpotPicture>(this);
    connect(watcher, &QFutureWatcher<SpotPicture>::finished, this, [this, watcher, spot] {
        m_isPainting = false;
        emit painted(spot.document, spot.path, watcher->result());
        watcher->deleteLater();
        paintNext();
    });
    watcher->setFuture(QtConcurrent::run(paintedSpot, spot, m_size));
}

} // namespace xs::gui::shell
