// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/confidencerules.h"
#include "domain/resultnode.h"
#include "gui/review/filterproxy.h"

#include <QImage>
#include <QWidget>

#include <functional>

class QAction;
class QStackedWidget;

namespace xs::schema {
struct Field;
}
namespace xs::review {
class ReviewSession;
}

namespace xs::gui::common {
class FindBar;
} // namespace xs::gui::common

namespace xs::gui::review {

class EvidenceStrip;
class FilterBar;
class Peek;
class ResultModel;
class ResultPlaces;
class ResultTree;
class TableSort;
class ReviewEditor;
class ValueEditor;
class ValueSearch;

/// The results of one job: filters, tree, the evidence of the chosen value, and what can be decided about it. It knows
/// neither documents nor jobs: it asks for boxes and pictures by signal.
class ResultsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsPage(QWidget *parent = nullptr);
    ~ResultsPage() override;

    /// Shows a review, which is to outlive the page or the next call of this or setResult(). The first value that needs
    /// attention is chosen, or else the first value.
    void showReview(xs::review::ReviewSession &session, const domain::ConfidenceRules &rules = {});
    /// A result that can only be looked at.
    void setResult(domain::ResultNode result, schema::Field schema, const domain::ConfidenceRules &rules = {});
    /// Instead of values: no job is chosen, a job is on its way, a job failed.
    void showNothing();
    /// What the button says while nothing is chosen.
    void setStart(const QString &text);
    void showWaiting(const QString &sentence);
    void showError(const Error &error);

    /// For citations that do not say how large their page was.
    void setPageSizes(const std::vector<domain::PageSize> &sizes);

    /// The values that need attention, in its order.
    QStringList attention() const;
    QString currentPath() const;
    int currentCitation() const;
    ResultModel *model() const { return m_model; }
    /// Changes of values and their undo stack.
    ReviewEditor &editor() const { return *m_editor; }
    void setFilter(FilterProxy::Filter filter);

    /// Next, previous, citations, zoom and filters with their keys, for the Review menu and for other panes in which
    /// the keys should work (the actions' context is the widget and its children).
    QList<QAction *> reviewActions() const { return m_actions; }
    /// Space held in this widget shows the spot on the page beside the value, as it does in the tree.
    void peekFrom(QWidget *widget);

public slots:
    /// Chooses a value without telling it, as when its box was clicked.
    void select(const QString &path, int citation = 0);
    /// Takes text of the page as the chosen value, and its place as the proof.
    void takeText(const QString &text, const xs::domain::Citation &place);
    void showCrop(int id, const QImage &crop);
    /// A citation that names no place was found on this page (from 0) by its text.
    void setLocated(const QString &path, int citation, int page, const std::vector<xs::domain::PageRect> &rects);

signals:
    /// A person chose a value or another citation of it.
    void valueSelected(const QString &path, int citation);
    void zoomRequested();
    /// What needs attention, in its order, may be other values than before.
    void attentionChanged(const QStringList &paths);
    void exportRequested();
    /// The document is confirmed: the next one is wanted.
    void nextDocumentWanted();
    /// A decision could not be written, or a text that was pointed at is no value of the field.
    void failed(const xs::Error &error);
    /// What certain and check mean is to be changed.
    void limitsWanted();
    /// The job that failed is to be tried again.
    void retryRequested();
    /// Nothing is chosen, and what the button says is to be done.
    void startWanted();
    /// Asks for a part of a page (fractions; page from 0); showCrop() takes the answer with the same id.
    void cropRequested(int id, int page, const QRectF &area, int width);

private:
    void setupActions();
    void setupVerdicts();
    void setupPeek();
    void setupSearch();
    void openSearch();
    void showSearch();
    QWidget *makeValues();
    QAction *addReviewAction(const QString &name, const QString &text, const QKeySequence &key);
    void fill(domain::ResultNode result, schema::Field schema, const domain::ConfidenceRules &rules);
    void forget();
    void takeDecisions(const QStringList &paths);
    void takeRows();
    void startEdit(const QString &typed);
    void startNote();
    void addRow();
    void removeRow();
    void goOnAfter(const QStringList &paths, const std::function<void()> &decide);
    void updateCounts();
    void showFiltered();
    QString firstShown(const QString &path) const;
    void showEvidence(const QString &path);
    void choose(const QString &path, int citation);
    void step(int direction);
    void stepCitation(int direction);

    ResultModel *m_model;
    FilterProxy *m_proxy;
    domain::ConfidenceRules m_rules;
    /// What was chosen until the filter hid it; it is chosen again where it is shown again.
    QString m_hiddenPath;
    xs::review::ReviewSession *m_session = nullptr;
    ReviewEditor *m_editor;
    ValueEditor *m_valueEditor = nullptr;
    /// The parts of the stack of values.
    enum ValuesPart { TreePart, EmptyFilterPart };

    QList<QAction *> m_actions;
    /// Those of the buttons below the evidence, all that decide something about the chosen value, and all others.
    QList<QAction *> m_mainVerdicts;
    QList<QAction *> m_valueVerdicts;
    QList<QAction *> m_otherVerdicts;
    QAction *m_exportAction = nullptr;
    FilterBar *m_filters = nullptr;
    ResultPlaces *m_places = nullptr;
    QStackedWidget *m_values = nullptr;
    ResultTree *m_tree = nullptr;
    TableSort *m_sort = nullptr;
    EvidenceStrip *m_strip = nullptr;
    Peek *m_peek = nullptr;
    common::FindBar *m_findBar = nullptr;
    ValueSearch *m_search = nullptr;
};

} // namespace xs::gui::review
