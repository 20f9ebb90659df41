// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/nestedtable.h"

#include "gui/common/confidencepainter.h"
#include "gui/common/foundtext.h"
#include "gui/common/icons.h"
#include "gui/common/shownvalue.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace xs::gui::review {

namespace {

constexpr int leftEdge = 24;
constexpr int rightEdge = 8;
constexpr int numberColumn = 30;
constexpr int padding = 10;
constexpr int narrowest = 56;
constexpr int radius = 5;
/// Cells and rows that are measured; a larger table is not worth the wait.
constexpr int mostMeasured = 4000;
constexpr int mostRowsMeasured = 200;
constexpr int markGap = 6;
/// What a person did with a cell is a sign without words.
constexpr int signSide = 12;
constexpr int markSide = 14;
/// Of a table that is scrolled sideways.
constexpr int widest = 220;
constexpr int orderMarkSide = 12;
constexpr int scrollMarkWidth = 18;

QString cellText(const TableCell &cell)
{
    return cell.node ? common::shownText(cell.node->value) : QString();
}

bool isMarked(const TableCell &cell)
{
    return cell.node && !cell.value.isReviewed() &&
           (cell.value.needsAttention() || cell.value.level != domain::ConfidenceLevel::Certain) &&
           !(cell.value.isNull && !cell.value.needsAttention());
}

/// Straight sides, with round corners at the top or the bottom.
QPainterPath framePath(const QRectF &r, bool roundTop, bool roundBottom)
{
    QPainterPath path;
    path.moveTo(r.left(), r.bottom() - (roundBottom ? radius : 0));
    path.lineTo(r.left(), r.top() + (roundTop ? radius : 0));
    if (roundTop)
        path.quadTo(r.topLeft(), {r.left() + radius, r.top()});
    path.lineTo(r.right() - (roundTop ? radius : 0), r.top());
    if (roundTop)
        path.quadTo(r.topRight(), {r.right(), r.top() + radius});
    path.lineTo(r.right(), r.bottom() - (roundBottom ? radius : 0));
    if (roundBottom) {
        path.quadTo(r.bottomRight(), {r.right() - radius, r.bottom()});
        path.lineTo(r.left() + radius, r.bottom());
        path.quadTo(r.bottomLeft(), {r.left(), r.bottom() - radius});
    } else {
        path.lineTo(r.right(), r.bottom());
    }
    return path;
}

/// What a cell says; nothing where the row has no such member.
QString wordsOf(const TableCell &cell)
{
    return cell.node && cell.node->value.is_null() ? ResultModel::tr("no value") : cellText(cell);
}

} // namespace

NestedTable::NestedTable(const ResultModel &model, const QModelIndex &index, const QFont &body)
    : m_body(body), m_columns(model.cells(index))
{
    const QFontMetrics header(common::fontFor(common::TextRole::Header, body));
    const QFontMetrics strong(common::fontFor(common::TextRole::Strong, body));
    for (const auto &column : m_columns)
        m_widths.push_back(header.horizontalAdvance(common::shownText(column.name)) + 2 * padding + 2);
    m_shortWidths = m_widths;
    const auto most = std::clamp(mostMeasured / std::max(1, static_cast<int>(m_columns.size())), 3, mostRowsMeasured);
    const auto rows = std::min(model.tableSize(index), most);
    for (int row = 0; row < rows; ++row) {
        const auto cells = model.tableRow(index, row);
        for (size_t i = 0; i < cells.size(); ++i) {
            const auto text = strong.horizontalAdvance(wordsOf(cells[i])) + 2 * padding;
            // With room for the sign of a decision beside a number, so that none is cut when there is one.
            const auto least = m_columns[i].numeric ? signSide + markGap : 0;
            const auto widthWith = [&](bool isShort) { return text + std::max(markWidth(cells[i], isShort), least); };
            m_widths[i] = std::max(m_widths[i], widthWith(false));
            m_shortWidths[i] = std::max(m_shortWidths[i], widthWith(true));
        }
    }
}

bool NestedTable::hasShortMarks(int room) const
{
    return std::accumulate(m_widths.begin(), m_widths.end(), 0) > room;
}

int NestedTable::markWidth(const TableCell &cell, bool isShort) const
{
    if (cell.node && cell.value.isReviewed())
        return signSide + markGap;
    if (!isMarked(cell))
        return 0;
    if (isShort)
        return markSide + markGap;
    const QFontMetrics note(common::fontFor(common::TextRole::Note, m_body));
    return markSide + 4 + note.horizontalAdvance(common::ConfidencePainter::number(cell.value.score)) + markGap;
}

QRect NestedTable::frame(const QRect &row) const
{
    return {row.left() + leftEdge, row.top(), std::max(0, row.width() - leftEdge - rightEdge), row.height()};
}

QRect NestedTable::window(const QRect &row) const
{
    return frame(row).adjusted(numberColumn, 0, 0, 0);
}

/// Too wide: marks lose their numbers, then the widest texts give way; numbers are never cut. Where that is not enough
/// nothing gives way, but the table is scrolled. Too narrow: texts take what is left, or else all columns.
std::vector<int> NestedTable::widthsIn(int room) const
{
    auto widths = hasShortMarks(room) ? m_shortWidths : m_widths;
    const auto leastOf = [&](size_t column) {
        return std::min(widths[column], m_columns[column].numeric ? widest : narrowest);
    };
    int total = std::accumulate(widths.begin(), widths.end(), 0);
    int least = 0;
    std::vector<int> leasts;
    for (size_t i = 0; i < widths.size(); ++i) {
        leasts.push_back(leastOf(i));
        least += leasts.back();
    }
    if (least > room) {
        for (auto &width : widths)
            width = std::min(width, widest);
        return widths;
    }
    while (total > room) {
        // The one that has most to give.
        size_t largest = 0;
        for (size_t i = 1; i < widths.size(); ++i)
            if (widths[i] - leasts[i] > widths[largest] - leasts[largest])
                largest = i;
        const auto give = std::min({total - room, widths[largest] - leasts[largest], 16});
        widths[largest] -= give;
        total -= give;
    }
    if (total < room && !widths.empty()) {
        const auto texts = std::ranges::count_if(m_columns, [](const TableCell &column) { return !column.numeric; });
        auto rest = room - total;
        if (texts == 0) {
            const auto each = rest / static_cast<int>(widths.size());
            for (auto &width : widths)
                width += each;
        }
        auto left = texts;
        for (size_t i = 0; i < widths.size() && left > 0; ++i)
            if (!m_columns[i].numeric) {
                const auto share = rest / static_cast<int>(left);
                widths[i] += share;
                rest -= share;
                --left;
            }
    }
    return widths;
}

std::vector<QRect> NestedTable::columnRects(const QRect &row) const
{
    const auto box = window(row);
    const auto widths = widthsIn(box.width());
    const auto total = std::accumulate(widths.begin(), widths.end(), 0);
    std::vector<QRect> rects;
    int x = box.left() - std::clamp(m_offset, 0, std::max(0, total - box.width()));
    for (const auto width : widths) {
        rects.emplace_back(x, box.top(), width, box.height());
        x += width;
    }
    return rects;
}

bool NestedTable::scrollBy(const QRect &row, int pixels)
{
    const auto room = window(row).width();
    const auto widths = widthsIn(room);
    const auto total = std::accumulate(widths.begin(), widths.end(), 0);
    const auto before = m_offset;
    m_offset = std::clamp(m_offset + pixels, 0, std::max(0, total - room));
    return m_offset != before;
}

bool NestedTable::reveal(const QRect &row, int column)
{
    const auto rects = columnRects(row);
    if (column < 0 || column >= static_cast<int>(rects.size()))
        return false;
    const auto box = window(row);
    const auto &cell = rects[static_cast<std::size_t>(column)];
    if (cell.left() < box.left())
        return scrollBy(row, cell.left() - box.left());
    return cell.right() > box.right() && scrollBy(row, std::min(cell.right() - box.right(), cell.left() - box.left()));
}

int NestedTable::scrollMarkAt(const QRect &row, const QPoint &position) const
{
    const auto box = window(row);
    const auto rects = columnRects(row);
    if (rects.empty() || !box.contains(position))
        return 0;
    if (rects.front().left() < box.left() && position.x() < box.left() + scrollMarkWidth)
        return -1;
    return rects.back().right() > box.right() && position.x() > box.right() - scrollMarkWidth ? 1 : 0;
}

int NestedTable::columnAt(const QRect &row, const QPoint &position) const
{
    if (!window(row).contains(position))
        return -1;
    const auto rects = columnRects(row);
    const auto found = std::ranges::find_if(rects, [&](const QRect &rect) { return rect.contains(position); });
    return found != rects.end() ? static_cast<int>(found - rects.begin()) : -1;
}

void NestedTable::paintHeader(QPainter *painter, const QRect &row, const ResultModel::TableOrder &order,
                              const common::Theme &theme) const
{
    const auto box = QRectF(frame(row)).adjusted(0.5, 0.5, -0.5, 0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme.line);
    painter->setBrush(theme.panel);
    painter->drawPath(framePath(box, true, false));
    painter->setFont(common::fontFor(common::TextRole::Header, m_body));
    painter->setPen(theme.text2);
    const auto rects = columnRects(row);
    painter->setClipRect(window(row));
    for (size_t i = 0; i < rects.size(); ++i) {
        if (!rects[i].intersects(window(row)))
            continue;
        const auto &column = m_columns[i];
        const bool isOrdered = !order.column.isEmpty() && column.name == order.column;
        auto place = rects[i].adjusted(padding, 0, -padding, 0);
        const auto room = place.width() - (isOrdered ? orderMarkSide + 2 : 0);
        const auto name = painter->fontMetrics().elidedText(common::shownText(column.name), Qt::ElideRight, room);
        const auto width = painter->fontMetrics().horizontalAdvance(name);
        if (isOrdered) {
            // Behind the name; of a number before it, so that the names of numbers still end with them.
            const auto x = column.numeric ? place.right() - width - orderMarkSide - 1 : place.left() + width + 2;
            common::paintIcon(painter,
                              QRectF(x, place.center().y() - orderMarkSide / 2.0 + 1, orderMarkSide, orderMarkSide),
                              order.direction == Qt::AscendingOrder ? u"chevronup" : u"chevrondown", theme.accent);
        }
        painter->setPen(isOrdered ? theme.accent : theme.text2);
        painter->drawText(place, int((column.numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), name);
    }
    painter->setClipping(false);
    paintScrollMarks(painter, row, theme);
    painter->restore();
}

void NestedTable::paintScrollMarks(QPainter *painter, const QRect &row, const common::Theme &theme) const
{
    const auto box = window(row);
    const auto paint = [&](const QRect &place, QStringView icon) {
        painter->fillRect(place.adjusted(0, 2, 0, 0), theme.panel);
        common::paintIcon(painter, QRectF(place.center().x() - 6, place.center().y() - 5, 12, 12), icon, theme.accent);
    };
    const QRect left(box.left(), box.top(), scrollMarkWidth, box.height());
    const QRect right(box.right() - scrollMarkWidth, box.top(), scrollMarkWidth, box.height());
    if (scrollMarkAt(row, left.center()) < 0)
        paint(left, u"chevronleft");
    if (scrollMarkAt(row, right.center()) > 0)
        paint(right, u"chevronright");
}

void NestedTable::paintRow(QPainter *painter, const QRect &row, const QString &number,
                           const std::vector<TableCell> &cells, const RowState &state, const common::Theme &theme) const
{
    const auto box = QRectF(frame(row)).adjusted(0.5, 0.5, -0.5, state.last ? -0.5 : 0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto rects = columnRects(row);
    const auto seen = window(row);
    painter->setClipPath(framePath(box, false, state.last));
    painter->setClipRect(seen, Qt::IntersectClip);
    for (size_t i = 0; i < rects.size() && i < cells.size(); ++i)
        if (rects[i].intersects(seen) && static_cast<int>(i) != state.chosen && cells[i].value.needsAttention() &&
            cells[i].node)
            painter->fillRect(rects[i], theme.level(cells[i].value.level).soft);
    painter->setClipping(false);
    painter->setPen(theme.line);
    painter->setBrush(Qt::NoBrush);
    const auto path = framePath(box, false, state.last);
    painter->drawPath(path);
    if (!state.last)
        painter->drawLine(box.bottomLeft(), box.bottomRight());
    painter->setFont(common::fontFor(common::TextRole::Secondary, m_body));
    painter->setPen(theme.text2);
    const auto body = frame(row);
    painter->drawText(QRect(body.left(), body.top(), numberColumn - 4, body.height()), Qt::AlignCenter, number);
    painter->setClipRect(seen);
    const bool hasShortMark = hasShortMarks(seen.width());
    for (size_t i = 0; i < rects.size() && i < cells.size(); ++i)
        if (rects[i].intersects(seen))
            paintCell(painter, rects[i], cells[i], static_cast<int>(i) == state.chosen, hasShortMark, state.found,
                      theme);
    painter->restore();
}

void NestedTable::paintCell(QPainter *painter, const QRect &rect, const TableCell &cell, bool chosen, bool hasShortMark,
                            const QString &found, const common::Theme &theme) const
{
    if (chosen) {
        painter->setPen(QPen(theme.accent, 2));
        painter->setBrush(theme.accentSoft);
        painter->drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -1), 3, 3);
    }
    const auto place = rect.adjusted(padding, 0, -padding, 0);
    const bool none = !cell.node || cell.node->value.is_null();
    const auto text = wordsOf(cell);
    painter->setFont(chosen ? common::fontFor(common::TextRole::Strong, m_body) : m_body);
    const auto mark = markWidth(cell, hasShortMark);
    const auto room = place.width() - mark;
    const auto shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, room);
    const auto width = painter->fontMetrics().horizontalAdvance(shown);
    const auto textPlace = cell.numeric ? QRect(place.right() - room + 1, place.top(), room, place.height())
                                        : QRect(place.left(), place.top(), room, place.height());
    const bool removed = cell.value.verdict == xs::review::Verdict::Removed;
    if (removed) {
        auto crossed = painter->font();
        crossed.setStrikeOut(true);
        painter->setFont(crossed);
    }
    painter->setPen(none || removed ? theme.text3 : theme.text);
    common::paintFoundText(painter, textPlace, shown, cell.numeric ? Qt::AlignRight : Qt::AlignLeft,
                           none ? QString() : found, theme);
    if (mark > 0) {
        // The mark stands before a number, behind a text.
        const auto end = cell.numeric ? place.right() - width - markGap + 1 : place.left() + width + mark;
        if (cell.value.isReviewed())
            return common::paintIcon(
                painter, QRectF(end - signSide, place.center().y() - signSide / 2.0 + 1, signSide, signSide),
                verdictIcon(cell.value.verdict), theme.accent);
        if (hasShortMark)
            return common::paintIcon(
                painter, QRectF(end - markSide, place.center().y() - markSide / 2.0 + 1, markSide, markSide),
                common::levelIcon(cell.value.level), theme.level(cell.value.level).text);
        const common::ConfidencePainter confidence(theme, common::fontFor(common::TextRole::Note, m_body));
        confidence.paintShort(painter,
                              QRectF(place.left() - padding, place.top(), end - place.left() + padding, place.height()),
                              cell.value.level, cell.value.score);
    }
}

} // namespace xs::gui::review
