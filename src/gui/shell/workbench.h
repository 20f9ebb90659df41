// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/configuration.h"
#include "gui/schemaeditor/schemadocument.h"
#include "gui/shell/workcommand.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace xs::gui::shell {

/// What is being worked on: the schema with its history, how it is applied, its file, and the documents that are
/// to be run. Everything survives a restart, saved or not. Owned by the window.
class Workbench final : public QObject
{
    Q_OBJECT

public:
    /// `stateFile` is where the unsaved state is kept; empty keeps none.
    explicit Workbench(QString stateFile, QObject *parent = nullptr);

    schemaeditor::SchemaDocument &schema() { return m_schema; }
    const domain::Configuration &configuration() const { return m_configuration; }
    /// A change is a step of the schema's history, so that it can be undone, and makes the file unsaved.
    void setConfiguration(const domain::Configuration &configuration);
    /// The API's `configuration` object, with the schema inside, and with `webhook_configurations` beside its own
    /// members where there are webhooks.
    Json configurationJson() const;

    /// Opens a configuration (*.extract.json), a schema, or an example of data from which a schema is guessed. What was
    /// there before comes back with the history's undo.
    Expected<void> open(const QString &path);
    /// Takes a job's `configuration` object to be changed; the schema can be undone.
    void adopt(const Json &configuration);
    /// Takes the parameters of a configuration that a server keeps; it has no file then, and keeps the webhooks.
    Expected<void> openSaved(Json parameters);
    /// Writes a configuration, or the schema alone where the name does not end in .extract.json.
    Expected<void> save(const QString &path);
    /// Whether a file of this name has the configuration around the schema (*.extract.json).
    static bool holdsConfiguration(const QString &path);
    /// Begins a new schema without a file; can be undone.
    void clear();
    const QString &path() const { return m_path; }
    bool isModified() const;
    /// Whether another program has changed the file since it was opened or saved here.
    bool isFileChanged() const;

    const QStringList &documents() const { return m_documents; }
    const QString &document() const { return m_document; }
    /// Adds documents that are not there yet, and shows the first of them.
    void addDocuments(const QStringList &paths);
    void setDocument(const QString &path);
    /// These documents in place of those that are there.
    void setDocuments(const QStringList &paths);
    void removeDocument(const QString &path);
    bool isEmpty() const
    {
        return m_documents.isEmpty() && m_schema.isEmpty() && m_path.isEmpty() && m_draft.isEmpty();
    }

    /// Text of the schema that has a mistake, so that it is not the schema yet; kept with the unsaved work.
    const QString &draft() const { return m_draft; }
    void setDraft(const QString &text);
    /// Whether there is something that no file of the user has.
    bool hasUnsavedWork() const;

    /// Also done by itself, a moment after each change.
    Expected<void> saveState() const;
    void restoreState();

signals:
    void configurationChanged();
    /// A file had a signing secret in it.
    void webhookSecretFound(const QString &address, const QString &secret);
    void documentsChanged();
    /// Another file, or saved.
    void fileChanged();
    /// The state was to be kept by itself, and could not be.
    void stateFailed(const xs::Error &error);
    /// It was kept by itself.
    void stateSaved();

private:
    Expected<void> take(const Json &json, Work work);
    Expected<void> replace(Json schema, Work work, const QString &text);
    void takeWebhooks(domain::Configuration &configuration);
    void put(const domain::Configuration &configuration);
    void keepState();

    QString m_stateFile;
    schemaeditor::SchemaDocument m_schema;
    domain::Configuration m_configuration;
    QString m_path;
    /// The hash of each file as it was opened or saved last, by its path.
    QHash<QString, QString> m_fileHashes;
    QStringList m_documents;
    QString m_document;
    QString m_draft;
    QTimer m_saving;
};

} // namespace xs::gui::shell
