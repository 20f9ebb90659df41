// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resultspage.h"

#include "gui/common/busyring.h"
#include "gui/common/buttonlook.h"
#include "gui/common/chip.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/emptystate.h"
#include "gui/common/icons.h"
#include "gui/common/messagerow.h"
#include "gui/common/panebar.h"
#include "gui/review/evidencestrip.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resulttree.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

namespace {

enum Place { NothingPlace, ValuesPlace, WaitingPlace, ErrorPlace };
enum ValuesPart { TreePart, EmptyFilterPart };

/// "line_items 2 · price" for "/line_items/1/price": rows are counted from 1.
QString readablePath(const QString &path)
{
    QStringList parts;
    for (auto step : path.split(u'/', Qt::SkipEmptyParts)) {
        bool isPosition = false;
        const auto position = step.toInt(&isPosition);
        if (isPosition && !parts.isEmpty())
            parts.last() += u" %1"_s.arg(position + 1);
        else
            parts << step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    }
    return parts.join(u" · "_s);
}

} // namespace

ResultsPage::ResultsPage(QWidget *parent)
    : QWidget(parent), m_model(new ResultModel(this)), m_proxy(new FilterProxy(this))
{
    setObjectName(u"resultsPage"_s);
    setAccessibleName(tr("Results"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setupActions();

    m_message = new common::MessageRow(this);
    m_message->setObjectName(u"resultsMessage"_s);
    auto *messagePlace = new QWidget(this);
    auto *messageLayout = new QVBoxLayout(messagePlace);
    messageLayout->setContentsMargins(0, 4, 0, 0);
    messageLayout->addWidget(m_message);
    auto *retry = new QPushButton(common::icon(u"retry"), tr("Retry"), messagePlace);
    retry->setObjectName(u"retryJobButton"_s);
    auto *retryRow = new QHBoxLayout;
    retryRow->setContentsMargins(38, 8, 12, 0);
    retryRow->addWidget(retry);
    retryRow->addStretch();
    messageLayout->addLayout(retryRow);
    messageLayout->addStretch();
    connect(retry, &QPushButton::clicked, this, &ResultsPage::retryRequested);

    m_places = new QStackedWidget(this);
    m_places->addWidget(
        new common::EmptyState(tr("No results yet."), tr("Choose a job that is completed, or run one."), {}, this));
    m_places->addWidget(makeValues());
    m_places->addWidget(makeWaiting());
    m_places->addWidget(messagePlace);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_places);
    showNothing();
}

ResultsPage::~ResultsPage() = default;

QAction *ResultsPage::addReviewAction(const QString &name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_actions << action;
    return action;
}

void ResultsPage::setupActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &key, auto call) {
        connect(addReviewAction(name, text, key), &QAction::triggered, this, call);
    };
    add(u"nextAttentionAction"_s, tr("Next that needs attention"), Qt::Key_J, [this] { step(1); });
    add(u"previousAttentionAction"_s, tr("Previous that needs attention"), Qt::Key_K, [this] { step(-1); });
    add(u"previousCitationAction"_s, tr("Previous citation"), Qt::Key_BracketLeft, [this] { stepCitation(-1); });
    add(u"nextCitationAction"_s, tr("Next citation"), Qt::Key_BracketRight, [this] { stepCitation(1); });
    add(u"zoomToBoxAction"_s, tr("Zoom to the box"), Qt::Key_Z, [this] { emit zoomRequested(); });
    // 3 is kept for the filter of edited values.
    add(u"showAllAction"_s, tr("Show all values"), Qt::Key_1, [this] { setFilter(FilterProxy::Filter::All); });
    add(u"showAttentionAction"_s, tr("Show values that need attention"), Qt::Key_2,
        [this] { setFilter(FilterProxy::Filter::NeedsAttention); });
    add(u"showNoEvidenceAction"_s, tr("Show values without evidence"), Qt::Key_4,
        [this] { setFilter(FilterProxy::Filter::NoEvidence); });
    m_exportAction = new QAction(common::icon(u"export", common::IconColor::Text2), tr("Export"), this);
    m_exportAction->setObjectName(u"exportResultAction"_s);
    m_exportAction->setToolTip(tr("Save the values as JSON"));
    connect(m_exportAction, &QAction::triggered, this, &ResultsPage::exportRequested);
}

QWidget *ResultsPage::makeFilters()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(40);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(6);
    m_filters = new QButtonGroup(this);
    const std::pair<QString, QString> labels[] = {{u"filterAll"_s, tr("All")},
                                                  {u"filterAttention"_s, tr("Needs attention")},
                                                  {u"filterNoEvidence"_s, tr("No evidence")}};
    for (const auto &[name, label] : labels) {
        auto *chip = new common::Chip(label, bar);
        chip->setObjectName(name);
        m_filters->addButton(chip, static_cast<int>(m_chips.size()));
        m_chips << chip;
        row->addWidget(chip);
    }
    m_chips.first()->setChecked(true);
    connect(m_filters, &QButtonGroup::idClicked, this,
            [this](int id) { setFilter(static_cast<FilterProxy::Filter>(id)); });

    m_exportButton = new QToolButton(bar);
    m_exportButton->setDefaultAction(m_exportAction);
    m_exportButton->setObjectName(u"exportButton"_s);
    m_exportButton->setAccessibleName(m_exportAction->text());
    m_exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_exportButton->setFocusPolicy(Qt::TabFocus);
    common::setButtonLook(m_exportButton, common::ButtonLook::Text);
    common::setSmallButton(m_exportButton);
    row->addStretch(1);
    row->addWidget(m_exportButton);
    return bar;
}

void ResultsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int roomForWord = 460;
    m_exportButton->setToolButtonStyle(width() >= roomForWord ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

QWidget *ResultsPage::makeValues()
{
    m_tree = new ResultTree(m_model, m_proxy, this);
    m_tree->setObjectName(u"resultTree"_s);
    m_tree->setAccessibleName(tr("Values"));
    connect(m_tree, &ResultTree::pathChosen, this, [this](const QString &path) {
        showEvidence(path);
        if (!path.isEmpty())
            emit valueSelected(path, 0);
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
    layout->addWidget(makeFilters());
    layout->addWidget(m_values, 1);
    layout->addWidget(line);
    layout->addWidget(m_strip);
    return page;
}

QWidget *ResultsPage::makeWaiting()
{
    auto *page = new QWidget(this);
    m_waitingText = new common::RoleLabel({}, common::TextRole::Secondary, page);
    m_waitingText->setObjectName(u"waitingText"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    row->addWidget(new common::BusyRing(16, page));
    row->addWidget(m_waitingText);
    row->addStretch();
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
    return page;
}

void ResultsPage::setResult(domain::ResultNode result, schema::Field schema, const domain::ConfidenceLimits &limits)
{
    m_limits = limits;
    m_model->setResult(std::move(result), std::move(schema), limits);
    setFilter(FilterProxy::Filter::All);
    updateCounts();
    m_places->setCurrentIndex(ValuesPlace);
    const auto waiting = xs::review::attentionOrder(m_model->values());
    if (!waiting.empty())
        choose(waiting.front(), 0);
    else if (!m_model->values().empty())
        choose(m_model->values().front().path, 0);
    else
        showEvidence({});
}

void ResultsPage::showNothing()
{
    m_model->clear();
    m_places->setCurrentIndex(NothingPlace);
}

void ResultsPage::showWaiting(const QString &sentence)
{
    m_model->clear();
    m_waitingText->setText(sentence);
    m_places->setCurrentIndex(WaitingPlace);
}

void ResultsPage::showError(const Error &error)
{
    m_model->clear();
    m_message->setError(error);
    m_places->setCurrentIndex(ErrorPlace);
}

void ResultsPage::setPageSizes(const std::vector<domain::PageSize> &sizes)
{
    m_strip->setPageSizes(sizes);
    m_strip->setCitation(m_strip->citation());
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
    const auto counts = xs::review::count(m_model->values());
    m_chips[0]->setCount(counts.all);
    m_chips[1]->setCount(counts.needAttention);
    m_chips[2]->setCount(counts.withoutEvidence);
}

void ResultsPage::setFilter(FilterProxy::Filter filter)
{
    const auto path = currentPath();
    m_filters->button(static_cast<int>(filter))->setChecked(true);
    m_proxy->setFilter(filter);
    showFiltered();
    m_tree->setCurrentPath(path);
    if (currentPath() != path)
        showEvidence(currentPath());
}

void ResultsPage::showFiltered()
{
    const bool empty = m_proxy->filter() != FilterProxy::Filter::All && m_proxy->rowCount() == 0;
    auto *sentence = m_values->widget(EmptyFilterPart);
    static_cast<common::EmptyState *>(sentence)->setSentence(m_proxy->filter() == FilterProxy::Filter::NoEvidence
                                                                 ? tr("Every value has its evidence.")
                                                                 : tr("Nothing needs attention."));
    m_values->setCurrentIndex(empty ? EmptyFilterPart : TreePart);
}

void ResultsPage::showEvidence(const QString &path)
{
    const auto *node = m_model->node(path);
    const auto *value = m_model->value(path);
    if (node && value)
        m_strip->showValue(readablePath(path), *node, *value, m_model->field(path), m_limits);
    else
        m_strip->clear();
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
}

} // namespace xs::gui::review
