// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QObject>
#include <QStringList>

class QSettings;
class QWidget;

namespace xs::gui::shell {

class Workbench;

/// Opens and saves: asks for file names, tells documents from schemas, remembers recent files. Owned by the window.
class FileController final : public QObject
{
    Q_OBJECT

public:
    FileController(Workbench &workbench, QSettings &settings, QWidget *window);

    QStringList recent() const;
    /// Files and folders as they are dropped or named on the command line: JSON becomes the schema,
    /// TypeScript and Python become fields, the rest documents.
    void open(const QStringList &paths);
    void openConfiguration(const QString &path);

public slots:
    void chooseDocuments();
    void chooseConfiguration();
    void save();
    void saveAs();
    void newSchema();

signals:
    void failed(const xs::Error &error);
    void recentChanged();
    /// The file's name says that it has no configuration, and there is one.
    void savedSchemaAlone(const QString &path);
    void documentsOpened();
    /// Program text that declares types, among what was dropped.
    void fieldsFileFound(const QString &path);

private:
    void saveInPlace();
    void saveTo(const QString &file);
    /// Another program's changes are not replaced unasked.
    void askToReplace();
    void remember(const QString &path);
    QString lastFolder() const;
    void rememberFolder(const QString &path);

    Workbench &m_workbench;
    QSettings &m_settings;
    QWidget *m_window;
};

} // namespace xs::gui::shell
