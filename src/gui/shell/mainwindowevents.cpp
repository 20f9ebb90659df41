// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to the window itself: its first painting, drops, its size, its end.
#include "gui/shell/mainwindow.h"

#include "gui/joblist/jobspage.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/shell/closequestion.h"
#include "gui/shell/intake.h"
#include "gui/shell/jobdesk.h"
#include "gui/shell/places.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSettings>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

/// What somebody does with the keys or the mouse.
bool isActing(QEvent::Type type)
{
    return type == QEvent::ShortcutOverride || type == QEvent::KeyPress || type == QEvent::MouseButtonPress ||
           type == QEvent::DragEnter;
}

} // namespace

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!m_isBuilt)
        QTimer::singleShot(0, this, &MainWindow::build);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (!m_isBuilt && isActing(type))
        build();
    const auto isDrag = type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop;
    const auto *widget = isDrag ? qobject_cast<QWidget *>(watched) : nullptr;
    if (!widget || widget->window() != this)
        return QMainWindow::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    if (!Intake::accepts(*drop->mimeData()))
        return QMainWindow::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (type == QEvent::Drop)
        m_desk->intake().take(*drop->mimeData());
    return true;
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_studio.settings.setValue(u"window/geometry"_s, saveGeometry());
    if (!m_isBuilt)
        return QMainWindow::closeEvent(event);
    m_schema->commit();
    m_places->saveState();
    m_studio.settings.setValue(u"window/schemaPage"_s, m_schema->saveState());
    m_studio.settings.setValue(u"window/jobsPage"_s, m_jobsPage->saveState());
    if (const auto kept = m_workbench.saveState(); !kept && m_workbench.hasUnsavedWork() && !m_mayLoseWork) {
        event->ignore();
        return askAboutClosing(kept.error(), this, [this] {
            m_mayLoseWork = true;
            close();
        });
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    refreshToolBar();
}

} // namespace xs::gui::shell
