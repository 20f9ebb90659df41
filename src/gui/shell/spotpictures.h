// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"

#include <QImage>
#include <QObject>
#include <QRectF>
#include <QSize>

#include <deque>

namespace xs::gui::shell {

/// A spot on a page of a document, and what it is asked for: a value of a job.
struct Spot
{
    QString document;
    QString path;
    /// The document's file.
    QString file;
    domain::Citation place;
};

struct SpotPicture
{
    /// Null where the file has no such place.
    QImage image;
    /// The cited words in fractions of the picture.
    QRectF mark;
};

/// Paints spots on pages of documents that need not be open, one after the other in a thread; the newest wish first.
class SpotPictures final : public QObject
{
    Q_OBJECT

public:
    /// All pictures have this size, in device pixels.
    explicit SpotPictures(QSize size, QObject *parent = nullptr) : QObject(parent), m_size(size) {}
    void want(Spot spot);
    /// Forgets what still waits.
    void clear() { m_waiting.clear(); }

signals:
    void painted(const QString &document, const QString &path, const xs::gui::shell::SpotPicture &picture);

private:
    void paintNext();

    QSize m_size;
    std::deque<Spot> m_waiting;
    bool m_isPainting = false;
};

} // namespace xs::gui::shell
