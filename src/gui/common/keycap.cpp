// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/keycap.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

namespace {

constexpr int capHeight = 18;
constexpr int capPadding = 5;
constexpr int gap = 6;
constexpr int hintGap = 12;

QFont capFont(const QFont &body)
{
    auto font = fontFor(TextRole::Note, body);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

int keyCapWidth(const QString &key, const QFont &body)
{
    return std::max(capHeight, QFontMetrics(capFont(body)).horizontalAdvance(key) + 2 * capPadding + 2);
}

void paintKeyCap(QPainter *painter, const QRectF &rect, const QString &key, const QFont &body, const Theme &theme,
                 bool onFill)
{
    const double width = keyCapWidth(key, body);
    const QRectF box(rect.center().x() - width / 2 + 0.5, std::floor(rect.center().y() - capHeight / 2.0) + 0.5,
                     width - 1, capHeight - 1);
    auto ground = theme.onFill;
    ground.setAlphaF(0.18f);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(onFill ? QPen(Qt::NoPen) : QPen(theme.line, 1));
    painter->setBrush(onFill ? ground : theme.base);
    painter->drawRoundedRect(box, 3, 3);
    painter->setPen(onFill ? theme.onFill : theme.text2);
    painter->setFont(capFont(body));
    painter->drawText(box, Qt::AlignCenter, key);
    painter->restore();
}

KeyHint::KeyHint(const QString &key, const QString &text, QWidget *parent) : QWidget(parent), m_key(key), m_text(text)
{
    setAccessibleName(u"%1: %2"_s.arg(key, text));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

QSize KeyHint::sizeHint() const
{
    const QFontMetrics metrics(fontFor(TextRole::Secondary, font()));
    return {keyCapWidth(m_key, font()) + gap + metrics.horizontalAdvance(m_text), capHeight + 2};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto theme = Theme::of(palette());
    const auto width = keyCapWidth(m_key, font());
    paintKeyCap(&painter, QRectF(0, 0, width, height()), m_key, font(), theme);
    painter.setPen(theme.text2);
    painter.setFont(fontFor(TextRole::Secondary, font()));
    painter.drawText(rect().adjusted(width + gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

KeyHintRow::KeyHintRow(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void KeyHintRow::setHints(const QList<std::pair<QString, QString>> &hints)
{
    qDeleteAll(m_hints);
    m_hints.clear();
    for (const auto &[key, text] : hints)
        m_hints << new KeyHint(key, text, this);
    updateGeometry();
    arrange();
}

QSize KeyHintRow::sizeHint() const
{
    QSize size(0, capHeight + 2);
    for (const auto *hint : m_hints)
        size.rwidth() += hint->sizeHint().width() + hintGap;
    return size;
}

void KeyHintRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// At the right end, in their order.
void KeyHintRow::arrange()
{
    int used = 0;
    for (auto *hint : m_hints) {
        used += hint->sizeHint().width() + hintGap;
        hint->setVisible(used <= width());
    }
    auto x = width();
    for (auto it = m_hints.rbegin(); it != m_hints.rend(); ++it) {
        if ((*it)->isHidden())
            continue;
        const auto size = (*it)->sizeHint();
        x -= size.width();
        (*it)->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x -= hintGap;
    }
}

} // namespace xs::gui::common
