// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobspage.h"

#include "gui/common/buttonlook.h"
#include "gui/common/emptystate.h"
#include "gui/common/icons.h"
#include "gui/common/paneheader.h"
#include "gui/common/searchedit.h"
#include "gui/joblist/deletequestion.h"
#include "gui/joblist/jobcolumns.h"
#include "gui/joblist/jobdelegate.h"
#include "gui/joblist/joblistcontroller.h"
#include "gui/joblist/jobproxy.h"
#include "gui/joblist/statelist.h"
#include "ui_jobspage.h"

#include <QAction>
#include <QByteArray>
#include <QDataStream>
#include <QIODevice>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::joblist {

JobsPage::JobsPage(JobListController &controller, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::JobsPage>()), m_controller(controller), m_proxy(new JobProxy(this))
{
    m_proxy->setSourceModel(&m_controller.model());
    m_ui->setupUi(this);
    setObjectName(u"jobsPage"_s);
    setupViews();
    setupTable();
    setupActions();
    // A selection loses rows that are filtered away without a word.
    const auto refresh = [this] {
        showEmptyOrTable();
        updateActions();
    };
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_proxy, signal, this, refresh);
    connect(m_proxy, &QAbstractItemModel::layoutChanged, this, refresh);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, refresh);
    connect(&m_controller.model(), &JobModel::countsChanged, this, &JobsPage::updateActions);
    showEmptyOrTable();
    updateActions();
}

JobsPage::~JobsPage() = default;

void JobsPage::setupViews()
{
    auto *states = new StateList(m_controller.model(), this);
    m_ui->sidebarColumn->addWidget(new common::PaneHeader(tr("Status"), this));
    m_ui->sidebarColumn->addWidget(states, 1);
    // The sidebar keeps its words; the buttons can do without theirs.
    m_ui->sidebar->setMinimumWidth(states->sizeHintForColumn(0));
    m_ui->jobsBar->setMinimumWidth(1);
    m_ui->jobsBar->installEventFilter(this);
    m_ui->jobsSplitter->setStretchFactor(0, 0);
    m_ui->jobsSplitter->setStretchFactor(1, 1);
    m_ui->jobsSplitter->setSizes({210, 1200});
    // The filter takes what the buttons leave, up to its greatest width.
    m_ui->jobsBarRow->setStretch(0, 100);
    m_ui->jobsBarRow->setStretch(1, 1);
    common::makeSearchEdit(*m_ui->jobFilterEdit);
    m_nothing = new common::EmptyState(tr("No jobs yet. Every run of a document is listed here."), {},
                                       tr("Add documents…"), this);
    m_nothing->setObjectName(u"noJobs"_s);
    m_noMatch = new common::EmptyState(tr("No job matches the filter."), {}, tr("Show all"), this);
    m_noMatch->setObjectName(u"noMatchingJobs"_s);
    m_ui->jobsStack->addWidget(m_nothing);
    m_ui->jobsStack->addWidget(m_noMatch);
    connect(m_nothing, &common::EmptyState::activated, this, &JobsPage::addDocumentsWanted);
    connect(m_noMatch, &common::EmptyState::activated, this, &JobsPage::showAll);
    connect(states, &StateList::stateChosen, this, [this](std::optional<JobState> state) {
        m_proxy->setState(state);
        showEmptyOrTable();
    });
    connect(m_ui->jobFilterEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setText(text);
        showEmptyOrTable();
    });
}

void JobsPage::setupTable()
{
    auto *table = m_ui->jobTable;
    table->setModel(m_proxy);
    table->setItemDelegate(new JobDelegate(this));
    m_columns = new JobColumns(*table);
    table->sortByColumn(-1, Qt::AscendingOrder);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobsPage::updateActions);
    setFocusProxy(table);
    connect(table, &QTreeView::activated, this, [this] { m_open->trigger(); });
}

void JobsPage::setupActions()
{
    const auto make = [this](QStringView icon, const QString &text, const char *name, const QKeySequence &key,
                             QToolButton *button) {
        auto *action = new QAction(common::icon(icon), text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_ui->jobTable->addAction(action);
        if (button) {
            button->setIcon(action->icon());
            common::setButtonLook(button, common::ButtonLook::Quiet);
            common::setSmallButton(button);
            button->setToolTip(action->toolTip());
            connect(button, &QToolButton::clicked, action, &QAction::trigger);
            connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
        }
        return action;
    };
    m_open = make(u"review", tr("Open in Review"), "openJobAction", {}, nullptr);
    m_retry = make(u"retry", tr("Retry"), "retryJobAction", {}, nullptr);
    m_retryFailed = make(u"retry", tr("Retry failed"), "retryFailedAction", {}, m_ui->retryFailedButton);
    m_cancel = make(u"stop", tr("Cancel"), "cancelJobAction", {}, m_ui->cancelJobButton);
    m_duplicate = make(u"copy", tr("Duplicate with changes"), "duplicateJobAction", Qt::CTRL | Qt::Key_D,
                       m_ui->duplicateJobButton);
    m_delete = make(u"trash", tr("Delete"), "deleteJobAction", QKeySequence::Delete, m_ui->deleteJobButton);
    m_deleteThere = make(u"trash", tr("Delete here and on the server"), "deleteJobThereAction",
                         Qt::SHIFT | Qt::Key_Delete, nullptr);
    m_export = make(u"export", tr("Export…"), "exportJobsAction", {}, m_ui->exportJobsButton);
    connect(m_open, &QAction::triggered, this, [this] {
        if (const auto ids = selected(); !ids.isEmpty())
            emit openWanted(ids.front());
    });
    connect(m_retry, &QAction::triggered, this, [this] { m_controller.retry(selected()); });
    connect(m_retryFailed, &QAction::triggered, &m_controller, &JobListController::retryAllFailed);
    connect(m_cancel, &QAction::triggered, this, [this] { m_controller.cancel(selected()); });
    connect(m_delete, &QAction::triggered, this, [this] { askToDelete(false); });
    connect(m_duplicate, &QAction::triggered, this, [this] { emit duplicateWanted(selected()); });
    connect(m_deleteThere, &QAction::triggered, this, [this] { askToDelete(true); });
    connect(m_export, &QAction::triggered, this, [this] { emit exportWanted(selected()); });
}

bool JobsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->jobsBar && event->type() == QEvent::Resize)
        fitBar();
    return QWidget::eventFilter(watched, event);
}

/// Where there is no room for words the buttons have their marks, and the words as tips.
void JobsPage::fitBar()
{
    const auto buttons = m_ui->jobsBar->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
    const auto setStyle = [&buttons](Qt::ToolButtonStyle style) {
        for (auto *button : buttons)
            button->setToolButtonStyle(style);
    };
    setStyle(Qt::ToolButtonTextBesideIcon);
    if (m_ui->jobsBarRow->totalMinimumSize().width() > m_ui->jobsBar->width())
        setStyle(Qt::ToolButtonIconOnly);
}

QList<QAction *> JobsPage::jobActions() const
{
    return {m_open, m_retry, m_retryFailed, m_duplicate, m_cancel, m_delete, m_deleteThere, m_export};
}

QList<LocalJobId> JobsPage::selected() const
{
    QList<LocalJobId> ids;
    for (const auto &row : m_ui->jobTable->selectionModel()->selectedRows())
        ids << LocalJobId(row.data(JobModel::IdRole).toString());
    return ids;
}

void JobsPage::askToDelete(bool everywhere)
{
    const auto ids = selected();
    const auto rows = m_ui->jobTable->selectionModel()->selectedRows();
    // A running job may have ended on the server since its row was written.
    const auto hasValues = [](const QModelIndex &row) {
        const auto state = static_cast<JobState>(row.data(JobModel::StateRole).toInt());
        return state == JobState::Completed || state == JobState::Running;
    };
    const DeletedJobs jobs{static_cast<int>(ids.size()), static_cast<int>(std::ranges::count_if(rows, hasValues)),
                           everywhere};
    askAboutDeleting(jobs, this, [this, ids, everywhere] {
        if (everywhere)
            m_controller.removeEverywhere(ids);
        else
            m_controller.remove(ids);
    });
}

void JobsPage::updateActions()
{
    int open = 0;
    int failed = 0;
    int done = 0;
    const auto rows = m_ui->jobTable->selectionModel()->selectedRows();
    for (const auto &row : rows) {
        const auto state = static_cast<JobState>(row.data(JobModel::StateRole).toInt());
        done += state == JobState::Completed;
        failed += state == JobState::Failed || state == JobState::Cancelled;
        open += state == JobState::Running || state == JobState::Queued || state == JobState::Retrying;
    }
    const auto allFailed = m_controller.model().count(JobState::Failed);
    m_open->setEnabled(rows.size() == 1);
    m_retry->setEnabled(failed > 0);
    m_retryFailed->setEnabled(allFailed > 0);
    m_ui->retryFailedButton->setText(allFailed > 0 ? tr("Retry failed") + u"  %1"_s.arg(allFailed)
                                                   : tr("Retry failed"));
    m_cancel->setEnabled(open > 0);
    m_duplicate->setEnabled(!rows.isEmpty());
    m_delete->setEnabled(!rows.isEmpty());
    m_deleteThere->setEnabled(!rows.isEmpty());
    m_export->setEnabled(done > 0);
    m_ui->selectedLabel->setText(rows.isEmpty() ? QString()
                                                : tr("%n selected", nullptr, static_cast<int>(rows.size())));
}

void JobsPage::showEmptyOrTable()
{
    QWidget *page = m_ui->jobTable;
    if (m_controller.model().rowCount() == 0)
        page = m_nothing;
    else if (m_proxy->rowCount() == 0)
        page = m_noMatch;
    m_ui->jobsStack->setCurrentWidget(page);
    m_ui->jobsBar->setVisible(page != m_nothing);
    // What is hidden takes no keys, and documents are pasted into an empty list, too.
    QWidget *const taker = page == m_nothing ? static_cast<QWidget *>(m_nothing->button()) : m_ui->jobTable;
    if (focusProxy() != taker)
        setFocusProxy(taker);
}

void JobsPage::showAll()
{
    m_ui->jobFilterEdit->clear();
    findChild<StateList *>()->setCurrentRow(0);
}

QByteArray JobsPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_ui->jobsSplitter->saveState() << m_columns->saveState();
    return state;
}

void JobsPage::restoreState(const QByteArray &state)
{
    QByteArray splitter;
    QByteArray header;
    QDataStream stream(state);
    stream >> splitter >> header;
    m_ui->jobsSplitter->restoreState(splitter);
    m_columns->restoreState(header);
}

} // namespace xs::gui::joblist
