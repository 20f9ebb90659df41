// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/filecontroller.h"

#include "document/documentfiles.h"
#include "gui/shell/workbench.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

const auto recentKey = u"recentConfigurations"_s;
const auto folderKey = u"lastFolder"_s;
constexpr int mostRecent = 10;

bool isJson(const QString &path)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) && QFileInfo(path).isFile();
}

bool isProgramText(const QString &path)
{
    return (path.endsWith(".ts"_L1, Qt::CaseInsensitive) || path.endsWith(".py"_L1, Qt::CaseInsensitive)) &&
           QFileInfo(path).isFile();
}

} // namespace

FileController::FileController(Workbench &workbench, QSettings &settings, QWidget *window)
    : QObject(window), m_workbench(workbench), m_settings(settings), m_window(window)
{
}

QStringList FileController::recent() const
{
    return m_settings.value(recentKey).toStringList();
}

void FileController::remember(const QString &path)
{
    if (path.isEmpty())
        return;
    auto list = recent();
    list.removeAll(path);
    list.prepend(path);
    m_settings.setValue(recentKey, QStringList(list.mid(0, mostRecent)));
    emit recentChanged();
}

QString FileController::lastFolder() const
{
    return m_settings.value(folderKey).toString();
}

void FileController::rememberFolder(const QString &path)
{
    m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
}

void FileController::open(const QStringList &paths)
{
    QStringList documents;
    for (const auto &path : paths) {
        if (isJson(path))
            openConfiguration(QFileInfo(path).absoluteFilePath());
        else if (isProgramText(path))
            emit fieldsFileFound(path);
        else
            documents << path;
    }
    const auto files = document::documentsIn(documents);
    if (!documents.isEmpty() && files.isEmpty()) {
        emit failed({ErrorCode::FileMissing, {}, documents.front()});
        return;
    }
    m_workbench.addDocuments(files);
    if (!files.isEmpty())
        emit documentsOpened();
}

void FileController::openConfiguration(const QString &path)
{
    const auto opened = m_workbench.open(path);
    if (opened)
        remember(m_workbench.path());
    else
        emit failed(opened.error());
}

void FileController::chooseDocuments()
{
    const auto files = QFileDialog::getOpenFileNames(
        m_window, tr("Open documents"), lastFolder(),
        tr("Documents (%1);;All files (*)").arg((document::documentPatterns() + document::textPatterns()).join(u' ')));
    if (files.isEmpty())
        return;
    rememberFolder(files.front());
    open(files);
}

void FileController::chooseConfiguration()
{
    const auto file = QFileDialog::getOpenFileName(m_window, tr("Open a schema or configuration"), lastFolder(),
                                                   tr("Schemas and configurations (*.json);;All files (*)"));
    if (file.isEmpty())
        return;
    rememberFolder(file);
    openConfiguration(file);
}

void FileController::save()
{
    if (m_workbench.path().isEmpty())
        return saveAs();
    if (m_workbench.isFileChanged())
        return askToReplace();
    saveInPlace();
}

void FileController::saveInPlace()
{
    const auto saved = m_workbench.save(m_workbench.path());
    if (!saved)
        emit failed(saved.error());
}

void FileController::askToReplace()
{
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Save the schema"),
        tr("Another program has changed %1 since it was opened here.").arg(QFileInfo(m_workbench.path()).fileName()),
        QMessageBox::Cancel, m_window);
    box->setObjectName(u"fileChangedBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Saving replaces what it has written. Under another name both are kept."));
    auto *replace = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    replace->setObjectName(u"replaceFileButton"_s);
    auto *other = box->addButton(tr("Save as…"), QMessageBox::AcceptRole);
    other->setObjectName(u"saveAsButton"_s);
    box->setDefaultButton(other);
    connect(replace, &QPushButton::clicked, this, &FileController::saveInPlace);
    connect(other, &QPushButton::clicked, this, &FileController::saveAs, Qt::QueuedConnection);
    box->open();
}

void FileController::saveAs()
{
    const auto wish = m_workbench.path().isEmpty() ? lastFolder() + u"/schema.extract.json"_s : m_workbench.path();
    auto *dialog = new QFileDialog(m_window, tr("Save the schema"), QFileInfo(wish).absolutePath());
    dialog->setObjectName(u"saveSchemaDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const auto whole = tr("Configuration with schema (*.extract.json)");
    dialog->setNameFilters({whole, tr("Schema alone (*.json)")});
    // A name without an end gets the one of what is to be saved, and is asked about where it exists.
    const auto setSuffix = [dialog, whole](const QString &filter) {
        dialog->setDefaultSuffix(filter == whole ? u"extract.json"_s : u"json"_s);
    };
    connect(dialog, &QFileDialog::filterSelected, dialog, setSuffix);
    setSuffix(whole);
    dialog->selectFile(wish);
    connect(dialog, &QFileDialog::fileSelected, this, &FileController::saveTo);
    dialog->open();
}

void FileController::saveTo(const QString &file)
{
    rememberFolder(file);
    if (const auto saved = m_workbench.save(file); !saved)
        return emit failed(saved.error());
    remember(file);
    if (!Workbench::holdsConfiguration(file) && m_workbench.configuration() != domain::Configuration())
        emit savedSchemaAlone(file);
}

void FileController::newSchema()
{
    m_workbench.clear();
}

} // namespace xs::gui::shell
