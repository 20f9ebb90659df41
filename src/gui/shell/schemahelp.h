// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deletelater.h"
#include "base/error.h"
#include "base/ids.h"
#include "client/network.h"

#include <QObject>

class QAction;

namespace xs::client {
class Call;
}
namespace xs::gui::schemaeditor {
class SchemaPage;
}
namespace xs::jobs {
class JobQueue;
}

namespace xs::gui::shell {

class ConnectionHub;
class Workbench;

/// What a server does for the schema: checks it, and writes one from words or from the open document. One thing at a
/// time; a newer wish takes the place of the older. A document that was sent for it is removed from the server again,
/// unless a job has the same upload. It also tells the schema who will read it. Owned by the window.
class SchemaHelpController final : public QObject
{
    Q_OBJECT

public:
    SchemaHelpController(Workbench &workbench, ConnectionHub &connections, const jobs::JobQueue &queue,
                         const client::Network &network, schemaeditor::SchemaPage &page, QObject *parent);
    ~SchemaHelpController() override;

    QAction *checkAction() const { return m_check; }
    QAction *generateAction() const { return m_generate; }

private:
    void connectionChanged();
    void documentChanged();
    void check();
    void beginGeneration();
    void propose();
    void tellProposal();
    void generate(const QString &prompt, bool withDocument);
    void upload(const QString &prompt);
    void ask(const QString &prompt, const QString &fileId);
    /// Runs a call; what is to happen at its end is connected by the caller before.
    void start(client::Call *call);
    void cancel();
    void removeUpload();

    Workbench &m_workbench;
    ConnectionHub &m_connections;
    const jobs::JobQueue &m_queue;
    client::Network m_network;
    schemaeditor::SchemaPage &m_page;
    QAction *m_check;
    QAction *m_generate;
    LatePointer<client::Call> m_call;
    /// What was sent for the wish that is under way, and to which connection.
    FileId m_upload;
    QString m_uploadedTo;
    LatePointer<client::Call> m_removal;
};

} // namespace xs::gui::shell
