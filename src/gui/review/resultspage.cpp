// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resultspage.h"

#include "gui/review/evidencestrip.h"
#include "gui/review/filterbar.h"
#include "gui/review/peek.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultplaces.h"
#include "gui/review/resulttree.h"
#include "gui/review/revieweditor.h"
#include "gui/review/tablesort.h"
#include "gui/review/valueeditor.h"
#include "review/reviewsession.h"
#include "review/valuetext.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

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
    connect(m_places, &ResultPlaces::startWanted, this, &ResultsPage::startWanted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_places);
    setupPeek();
    setupSearch();
    showNothing();
}

ResultsPage::~ResultsPage() = default;

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
    for (auto *action : m_otherVerdicts)
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

void ResultsPage::setStart(const QString &text)
{
    m_places->setStart(text);
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

void ResultsPage::showCrop(int id, const QImage &crop)
{
    m_strip->showCrop(id, crop);
    m_peek->showCrop(id, crop);
}

} // namespace xs::gui::review
