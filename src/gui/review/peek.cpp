// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/peek.h"

#include "gui/common/cropview.h"
#include "gui/common/elidedlabel.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace xs::gui::review {

namespace {

constexpr QSize cropSize(440, 150);
/// A little larger than on paper.
constexpr double pixelsPerPoint = 2;
constexpr int distance = 4;

} // namespace

Peek::Peek(QWidget *parent)
    : QFrame(parent), m_crop(new common::CropView(this)),
      m_sentence(new common::RoleLabel({}, common::TextRole::Secondary, this))
{
    setObjectName(QStringLiteral("peek"));
    setAccessibleName(tr("The spot on the page"));
    m_crop->setFixedSize(cropSize);
    m_sentence->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(4);
    layout->addWidget(m_crop);
    layout->addWidget(m_sentence);
    hide();
}

void Peek::watch(QWidget *widget)
{
    widget->installEventFilter(this);
}

bool Peek::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        hide();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier)
        return QFrame::eventFilter(watched, event);
    // A key that is held repeats itself, which is neither a new press nor the end.
    if (!key->isAutoRepeat() && event->type() == QEvent::KeyPress)
        open();
    else if (!key->isAutoRepeat())
        hide();
    return true;
}

void Peek::refresh()
{
    if (isVisible())
        open();
}

void Peek::open()
{
    const auto subject = m_subject ? m_subject() : std::nullopt;
    if (!subject)
        return hide();
    m_crop->setVisible(subject->place.has_value());
    m_crop->setImage({});
    m_sentence->setText(subject->sentence);
    m_sentence->setVisible(!subject->sentence.isEmpty());
    if (parentWidget() != window())
        setParent(window());
    if (const auto &place = subject->place) {
        // A wide place makes the text smaller, so that all of it is in the picture.
        const auto scale =
            std::min(pixelsPerPoint, cropSize.width() * 0.8 / (place->area.width() * place->size.width()));
        QRectF area(0, 0, cropSize.width() / (scale * place->size.width()),
                    cropSize.height() / (scale * place->size.height()));
        area.moveCenter(place->area.center());
        area.moveLeft(std::clamp(area.left(), 0.0, std::max(0.0, 1 - area.width())));
        area.moveTop(std::clamp(area.top(), 0.0, std::max(0.0, 1 - area.height())));
        const QRectF mark((place->area.x() - area.x()) / area.width(), (place->area.y() - area.y()) / area.height(),
                          place->area.width() / area.width(), place->area.height() / area.height());
        m_crop->setMark(mark);
        emit cropRequested(--m_id, place->page, area, qRound(place->size.width() * scale * devicePixelRatioF()));
    }
    adjustSize();
    placeBeside(subject->value);
    raise();
    show();
}

/// Below the value and beginning with it; above where there is no room; always inside the window.
void Peek::placeBeside(const QRect &value)
{
    const auto *frame = parentWidget();
    const QRect place(frame->mapFromGlobal(value.topLeft()), value.size());
    QPoint corner(place.left(), place.bottom() + distance);
    if (corner.y() + height() > frame->height())
        corner.setY(place.top() - distance - height());
    corner.setX(std::clamp(corner.x(), 0, std::max(0, frame->width() - width())));
    corner.setY(std::max(0, corner.y()));
    move(corner);
}

void Peek::showCrop(int id, const QImage &image)
{
    if (id == m_id)
        m_crop->setImage(image);
}

void Peek::paintEvent(QPaintEvent *)
{
    const auto theme = common::Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.control);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace xs::gui::review
