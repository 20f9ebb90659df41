// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

namespace xs::gui::viewer {

class PageView;

/// What can be done with the view of the pages: pages, zoom, turning, back and forward, copying. The actions know what
/// is possible now. Owned by the document view.
class ViewActions : public QObject
{
    Q_OBJECT

public:
    /// The actions are added to `owner`; Copy to the pages, because Ctrl+C belongs to what has the focus.
    ViewActions(PageView &pages, QWidget &owner);

    /// An action of the owner's with its key in the tooltip.
    static QAction *add(QWidget &owner, const QString &name, QStringView icon, const QString &text,
                        const QList<QKeySequence> &keys);

    /// Sets what is possible; also done by itself when the view changes.
    void update();

    QAction *previousPage = nullptr;
    QAction *nextPage = nullptr;
    QAction *back = nullptr;
    QAction *forward = nullptr;
    QAction *zoomIn = nullptr;
    QAction *zoomOut = nullptr;
    QAction *fitWidth = nullptr;
    QAction *fitPage = nullptr;
    QAction *turnLeft = nullptr;
    QAction *turnRight = nullptr;
    QAction *copy = nullptr;

private:
    void makeActions(QWidget &owner);
    void connectActions();

    PageView &m_pages;
};

} // namespace xs::gui::viewer
