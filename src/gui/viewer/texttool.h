// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/viewer/textselection.h"

#include <QObject>

#include <set>

class QGraphicsScene;

namespace xs::gui::viewer {

class MarkedText;
class PageLayout;
class WordLoader;

/// Marks words on the pages with the mouse: a drag takes what it passes over, a double click takes one word. Words
/// are read when they are first asked for; what was dragged over meanwhile is marked when they come. Owned by the page
/// view, which passes mouse events on in scene coordinates.
class TextTool : public QObject
{
    Q_OBJECT

public:
    TextTool(QGraphicsScene &scene, const PageLayout &layout, WordLoader &words, QObject *parent);
    ~TextTool() override;

    const TextSelection &selection() const { return m_selection; }
    /// Another document, or none.
    void reset();
    /// The pages stand elsewhere or have another size.
    void place();
    void clear();

    /// The drag's two ends; the page is the one on which it began.
    void drag(const QPointF &from, const QPointF &to);
    /// The drag is over; changed() comes when the words are known.
    void drop();
    void takeWordAt(const QPointF &place);

signals:
    /// Other words are marked, and no drag is going on.
    void changed();

private:
    void apply();
    void want(int page);

    const PageLayout &m_layout;
    TextSelection m_selection;
    WordLoader &m_loader;
    MarkedText *m_marks;
    std::set<int> m_asked;
    /// What is to be marked, in fractions of m_page.
    int m_page = -1;
    domain::PageRect m_area;
    bool m_isWord = false;
    bool m_isDragging = false;
};

} // namespace xs::gui::viewer
