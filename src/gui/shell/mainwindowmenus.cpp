// SPDX-License-Identifier: GPL-3.0-or-later
// The actions and menus of the window, and what Help shows.
#include "gui/shell/mainwindow.h"

#include "gui/common/icons.h"
#include "gui/common/studiostyle.h"
#include "gui/evaluate/evaluatepage.h"
#include "gui/joblist/jobspage.h"
#include "gui/review/resultspage.h"
#include "gui/review/revieweditor.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/schemaeditor/templatelist.h"
#include "gui/shell/activitypane.h"
#include "gui/shell/comparecontroller.h"
#include "gui/shell/confidencecontroller.h"
#include "gui/shell/connectioncontroller.h"
#include "gui/shell/documentscontroller.h"
#include "gui/shell/evaluationcontroller.h"
#include "gui/shell/exportcontroller.h"
#include "gui/shell/filecontroller.h"
#include "gui/shell/jobdesk.h"
#include "gui/shell/keysdialog.h"
#include "gui/shell/places.h"
#include "gui/shell/reviewcontroller.h"
#include "gui/viewer/documentview.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

const auto appearanceKey = u"window/appearance"_s;

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

/// Before their content, so that the bar is whole from the first.
void MainWindow::setupMenuTitles()
{
    m_menus.file = menuBar()->addMenu(tr("&File"));
    m_menus.edit = menuBar()->addMenu(tr("&Edit"));
    m_menus.view = menuBar()->addMenu(tr("&View"));
    m_menus.schema = menuBar()->addMenu(tr("&Schema"));
    m_menus.run = menuBar()->addMenu(tr("&Run"));
    m_menus.review = menuBar()->addMenu(tr("Re&view"));
    m_menus.tools = menuBar()->addMenu(tr("&Tools"));
    m_menus.help = menuBar()->addMenu(tr("&Help"));
}

void MainWindow::setupMenus()
{
    const auto add = [this](QMenu *menu, const char *name, const QString &text, const QKeySequence &key, auto *target,
                            auto slot) {
        auto *action = makeAction(this, name, text, key);
        connect(action, &QAction::triggered, target, slot);
        menu->addAction(action);
    };
    add(m_menus.file, "openDocumentsAction", tr("Open documents…"), QKeySequence::Open, m_files,
        &FileController::chooseDocuments);
    m_menus.file->addSeparator();
    add(m_menus.file, "newSchemaAction", tr("New schema"), QKeySequence::New, m_files, &FileController::newSchema);
    schemaeditor::fillTemplateMenu(*m_menus.file->addMenu(tr("New from a template")),
                                   [this](const schema::Template &chosen) {
                                       m_files->newSchema();
                                       m_schema->begin(chosen);
                                   });
    add(m_menus.file, "openSchemaAction", tr("Open schema or configuration…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
        m_files, &FileController::chooseConfiguration);
    auto *recent = m_menus.file->addMenu(tr("Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(*recent); });
    add(m_menus.file, "saveAction", tr("Save"), QKeySequence::Save, m_files, &FileController::save);
    add(m_menus.file, "saveAsAction", tr("Save as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), m_files,
        &FileController::saveAs);
    add(m_menus.file, "savedConfigurationsAction", tr("Configurations on the server…"), {}, m_servers,
        &ConnectionController::showSavedConfigurations);
    m_menus.file->addSeparator();
    m_menus.file->addAction(m_exportAction);
    m_menus.file->addSeparator();
    add(m_menus.file, "quitAction", tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);

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
    undo->setProperty(lastingName, tr("Undo"));
    redo->setProperty(lastingName, tr("Redo"));
    m_menus.edit->addActions({undo, redo});
    // The schema's own ones are its buttons; two actions with one key would both be silent.
    for (auto *action : schemaActions.mid(0, 2))
        action->setShortcuts({});
    m_menus.edit->addSeparator();
    m_menus.edit->addAction(m_desk->pasteAction());
    addAll(*m_menus.schema, schemaActions.mid(3));
    // Whoever chooses one of them elsewhere sees what it did, and can undo it.
    connect(m_menus.schema, &QMenu::triggered, this, [this] { m_places->go(Place::Design); });
    addAll(*m_menus.view, m_places->actions());
    m_menus.view->addSeparator();
    auto *panes = m_menus.view->addMenu(tr("Panes"));
    for (auto *dock : m_docks.all())
        panes->addAction(dock->toggleViewAction());
    if (auto *activity = m_desk->activity())
        panes->addAction(activity->toggleViewAction());
    panes->addSeparator();
    add(panes, "resetPlaceAction", tr("Arrange as at first"), {}, m_places, &Places::resetCurrent);
    m_menus.view->addSeparator();
    addAll(*m_menus.view, m_document->viewActions());
    m_menus.view->addSeparator();
    setupAppearance(*m_menus.view);

    m_menus.run->addAction(m_runAction);
    m_menus.run->addSeparator();
    addAll(*m_menus.run, m_desk->runActions());
    m_menus.run->addSeparator();
    addAll(*m_menus.run, m_jobsPage->jobActions());
    addAll(*m_menus.review, m_results->reviewActions());
    m_menus.review->addSeparator();
    m_menus.review->addActions({m_compare->action(), m_documents->action(), m_confidence->action()});
    m_menus.review->addSeparator();
    addAll(*m_menus.review, m_evaluate->actions());
    add(m_menus.tools, "connectionAction", tr("Connection…"), {}, m_servers, [this] { m_servers->edit(); });
    add(m_menus.help, "keysAction", tr("Keys"), QKeySequence::HelpContents, this, &MainWindow::showKeys);
    add(m_menus.help, "aboutAction", tr("About Extract Studio"), {}, this, &MainWindow::showAbout);
}

/// Light and dark follow the system until a person chooses.
void MainWindow::setupScheme()
{
    auto *style = qobject_cast<common::StudioStyle *>(QApplication::style());
    const auto chosen = m_studio.settings.value(appearanceKey).toInt();
    if (style && chosen != static_cast<int>(common::StudioStyle::Scheme::System))
        style->setScheme(static_cast<common::StudioStyle::Scheme>(chosen));
}

void MainWindow::setupAppearance(QMenu &view)
{
    using Scheme = common::StudioStyle::Scheme;
    auto *style = qobject_cast<common::StudioStyle *>(QApplication::style());
    if (!style)
        return;
    const auto chosen = m_studio.settings.value(appearanceKey).toInt();
    auto *menu = view.addMenu(tr("Appearance"));
    auto *group = new QActionGroup(menu);
    const auto add = [&](Scheme scheme, const char *name, const QString &text) {
        auto *action = makeAction(menu, name, text);
        action->setCheckable(true);
        action->setChecked(chosen == static_cast<int>(scheme));
        group->addAction(action);
        menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, style, scheme] {
            m_studio.settings.setValue(appearanceKey, static_cast<int>(scheme));
            style->setScheme(scheme);
        });
    };
    add(Scheme::System, "appearanceSystem", tr("As the system"));
    add(Scheme::Light, "appearanceLight", tr("Light"));
    add(Scheme::Dark, "appearanceDark", tr("Dark"));
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
