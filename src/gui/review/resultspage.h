// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/confidence.h"
#include "domain/resultnode.h"
#include "gui/review/filterproxy.h"

#include <QImage>
#include <QWidget>

class QAction;
class QButtonGroup;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace xs::schema {
struct Field;
}

namespace xs::gui::common {
class Chip;
class MessageRow;
} // namespace xs::gui::common

namespace xs::gui::review {

class EvidenceStrip;
class ResultModel;
class ResultTree;

/// The results of one job: filters, tree, and the evidence of the chosen value. It knows neither documents nor jobs: it
/// asks for boxes and pictures by signal.
class ResultsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsPage(QWidget *parent = nullptr);
    ~ResultsPage() override;

    /// The first value that needs attention is chosen, or else the first value.
    void setResult(domain::ResultNode result, schema::Field schema, const domain::ConfidenceLimits &limits = {});
    /// Instead of values: no job is chosen, a job is on its way, a job failed.
    void showNothing();
    void showWaiting(const QString &sentence);
    void showError(const Error &error);

    /// For citations that do not say how large their page was.
    void setPageSizes(const std::vector<domain::PageSize> &sizes);

    QString currentPath() const;
    int currentCitation() const;
    ResultModel *model() const { return m_model; }
    void setFilter(FilterProxy::Filter filter);

    /// Next, previous, citations, zoom and filters with their keys, for the Review menu and for other panes in which
    /// the keys should work (the actions' context is the widget and its children).
    QList<QAction *> reviewActions() const { return m_actions; }

public slots:
    /// Chooses a value without telling it, as when its box was clicked.
    void select(const QString &path, int citation = 0);
    void showCrop(int id, const QImage &crop);

signals:
    /// A person chose a value or another citation of it.
    void valueSelected(const QString &path, int citation);
    void zoomRequested();
    void exportRequested();
    /// The job that failed is to be tried again.
    void retryRequested();
    /// Asks for a part of a page (fractions; page from 0); showCrop() takes the answer with the same id.
    void cropRequested(int id, int page, const QRectF &area, int width);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupActions();
    QWidget *makeFilters();
    QWidget *makeValues();
    QWidget *makeWaiting();
    QAction *addReviewAction(const QString &name, const QString &text, const QKeySequence &key);
    void updateCounts();
    void showFiltered();
    void showEvidence(const QString &path);
    void choose(const QString &path, int citation);
    void step(int direction);
    void stepCitation(int direction);

    ResultModel *m_model;
    FilterProxy *m_proxy;
    domain::ConfidenceLimits m_limits;
    QList<QAction *> m_actions;
    QAction *m_exportAction = nullptr;
    QButtonGroup *m_filters = nullptr;
    QList<common::Chip *> m_chips;
    QToolButton *m_exportButton = nullptr;
    QStackedWidget *m_places = nullptr;
    QStackedWidget *m_values = nullptr;
    ResultTree *m_tree = nullptr;
    EvidenceStrip *m_strip = nullptr;
    QLabel *m_waitingText = nullptr;
    common::MessageRow *m_message = nullptr;
};

} // namespace xs::gui::review
