// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a ResultsPage: filters, tree, evidence and decisions, with the search and the peek beside them.
#include "gui/common/emptystate.h"
#include "gui/common/findbar.h"
#include "gui/common/panebar.h"
#include "gui/review/evidencestrip.h"
#include "gui/review/filterbar.h"
#include "gui/review/peek.h"
#include "gui/review/resultspage.h"
#include "gui/review/resulttree.h"
#include "gui/review/revieweditor.h"
#include "gui/review/tablesort.h"
#include "gui/review/valueeditor.h"
#include "gui/review/valuesearch.h"
#include "gui/review/verdictbar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

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

} // namespace xs::gui::review
