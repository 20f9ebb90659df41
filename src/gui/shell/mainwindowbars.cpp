// SPDX-License-Identifier: GPL-3.0-or-later
// The toolbar and the status bar of the window.
#include "gui/shell/mainwindow.h"

#include "domain/configuration.h"
#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/keycap.h"
#include "gui/common/segmentbar.h"
#include "gui/joblist/jobmodel.h"
#include "gui/review/resultspage.h"
#include "gui/schemaeditor/configurationwords.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/shell/connectioncontroller.h"
#include "gui/shell/filecontroller.h"
#include "gui/shell/places.h"
#include "gui/shell/reviewcontroller.h"
#include "gui/shell/runcontroller.h"
#include "gui/shell/startpage.h"
#include "gui/shell/statusbadge.h"

#include <QComboBox>
#include <QFileInfo>
#include <QMenu>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

QToolButton *menuButton(const QString &name, const QString &label, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAccessibleName(label);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    common::setButtonLook(button, common::ButtonLook::Plain);
    return button;
}

} // namespace

void MainWindow::setupToolBar()
{
    auto *bar = addToolBar(tr("Toolbar"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setFixedHeight(44);
    bar->toggleViewAction()->setVisible(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_connectionButton = menuButton(u"connectionButton"_s, tr("Connection"), bar);
    connect(m_connectionButton->menu(), &QMenu::aboutToShow, m_servers,
            [this] { m_servers->fill(*m_connectionButton->menu()); });
    m_documentButton = menuButton(u"documentButton"_s, tr("Documents"), bar);
    m_documentButton->setMaximumWidth(260);
    connect(m_documentButton->menu(), &QMenu::aboutToShow, this, &MainWindow::fillDocumentMenu);
    bar->addWidget(m_connectionButton);
    m_documentAction = bar->addWidget(m_documentButton);
    bar->addSeparator();
    bar->addWidget(new common::SegmentBar(m_places->actions(), bar));
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    m_tierCombo = new QComboBox(bar);
    m_tierCombo->setObjectName(u"tierCombo"_s);
    m_tierCombo->setAccessibleName(tr("Tier"));
    for (const auto tier : domain::tier::all)
        m_tierCombo->addItem(schemaeditor::tierName(tier.toString()), tier.toString());
    m_targetCombo = new QComboBox(bar);
    m_targetCombo->setObjectName(u"targetBarCombo"_s);
    m_targetCombo->setAccessibleName(tr("Extraction target"));
    for (const auto target : {domain::target::perDocument, domain::target::perPage, domain::target::perTableRow})
        m_targetCombo->addItem(schemaeditor::targetName(target.toString()), target.toString());
    connect(m_tierCombo, &QComboBox::activated, this, [this] {
        auto configuration = m_workbench.configuration();
        configuration.tier = m_tierCombo->currentData().toString();
        m_workbench.setConfiguration(configuration);
    });
    connect(m_targetCombo, &QComboBox::activated, this, [this] {
        auto configuration = m_workbench.configuration();
        configuration.extractionTarget = m_targetCombo->currentData().toString();
        m_workbench.setConfiguration(configuration);
    });
    m_tierAction = bar->addWidget(m_tierCombo);
    m_targetAction = bar->addWidget(m_targetCombo);
    m_runButton = new QToolButton(bar);
    m_runButton->setObjectName(u"runButton"_s);
    m_runButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_runButton->setDefaultAction(m_runAction);
    bar->addWidget(m_runButton);
    m_reviewNextButton = new QToolButton(bar);
    m_reviewNextButton->setObjectName(u"reviewNextButton"_s);
    m_reviewNextButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_reviewNextButton->setIcon(common::icon(u"review", common::IconColor::OnFill));
    m_reviewNextButton->setToolTip(tr("Opens the next document that nobody has confirmed yet"));
    common::setButtonLook(m_reviewNextButton, common::ButtonLook::Filled);
    connect(m_reviewNextButton, &QToolButton::clicked, this, [this] {
        m_review->showNext();
        m_places->go(Place::Review);
    });
    m_reviewNextAction = bar->addWidget(m_reviewNextButton);
    m_reviewNextAction->setVisible(false);
}

void MainWindow::setupStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 8, 0);
    statusBar()->addWidget(new StatusBadge(m_studio.connections, this), 1);
    m_hints = new common::KeyHintRow(this);
    statusBar()->addPermanentWidget(m_hints);
}

void MainWindow::fillDocumentMenu()
{
    auto *menu = m_documentButton->menu();
    menu->clear();
    for (const auto &path : m_workbench.documents().mid(0, 30)) {
        auto *action = menu->addAction(QFileInfo(path).fileName());
        action->setCheckable(true);
        action->setChecked(path == m_workbench.document());
        connect(action, &QAction::triggered, this, [this, path] {
            m_workbench.setDocument(path);
            m_places->go(Place::Design);
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Open documents…")), &QAction::triggered, m_files, &FileController::chooseDocuments);
    auto *remove = menu->addAction(tr("Put this document away"));
    remove->setEnabled(!m_workbench.document().isEmpty());
    connect(remove, &QAction::triggered, this, [this] { m_workbench.removeDocument(m_workbench.document()); });
    auto *removeAll = menu->addAction(tr("Put all documents away"));
    removeAll->setEnabled(m_workbench.documents().size() > 1);
    connect(removeAll, &QAction::triggered, this, [this] {
        const auto all = m_workbench.documents();
        for (const auto &path : all)
            m_workbench.removeDocument(path);
    });
}

void MainWindow::refreshToolBar()
{
    const auto profile = m_studio.connections.current();
    const auto isLocal = profile.kind == client::Profile::Kind::ThisComputer;
    m_connectionButton->setText(profileTitle(profile));
    m_connectionButton->setIcon(common::icon(isLocal ? u"computer" : u"cloud"));
    m_start->setDestination(isLocal, profileTitle(profile));
    const auto &documents = m_workbench.documents();
    m_documentButton->setIcon(common::icon(documents.size() > 1 ? u"documents" : u"document"));
    m_documentButton->setText(documents.size() == 1
                                  ? QFileInfo(documents.front()).fileName()
                                  : tr("%n document(s)", nullptr, static_cast<int>(documents.size())));
    const auto &configuration = m_workbench.configuration();
    const auto choose = [](QComboBox *combo, const QString &value, const QString &name) {
        if (combo->findData(value) < 0)
            combo->addItem(name, value);
        combo->setCurrentIndex(combo->findData(value));
    };
    choose(m_tierCombo, configuration.tier, schemaeditor::tierName(configuration.tier));
    choose(m_targetCombo, configuration.extractionTarget, schemaeditor::targetName(configuration.extractionTarget));
    m_documentAction->setVisible(!documents.isEmpty());
    constexpr int roomForHistory = 1100;
    if (m_isBuilt)
        m_schema->setCompact(width() < roomForHistory);
    switch (m_places->current()) {
    case Place::Design:
        if (m_workbench.isEmpty())
            m_hints->setHints({{tr("Ctrl+O"), tr("open documents")}, {tr("F1"), tr("keys")}});
        else
            m_hints->setHints({{tr("Enter"), tr("new field below")},
                               {tr("Ctrl+Enter"), tr("new child")},
                               {tr("Alt+↑↓"), tr("move")}});
        break;
    case Place::Jobs:
        m_hints->setHints({{tr("Enter"), tr("open in Review")}, {tr("Del"), tr("delete")}});
        break;
    case Place::Review:
        m_hints->setHints({{tr("J"), tr("next that needs attention")},
                           {tr("Ctrl+Enter"), tr("confirm document, open the next")},
                           {tr("Space"), tr("peek")},
                           {tr("D"), tr("compare")}});
        break;
    case Place::Evaluate:
        m_hints->setHints({{tr("J"), tr("next difference")}, {tr("Enter"), tr("open in Review")}});
        break;
    }
    dressRun();
}

void MainWindow::dressRun()
{
    const auto obstacle = m_run->obstacle();
    m_runAction->setText(m_run->label());
    // A mistake in the text is no dead end: Run leads to it.
    m_runAction->setEnabled(obstacle.isEmpty() || (m_isBuilt && obstacle == m_schema->mistake()));
    m_runAction->setToolTip(obstacle.isEmpty() ? tr("%1 (F5)").arg(m_run->label()) : obstacle);
    m_runButton->setAccessibleName(m_run->label());
    const auto isMain = m_places->current() == Place::Design;
    m_runAction->setIcon(common::icon(u"play", isMain ? common::IconColor::OnFill : common::IconColor::Text));
    common::setButtonLook(m_runButton, isMain ? common::ButtonLook::Filled : common::ButtonLook::Plain);
    m_exportAction->setEnabled(m_review && !m_review->shown().isEmpty());
    if (m_isBuilt)
        m_results->setStart(obstacle.isEmpty()                  ? m_run->label()
                            : m_workbench.documents().isEmpty() ? tr("Open documents…")
                                                                : tr("Choose the fields"));
    dressReviewNext();
    fitToolBar();
}

/// What comes after a run: in the list of jobs it is the filled button.
void MainWindow::dressReviewNext()
{
    const auto &jobs = m_jobs.model();
    const auto waiting = m_isBuilt && m_places->current() == Place::Jobs
                             ? jobs.count(joblist::JobState::Completed) - jobs.reviewedCount()
                             : 0;
    m_reviewNextButton->setText(tr("Review next · %n waiting", nullptr, waiting));
    m_reviewNextButton->setAccessibleName(m_reviewNextButton->text());
    m_reviewNextAction->setVisible(waiting > 0);
}

/// In a narrow window tier and target give way, so that Run stays; the form has them, too.
void MainWindow::fitToolBar()
{
    const auto *bar = qobject_cast<QToolBar *>(m_runButton->parentWidget());
    constexpr int gap = 8;
    const auto room = [](const QWidget *widget) {
        return gap + std::clamp(widget->sizeHint().width(), 0, widget->maximumWidth());
    };
    const auto isAway = [this](const QAction *action) { return action == m_reviewNextAction && !action->isVisible(); };
    m_documentButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_runAction->setIconText(m_run->label());
    auto needed = 2 * gap;
    for (auto *action : bar->actions())
        if (const auto *widget = bar->widgetForAction(action); widget && !isAway(action))
            needed += room(widget);
    const auto showsWork = !m_workbench.isEmpty() && !fillsWindow(m_places->current()) && width() >= needed;
    // Where even that is not enough, the documents are left with their icon.
    needed -= room(m_tierCombo) + room(m_targetCombo);
    if (width() < needed) {
        needed -= room(m_documentButton);
        m_documentButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
        needed += room(m_documentButton);
    }
    // And where that is not, Run says what it costs and no more.
    if (width() < needed)
        m_runAction->setIconText(m_run->label(true));
    m_tierAction->setVisible(showsWork);
    m_targetAction->setVisible(showsWork);
}

} // namespace xs::gui::shell
