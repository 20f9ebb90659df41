// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resultspage.h"

#include "domain/resultpath.h"
#include "gui/common/emptystate.h"
#include "gui/common/findbar.h"
#include "gui/common/panebar.h"
#include "gui/review/evidencestrip.h"
#include "gui/review/filterbar.h"
#include "gui/review/peek.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultplaces.h"
#include "gui/review/resulttree.h"
#include "gui/review/revieweditor.h"
#include "gui/review/tablesort.h"
#include "gui/review/valueeditor.h"
#include "gui/review/valuesearch.h"
#include "gui/review/verdictbar.h"
#include "review/reviewsession.h"
#include "review/valuetext.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

namespace {

enum ValuesPart { TreePart, EmptyFilterPart };

} // namespace

ResultsPage::ResultsPage(QWidget *parent)
    : QWidget(parent), m_model(new ResultModel(this)), m_proxy(new FilterProxy(this)), m_editor(new ReviewEditor(this))
{
    setObjectName(u"resultsPage"_s);
    setAccessibleName(tr("Results"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setupActions();
    setupVerdicts();

    m_places = new ResultPlaces(makeValues(), this);
    connect(m_places, &ResultPlaces::retryRequested, this, &ResultsPage::retryRequested);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_places);
    setupPeek();
    setupSearch();
    showNothing();
}

ResultsPage::~ResultsPage() = default;

QWidget *ResultsPage::makeValues()
{
    m_tree = new ResultTree(m_model, m_proxy, this);
    m_tree->setObjectName(u"resultTree"_s);
    m_tree->setAccessibleName(tr("Values"));
    connect(m_tree, &ResultTree::pathChosen, this, [this](const QString &path) {
        showEvidence(path);
        showSearch();
        if (!path.isEmpty())
            emit valueSelected(path, 0);
    });
    setFocusProxy(m_tree);
    m_sort = new TableSort(*m_model, this);
    connect(m_tree, &ResultTree::orderWanted, m_sort, &TableSort::turn);
    connect(m_sort, &TableSort::sorted, m_tree, &ResultTree::showOrder);
    m_valueEditor = new ValueEditor(m_tree->viewport());
    connect(m_tree, &ResultTree::editWanted, this, &ResultsPage::startEdit);
    connect(m_valueEditor, &ValueEditor::valueEntered, this, [this](const QString &path, const Json &value) {
        goOnAfter({path}, [&] { m_editor->correct(path, value); });
    });
    connect(m_valueEditor, &ValueEditor::noteEntered, this, [this](const QString &path, const QString &note) {
        goOnAfter({path}, [&] { m_editor->markDoubtful(path, note); });
    });
    auto *nothingLeft = new common::EmptyState(tr("Nothing needs attention."), {}, tr("Show all"), this);
    nothingLeft->setObjectName(u"emptyFilter"_s);
    connect(nothingLeft, &common::EmptyState::activated, this, [this] { setFilter(FilterProxy::Filter::All); });
    m_values = new QStackedWidget(this);
    m_values->addWidget(m_tree);
    m_values->addWidget(nothingLeft);

    m_strip = new EvidenceStrip(this);
    connect(m_strip, &EvidenceStrip::cropRequested, this, &ResultsPage::cropRequested);
    connect(m_strip, &EvidenceStrip::citationWanted, this, [this](int citation) { choose(currentPath(), citation); });
    auto *line = new common::PaneBar(common::PaneBar::Edge::Top, 1, this);

    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_filters = new FilterBar(m_exportAction, this);
    connect(m_filters, &FilterBar::filterChosen, this, &ResultsPage::setFilter);
    connect(m_filters, &FilterBar::limitsWanted, this, &ResultsPage::limitsWanted);
    m_findBar = new common::FindBar(u"findValue"_s, tr("Search the values"), this);
    layout->addWidget(m_filters);
    layout->addWidget(m_findBar);
    layout->addWidget(m_values, 1);
    layout->addWidget(line);
    layout->addWidget(m_strip);
    layout->addWidget(new VerdictBar(m_mainVerdicts, this));
    return page;
}

void ResultsPage::setupPeek()
{
    m_peek = new Peek(this);
    connect(m_peek, &Peek::cropRequested, this, &ResultsPage::cropRequested);
    m_peek->setSubject([this]() -> std::optional<Peek::Subject> {
        const auto value = m_tree->valueRectOf(currentPath());
        if (currentPath().isEmpty() || !m_tree->isVisible())
            return {};
        const auto place = m_strip->place();
        return Peek::Subject{QRect(m_tree->viewport()->mapToGlobal(value.topLeft()), value.size()), place,
                             place ? QString() : tr("No place in the document is known for this value.")};
    });
    peekFrom(m_tree);
}

/// Ctrl+F among the values; what is found is chosen, with its box on the page.
void ResultsPage::setupSearch()
{
    using common::FindBar;
    m_search = new ValueSearch(*m_model, *m_proxy, this);
    const auto step = [this](int direction) {
        if (const auto path = m_search->next(currentPath(), direction); !path.isEmpty())
            choose(path, 0);
    };
    connect(m_tree, &ResultTree::searchWanted, this, &ResultsPage::openSearch);
    connect(m_tree, &ResultTree::searchStepWanted, this, step);
    connect(m_findBar, &FindBar::textWanted, this, [this](const QString &text) {
        m_tree->setFound(text);
        m_search->start(text, currentPath());
    });
    connect(m_findBar, &FindBar::nextWanted, this, [step] { step(1); });
    connect(m_findBar, &FindBar::previousWanted, this, [step] { step(-1); });
    connect(m_findBar, &FindBar::closed, m_tree, [this] { m_tree->setFocus(); });
    connect(m_search, &ValueSearch::arrived, this, [this](const QString &path) { choose(path, 0); });
    connect(m_search, &ValueSearch::changed, this, &ResultsPage::showSearch);
}

void ResultsPage::openSearch()
{
    m_findBar->open();
}

void ResultsPage::showSearch()
{
    const auto left = m_search->left();
    m_findBar->setState(m_search->placeOf(currentPath()), m_search->count(),
                        left > 0 ? tr("%n value(s) left", nullptr, left) : QString());
}

void ResultsPage::peekFrom(QWidget *widget)
{
    m_peek->watch(widget);
}

void ResultsPage::setLocated(const QString &path, int citation, int page, const std::vector<domain::PageRect> &rects)
{
    m_strip->setLocated(path, citation, page, rects);
    if (path == currentPath())
        m_peek->refresh();
}

void ResultsPage::forget()
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = nullptr;
    m_editor->setSession(nullptr);
    m_valueEditor->cancel();
}

void ResultsPage::showReview(xs::review::ReviewSession &session, const domain::ConfidenceRules &rules)
{
    forget();
    m_session = &session;
    m_editor->setSession(&session);
    connect(&session, &xs::review::ReviewSession::decided, this, &ResultsPage::takeDecisions);
    connect(&session, &xs::review::ReviewSession::rowsChanged, this, &ResultsPage::takeRows);
    fill(session.result(), session.schema(), rules);
}

void ResultsPage::setResult(domain::ResultNode result, schema::Field schema, const domain::ConfidenceRules &rules)
{
    forget();
    fill(std::move(result), std::move(schema), rules);
}

void ResultsPage::fill(domain::ResultNode result, schema::Field schema, const domain::ConfidenceRules &rules)
{
    m_rules = rules;
    m_strip->forgetLocated();
    m_hiddenPath.clear();
    m_sort->forget();
    m_model->setResult(std::move(result), std::move(schema), rules,
                       m_session ? m_session->standing() : xs::review::Decisions());
    for (auto *action : m_verdicts)
        action->setEnabled(m_editor->canDecide());
    setFilter(FilterProxy::Filter::All);
    updateCounts();
    m_places->showValues();
    // The keys of a review work at once, unless somebody is writing.
    if (isVisible() && !qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        m_tree->setFocus();
    const auto waiting = xs::review::attentionOrder(m_model->values());
    if (!waiting.empty())
        choose(waiting.front(), 0);
    else if (!m_model->values().empty())
        choose(m_model->values().front().path, 0);
    else
        showEvidence({});
}

void ResultsPage::takeDecisions(const QStringList &paths)
{
    xs::review::Decisions changed;
    const auto take = [&](const QString &path) { changed.emplace(path, m_session->standing(path)); };
    if (paths.contains(QString()))
        for (const auto &value : m_model->values())
            take(value.path);
    else
        for (const auto &path : paths)
            take(path);
    m_model->setDecisions(changed);
    updateCounts();
    m_tree->viewport()->update();
    if (paths.contains(currentPath()) || paths.contains(QString()))
        select(currentPath(), currentCitation());
    else if (const auto shown =
                 std::ranges::find_if(paths, [this](const QString &path) { return m_model->node(path); });
             shown != paths.end())
        choose(*shown, 0);
}

/// The result has other rows: the tree is built anew, with the same value chosen where it still is.
void ResultsPage::takeRows()
{
    const auto path = currentPath();
    const auto citation = currentCitation();
    m_model->setResult(m_session->result(), m_session->schema(), m_rules, m_session->standing());
    m_sort->again();
    updateCounts();
    if (m_model->node(path))
        choose(path, citation);
}

void ResultsPage::addRow()
{
    const auto row = m_editor->addRow(m_tree->placePath());
    if (row.isEmpty())
        return;
    const auto first = std::ranges::find_if(m_model->values(), [&row](const xs::review::ReviewValue &value) {
        return value.path == row || value.path.startsWith(row + u'/');
    });
    if (first == m_model->values().end())
        return;
    setFilter(FilterProxy::Filter::All);
    choose(first->path, 0);
    m_tree->setFocus();
}

void ResultsPage::removeRow()
{
    m_editor->toggleRow(m_tree->placePath());
}

/// Where to go on is known before the decision, which takes its values out of the order.
void ResultsPage::goOnAfter(const QStringList &paths, const std::function<void()> &decide)
{
    const auto next = xs::review::nextToReview(m_model->values(), paths);
    decide();
    if (!next.isEmpty())
        choose(next, 0);
}

void ResultsPage::startEdit(const QString &typed)
{
    const auto path = currentPath();
    const auto *node = m_model->node(path);
    if (node && m_editor->canDecide())
        m_valueEditor->edit(m_tree->valueRectOf(path), path, node->value, m_model->field(path), m_session->dataSchema(),
                            typed);
}

void ResultsPage::startNote()
{
    const auto path = currentPath();
    m_valueEditor->editNote(m_tree->valueRectOf(path), path, m_session->decision(path).note);
}

void ResultsPage::takeText(const QString &text, const domain::Citation &place)
{
    const auto path = currentPath();
    if (!m_editor->canDecide() || !m_model->node(path))
        return;
    const auto *known = m_model->field(path);
    const auto field = known ? *known : schema::Field();
    const auto value = xs::review::valueFromText(text, field, locale());
    if (!value || (known && xs::review::findFault(*value, field))) {
        // What stands on the page is not written as the field wants it: the person does the rest.
        m_tree->setFocus();
        return startEdit(text);
    }
    goOnAfter({path}, [&] { m_editor->correct(path, *value, place); });
}

void ResultsPage::showNothing()
{
    forget();
    m_model->clear();
    m_places->showNothing();
}

void ResultsPage::showWaiting(const QString &sentence)
{
    forget();
    m_model->clear();
    m_places->showWaiting(sentence);
}

void ResultsPage::showError(const Error &error)
{
    forget();
    m_model->clear();
    m_places->showError(error);
}

void ResultsPage::setPageSizes(const std::vector<domain::PageSize> &sizes)
{
    m_strip->setPageSizes(sizes);
    m_strip->setCitation(m_strip->citation());
}

QStringList ResultsPage::attention() const
{
    const auto order = xs::review::attentionOrder(m_model->values());
    return {order.begin(), order.end()};
}

QString ResultsPage::currentPath() const
{
    return m_tree->currentPath();
}

int ResultsPage::currentCitation() const
{
    return m_strip->citation();
}

void ResultsPage::updateCounts()
{
    m_filters->setValues(m_model->values(), m_editor->canDecide());
    emit attentionChanged(attention());
}

void ResultsPage::setFilter(FilterProxy::Filter filter)
{
    const auto before = currentPath();
    const auto path = before.isEmpty() ? m_hiddenPath : before;
    m_filters->setFilter(filter);
    m_proxy->setFilter(filter);
    showFiltered();
    m_tree->setCurrentPath(path);
    m_hiddenPath = currentPath().isEmpty() ? path : QString();
    if (currentPath() != before)
        showEvidence(currentPath());
}

void ResultsPage::showFiltered()
{
    const bool empty = m_proxy->filter() != FilterProxy::Filter::All && m_proxy->rowCount() == 0;
    auto *sentence = m_values->widget(EmptyFilterPart);
    static_cast<common::EmptyState *>(sentence)->setSentence(
        m_proxy->filter() == FilterProxy::Filter::NoEvidence ? tr("Every value has its evidence.")
        : m_proxy->filter() == FilterProxy::Filter::Edited   ? tr("No value was edited.")
                                                             : tr("Nothing needs attention."));
    m_values->setCurrentIndex(empty ? EmptyFilterPart : TreePart);
}

void ResultsPage::showEvidence(const QString &path)
{
    const auto *node = m_model->node(path);
    const auto *value = m_model->value(path);
    if (!node || !value)
        return m_strip->clear();
    m_strip->showValue(domain::readablePathIn(m_model->result(), path), *node, *value, m_model->field(path),
                       m_rules.limitsFor(path));
    m_strip->showAgreements(xs::review::agreementsOf(m_model->result(), path));
    if (m_session)
        m_strip->showDecision(m_session->decision(path), *m_session->value(path));
}

void ResultsPage::select(const QString &path, int citation)
{
    if (!m_model->node(path))
        return;
    m_tree->setCurrentPath(path);
    // A value that the filter hides is shown after all: somebody clicked its box.
    if (m_tree->currentPath() != path) {
        setFilter(FilterProxy::Filter::All);
        m_tree->setCurrentPath(path);
    }
    showEvidence(path);
    m_strip->setCitation(citation);
    m_peek->refresh();
    showSearch();
}

void ResultsPage::choose(const QString &path, int citation)
{
    select(path, citation);
    if (!path.isEmpty())
        emit valueSelected(path, m_strip->citation());
}

void ResultsPage::step(int direction)
{
    const auto waiting = xs::review::attentionOrder(m_model->values());
    if (waiting.empty())
        return;
    const auto count = static_cast<int>(waiting.size());
    const auto here = std::ranges::find(waiting, currentPath());
    const auto position = static_cast<int>(here - waiting.begin());
    const auto next = here == waiting.end() ? (direction > 0 ? 0 : count - 1) : (position + direction + count) % count;
    choose(waiting[next], 0);
}

void ResultsPage::stepCitation(int direction)
{
    const auto next = m_strip->citation() + direction;
    if (next >= 0 && next < m_strip->citationCount())
        choose(currentPath(), next);
}

void ResultsPage::showCrop(int id, const QImage &crop)
{
    m_strip->showCrop(id, crop);
    m_peek->showCrop(id, crop);
}

} // namespace xs::gui::review
