// SPDX-License-Identifier: GPL-3.0-or-later
// Which values a ResultsPage shows, and which one is chosen among them.
#include "domain/resultpath.h"
#include "gui/common/emptystate.h"
#include "gui/review/evidencestrip.h"
#include "gui/review/filterbar.h"
#include "gui/review/peek.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"
#include "gui/review/resulttree.h"
#include "gui/review/revieweditor.h"
#include "review/reviewsession.h"

#include <QAction>
#include <QStackedWidget>

#include <algorithm>

namespace xs::gui::review {

/// The first value from this one on, around the end, that the filter shows; empty where it shows none.
QString ResultsPage::firstShown(const QString &path) const
{
    const auto &values = m_model->values();
    const auto isShown = [filter = m_proxy->filter()](const xs::review::ReviewValue &value) {
        switch (filter) {
        case FilterProxy::Filter::NeedsAttention:
            return value.needsAttention();
        case FilterProxy::Filter::Edited:
            return xs::review::isEdit(value.verdict);
        case FilterProxy::Filter::NoEvidence:
            return value.lacksEvidence();
        case FilterProxy::Filter::All:
            break;
        }
        return true;
    };
    const auto from = values.begin() + std::max(0, m_model->positionOf(path));
    auto found = std::find_if(from, values.end(), isShown);
    if (found == values.end())
        found = std::find_if(values.begin(), from, isShown);
    return found != values.end() && isShown(*found) ? found->path : QString();
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
    // The keys go on with what is shown.
    const auto isHidden = filter != FilterProxy::Filter::All && currentPath().isEmpty();
    if (const auto next = isHidden ? firstShown(path) : QString(); !next.isEmpty())
        choose(next, 0);
    else if (currentPath() != before)
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
    for (auto *action : m_valueVerdicts)
        action->setEnabled(m_editor->canDecide() && node && value);
    if (!node || !value)
        return m_strip->clear();
    m_strip->showValue(domain::readablePathIn(m_model->result(), path), *node, *value, m_model->field(path),
                       m_rules.limitsFor(m_model->result(), path));
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
        m_hiddenPath = path;
        setFilter(FilterProxy::Filter::All);
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

} // namespace xs::gui::review
