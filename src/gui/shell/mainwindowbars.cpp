// SPDX-License-Identifier: GPL-3.0-or-later
// The menus, the toolbar and the status bar of the window.
#include "gui/shell/mainwindow.h"

#include "domain/configuration.h"
#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/keycap.h"
#include "gui/common/segmentbar.h"
#include "gui/common/studiostyle.h"
#include "gui/evaluate/evaluatepage.h"
#include "gui/joblist/jobspage.h"
#include "gui/review/resultspage.h"
#include "gui/review/revieweditor.h"
#include "gui/schemaeditor/configurationpage.h"
#include "gui/schemaeditor/configurationwords.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/schemaeditor/templatelist.h"
#include "gui/shell/activitypane.h"
#include "gui/shell/comparecontroller.h"
#include "gui/shell/confidencecontroller.h"
#include "gui/shell/documentscontroller.h"
#include "gui/shell/evaluationcontroller.h"
#include "gui/shell/exportcontroller.h"
#include "gui/shell/filecontroller.h"
#include "gui/shell/jobdesk.h"
#include "gui/shell/keysdialog.h"
#include "gui/shell/places.h"
#include "gui/shell/reviewcontroller.h"
#include "gui/shell/runcontroller.h"
#include "gui/shell/startpage.h"
#include "gui/shell/statusbadge.h"
#include "gui/viewer/documentview.h"

#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

QAction *makeAction(QObject *owner, const char *name, const QString &text, const QKeySequence &key = {},
                    QStringView icon = {})
{
    auto *action = new QAction(text, owner);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    if (!icon.isEmpty())
        action->setIcon(common::icon(icon));
    return action;
}

void addAll(QMenu &menu, const QList<QAction *> &actions)
{
    for (auto *action : actions) {
        if (action)
            menu.addAction(action);
        else
            menu.addSeparator();
    }
}

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

void MainWindow::setupActions()
{
    m_runAction = makeAction(this, "runAction", tr("Run"), Qt::Key_F5, u"play");
    // Its icon has the colour of the button.
    m_runAction->setIconVisibleInMenu(false);
    m_exportAction = makeAction(this, "exportAction", tr("Export…"), Qt::CTRL | Qt::Key_E, u"export");
    connect(m_runAction, &QAction::triggered, this, &MainWindow::run);
    connect(m_exportAction, &QAction::triggered, this, [this] { m_export->start(m_review->shown(), {}); });
}

void MainWindow::setupMenus()
{
    auto *file = menuBar()->addMenu(tr("&File"));
    const auto add = [this](QMenu *menu, const char *name, const QString &text, const QKeySequence &key, auto *target,
                            auto slot) {
        auto *action = makeAction(this, name, text, key);
        connect(action, &QAction::triggered, target, slot);
        menu->addAction(action);
    };
    add(file, "openDocumentsAction", tr("Open documents…"), QKeySequence::Open, m_files,
        &FileController::chooseDocuments);
    file->addSeparator();
    add(file, "newSchemaAction", tr("New schema"), QKeySequence::New, m_files, &FileController::newSchema);
    schemaeditor::fillTemplateMenu(*file->addMenu(tr("New from a template")), [this](const schema::Template &chosen) {
        m_files->newSchema();
        m_schema->begin(chosen);
    });
    add(file, "openSchemaAction", tr("Open schema or configuration…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, m_files,
        &FileController::chooseConfiguration);
    auto *recent = file->addMenu(tr("Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(*recent); });
    add(file, "saveAction", tr("Save"), QKeySequence::Save, m_files, &FileController::save);
    add(file, "saveAsAction", tr("Save as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), m_files,
        &FileController::saveAs);
    add(file, "savedConfigurationsAction", tr("Configurations on the server…"), {}, this,
        &MainWindow::showSavedConfigurations);
    file->addSeparator();
    file->addAction(m_exportAction);
    file->addSeparator();
    add(file, "quitAction", tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);

    auto *edit = menuBar()->addMenu(tr("&Edit"));
    auto *view = menuBar()->addMenu(tr("&View"));
    auto *schema = menuBar()->addMenu(tr("&Schema"));
    const auto schemaActions = m_schema->actions();
    for (auto *stack :
         {&m_workbench.schema().undoStack(), &m_results->editor().undoStack(), &m_evaluation->undoStack()})
        m_undo.addStack(stack);
    auto *undo = m_undo.createUndoAction(this, tr("Undo"));
    auto *redo = m_undo.createRedoAction(this, tr("Redo"));
    undo->setObjectName(u"windowUndoAction"_s);
    redo->setObjectName(u"windowRedoAction"_s);
    undo->setShortcuts(QKeySequence::Undo);
    redo->setShortcuts(QKeySequence::Redo);
    edit->addActions({undo, redo});
    // The schema's own ones are its buttons; two actions with one key would both be silent.
    for (auto *action : schemaActions.mid(0, 2))
        action->setShortcuts({});
    edit->addSeparator();
    edit->addAction(m_desk->pasteAction());
    addAll(*schema, schemaActions.mid(3));
    addAll(*view, m_places->actions());
    view->addSeparator();
    auto *panes = view->addMenu(tr("Panes"));
    for (auto *dock : m_docks.all())
        panes->addAction(dock->toggleViewAction());
    if (auto *activity = m_desk->activity())
        panes->addAction(activity->toggleViewAction());
    panes->addSeparator();
    add(panes, "resetPlaceAction", tr("Arrange as at first"), {}, m_places, &Places::resetCurrent);
    view->addSeparator();
    addAll(*view, m_document->viewActions());
    view->addSeparator();
    setupAppearance(*view);

    auto *run = menuBar()->addMenu(tr("&Run"));
    run->addAction(m_runAction);
    run->addSeparator();
    addAll(*run, m_desk->runActions());
    run->addSeparator();
    addAll(*run, m_jobsPage->jobActions());
    auto *review = menuBar()->addMenu(tr("Re&view"));
    addAll(*review, m_results->reviewActions());
    review->addSeparator();
    review->addActions({m_compare->action(), m_documents->action(), m_confidence->action()});
    review->addSeparator();
    addAll(*review, m_evaluate->actions());
    auto *tools = menuBar()->addMenu(tr("&Tools"));
    add(tools, "connectionAction", tr("Connection…"), {}, this, [this] { editConnections(); });
    auto *help = menuBar()->addMenu(tr("&Help"));
    add(help, "keysAction", tr("Keys"), QKeySequence::HelpContents, this, &MainWindow::showKeys);
    add(help, "aboutAction", tr("About Extract Studio"), {}, this, &MainWindow::showAbout);
}

/// Light and dark follow the system until a person chooses.
void MainWindow::setupAppearance(QMenu &view)
{
    using Scheme = common::StudioStyle::Scheme;
    auto *style = qobject_cast<common::StudioStyle *>(QApplication::style());
    if (!style)
        return;
    const auto key = u"window/appearance"_s;
    const auto chosen = m_studio.settings.value(key, static_cast<int>(Scheme::System)).toInt();
    auto *menu = view.addMenu(tr("Appearance"));
    auto *group = new QActionGroup(menu);
    const auto add = [&](Scheme scheme, const char *name, const QString &text) {
        auto *action = makeAction(menu, name, text);
        action->setCheckable(true);
        action->setChecked(chosen == static_cast<int>(scheme));
        group->addAction(action);
        menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, style, key, scheme] {
            m_studio.settings.setValue(key, static_cast<int>(scheme));
            style->setScheme(scheme);
        });
    };
    add(Scheme::System, "appearanceSystem", tr("As the system"));
    add(Scheme::Light, "appearanceLight", tr("Light"));
    add(Scheme::Dark, "appearanceDark", tr("Dark"));
    if (chosen != static_cast<int>(Scheme::System))
        style->setScheme(static_cast<Scheme>(chosen));
}

void MainWindow::setupToolBar()
{
    auto *bar = addToolBar(tr("Toolbar"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setFixedHeight(44);
    bar->toggleViewAction()->setVisible(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_connectionButton = menuButton(u"connectionButton"_s, tr("Connection"), bar);
    connect(m_connectionButton->menu(), &QMenu::aboutToShow, this, &MainWindow::fillConnectionMenu);
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
}

void MainWindow::setupStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 8, 0);
    statusBar()->addWidget(new StatusBadge(m_studio.connections, this), 1);
    m_hints = new common::KeyHintRow(this);
    statusBar()->addPermanentWidget(m_hints);
}

void MainWindow::fillConnectionMenu()
{
    auto *menu = m_connectionButton->menu();
    menu->clear();
    const auto current = m_studio.connections.current().name;
    for (const auto &profile : m_studio.connections.profiles().profiles()) {
        auto *action = menu->addAction(profileTitle(profile));
        action->setObjectName(u"connection_"_s + profile.name);
        action->setCheckable(true);
        action->setChecked(profile.name == current);
        const auto isLocal = profile.kind == client::Profile::Kind::ThisComputer;
        connect(action, &QAction::triggered, this, [this, name = profile.name, isLocal] {
            // A server without a key cannot be used, so its dialog comes first.
            if (isLocal || m_studio.connections.connection(name))
                m_studio.connections.setCurrent(name);
            else
                editConnections(name);
        });
    }
    menu->addSeparator();
    auto *edit = menu->addAction(tr("Connection…"));
    connect(edit, &QAction::triggered, this, [this] { editConnections(); });
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

void MainWindow::fillRecentMenu(QMenu &menu)
{
    menu.clear();
    for (const auto &path : m_files->recent())
        connect(menu.addAction(QFileInfo(path).fileName()), &QAction::triggered, m_files,
                [this, path] { m_files->openConfiguration(path); });
    if (menu.isEmpty())
        menu.addAction(tr("Nothing yet"))->setEnabled(false);
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
    m_runAction->setEnabled(obstacle.isEmpty() || obstacle == m_schema->mistake());
    m_runAction->setToolTip(obstacle.isEmpty() ? tr("%1 (F5)").arg(m_run->label()) : obstacle);
    m_runButton->setAccessibleName(m_run->label());
    const auto isMain = m_places && m_places->current() == Place::Design;
    m_runAction->setIcon(common::icon(u"play", isMain ? common::IconColor::OnFill : common::IconColor::Text));
    common::setButtonLook(m_runButton, isMain ? common::ButtonLook::Filled : common::ButtonLook::Plain);
    m_exportAction->setEnabled(m_review && !m_review->shown().isEmpty());
    fitToolBar();
}

/// In a narrow window tier and target give way, so that Run stays; the form has them, too.
void MainWindow::fitToolBar()
{
    if (!m_places)
        return;
    const auto *bar = qobject_cast<QToolBar *>(m_runButton->parentWidget());
    constexpr int gap = 8;
    const auto room = [](const QWidget *widget) {
        return gap + std::clamp(widget->sizeHint().width(), 0, widget->maximumWidth());
    };
    m_documentButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto needed = 2 * gap;
    for (auto *action : bar->actions())
        if (const auto *widget = bar->widgetForAction(action))
            needed += room(widget);
    const auto showsWork = !m_workbench.isEmpty() && !fillsWindow(m_places->current()) && width() >= needed;
    // Where even that is not enough, the documents are left with their icon.
    if (width() < needed - room(m_tierCombo) - room(m_targetCombo))
        m_documentButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_tierAction->setVisible(showsWork);
    m_targetAction->setVisible(showsWork);
}

void MainWindow::showKeys()
{
    (new KeysDialog(*menuBar(), this))->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Extract Studio"),
                                tr("<b>Extract Studio %1</b><p>Turns documents into data that people can trust.</p>"
                                   "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                                    .arg(QStringLiteral(XS_VERSION)),
                                QMessageBox::Close, this);
    box->setTextFormat(Qt::RichText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace xs::gui::shell
