// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/comparisonsource.h"

#include <QObject>

class QAction;
class QStackedWidget;

namespace xs::gui::evaluate {
class ComparePane;
}
namespace xs::gui::review {
class ResultsPage;
}
namespace xs::gui::viewer {
class DocumentView;
}

namespace xs::gui::shell {

class ReviewController;

/// D in Review: the shown job's values beside another run of the document, or beside expected values, in the place of
/// the results. Walking through them shows the boxes on the page. Owned by the window.
class CompareController final : public QObject
{
    Q_OBJECT

public:
    CompareController(jobs::JobQueue &queue, xs::review::ReviewStore *reviews, QSettings &settings,
                      ReviewController &review, review::ResultsPage &results, viewer::DocumentView &pages,
                      QWidget *parent);

    /// Results and comparison, one of which is shown.
    QStackedWidget *stack() const { return m_stack; }
    /// D.
    QAction *action() const { return m_action; }

private:
    void open();
    void close();
    void compare();

    jobs::JobQueue &m_queue;
    ComparisonSource m_source;
    ReviewController &m_review;
    review::ResultsPage &m_results;
    viewer::DocumentView &m_pages;
    QStackedWidget *m_stack;
    evaluate::ComparePane *m_pane;
    QAction *m_action;
    QString m_reference;
};

} // namespace xs::gui::shell
