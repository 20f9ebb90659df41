// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/texttool.h"

#include "gui/viewer/pagelayout.h"
#include "gui/viewer/sceneitems.h"
#include "gui/viewer/wordloader.h"

#include <QGraphicsScene>

namespace xs::gui::viewer {

TextTool::TextTool(QGraphicsScene &scene, const PageLayout &layout, WordLoader &words, QObject *parent)
    : QObject(parent), m_layout(layout), m_loader(words), m_marks(new MarkedText)
{
    scene.addItem(m_marks);
    connect(&m_loader, &WordLoader::loaded, this, [this](int page, const std::vector<document::Word> &words) {
        // Others ask for words, too.
        if (!m_asked.contains(page) || m_selection.knows(page))
            return;
        m_selection.setWords(page, words);
        if (page == m_page)
            apply();
    });
}

TextTool::~TextTool() = default;

void TextTool::reset()
{
    m_selection.reset();
    m_asked.clear();
    m_page = -1;
    m_isDragging = false;
    place();
}

void TextTool::place()
{
    std::vector<QRectF> boxes;
    if (!m_selection.isEmpty() && m_selection.page() < m_layout.pageCount())
        for (const auto &box : m_selection.boxes())
            boxes.push_back(m_layout.toPixels(m_selection.page(), box));
    m_marks->setBoxes(std::move(boxes));
}

void TextTool::clear()
{
    m_page = -1;
    m_isDragging = false;
    if (m_selection.isEmpty())
        return;
    m_selection.clear();
    place();
    emit changed();
}

void TextTool::want(int page)
{
    if (m_asked.insert(page).second)
        m_loader.load(page);
}

void TextTool::drag(const QPointF &from, const QPointF &to)
{
    const auto page = m_layout.pageAt(from.y());
    if (page < 0)
        return;
    m_page = page;
    m_isWord = false;
    m_isDragging = true;
    const auto rect = m_layout.toPage(page, QRectF(from, to).normalized());
    // A drag along a line has no height of its own.
    constexpr double least = 1e-4;
    m_area = {rect.x(), rect.y(), std::max(rect.width(), least), std::max(rect.height(), least)};
    want(page);
    apply();
}

void TextTool::drop()
{
    if (!std::exchange(m_isDragging, false))
        return;
    if (m_selection.knows(m_page))
        emit changed();
}

void TextTool::takeWordAt(const QPointF &place)
{
    m_page = m_layout.pageAt(place.y());
    if (m_page < 0)
        return;
    m_isWord = true;
    m_isDragging = false;
    m_area = m_layout.toPage(m_page, {place, QSizeF()});
    want(m_page);
    apply();
}

void TextTool::apply()
{
    if (!m_selection.knows(m_page))
        return;
    if (m_isWord)
        m_selection.selectWordAt(m_page, m_area.topLeft());
    else
        m_selection.select(m_page, m_area);
    place();
    if (!m_isDragging)
        emit changed();
}

} // namespace xs::gui::viewer
