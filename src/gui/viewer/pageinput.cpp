// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse, wheel, touch and keys do on the pages.
#include "gui/viewer/boxlayer.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/texttool.h"

#include <QApplication>
#include <QClipboard>
#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>

#include <algorithm>
#include <cmath>

namespace xs::gui::viewer {

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    constexpr double factorPerNotch = 1.15;
    constexpr double anglePerNotch = 120;
    zoomAt(m_zoom * std::pow(factorPerNotch, event->angleDelta().y() / anglePerNotch), event->position());
    event->accept();
}

/// Two fingers on a touch pad come as a native gesture, those on a screen as a pinch.
bool PageView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(m_zoom * (1 + gesture->value()), gesture->position());
            return true;
        }
    }
    if (event->type() == QEvent::Gesture) {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (const auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            zoomAt(m_zoom * pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint()));
            gestures->accept(Qt::PinchGesture);
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Home)
        return jumpToPage(0);
    if (event->key() == Qt::Key_End)
        return jumpToPage(m_layout.pageCount() - 1);
    QGraphicsView::keyPressEvent(event);
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    QGraphicsView::mousePressEvent(event);
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    QGraphicsView::mouseMoveEvent(event);
    const auto isDrag = event->buttons().testFlag(Qt::LeftButton) &&
                        (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (isDrag)
        m_text->drag(mapToScene(m_pressed.toPoint()), mapToScene(event->position().toPoint()));
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QGraphicsView::mouseDoubleClickEvent(event);
    m_takesText = false;
    if (event->button() == Qt::LeftButton)
        m_text->takeWordAt(mapToScene(event->position().toPoint()));
    // The release that follows is no click of its own.
    m_pressed = QPointF(-1'000, -1'000);
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    QGraphicsView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const auto click = (event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    m_takesText = !click || event->modifiers().testFlag(Qt::ControlModifier);
    m_text->drop();
    if (click && m_takesText)
        return m_text->takeWordAt(mapToScene(event->position().toPoint()));
    if (!click)
        return;
    m_text->clear();
    clickAt(mapToScene(event->position().toPoint()));
}

/// Boxes that lie on each other take turns.
void PageView::clickAt(const QPointF &scenePosition)
{
    const auto hit = m_boxes->highlightsAt(scenePosition);
    if (hit.empty())
        return;
    const auto chosen = std::ranges::find_if(hit, [this](size_t i) {
        const auto &highlight = highlights()[i];
        return highlight.path == selectedPath() && highlight.citation == selectedCitation();
    });
    const auto next = chosen == hit.end() || chosen + 1 == hit.end() ? hit.front() : *(chosen + 1);
    const auto highlight = highlights()[next];
    choose(highlight.path, highlight.citation);
}

void PageView::choose(const QString &path, int citation)
{
    select(path, citation);
    emit highlightClicked(path, citation);
}

const TextSelection &PageView::markedText() const
{
    return m_text->selection();
}

void PageView::clearMarkedText()
{
    m_text->clear();
}

void PageView::copyMarkedText()
{
    if (!markedText().isEmpty())
        QGuiApplication::clipboard()->setText(markedText().text());
}

QRectF PageView::markedOnScreen() const
{
    QRectF all;
    for (const auto &box : markedText().boxes())
        all = all.united(m_layout.toPixels(markedText().page(), box));
    return all.isEmpty() ? QRectF() : viewportTransform().mapRect(all);
}

} // namespace xs::gui::viewer
