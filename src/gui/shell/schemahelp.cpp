// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/schemahelp.h"

#include "client/deletefilecall.h"
#include "client/generateschemacall.h"
#include "client/uploadfilecall.h"
#include "client/validateschemacall.h"
#include "gui/common/icons.h"
#include "gui/schemaeditor/commands/replaceschemacommand.h"
#include "gui/schemaeditor/editormessage.h"
#include "gui/schemaeditor/generatepanel.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/schemaeditor/schemaview.h"
#include "gui/shell/connectionhub.h"
#include "gui/shell/workbench.h"
#include "jobs/jobqueue.h"

#include <QAction>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using schemaeditor::GeneratePanel;

SchemaHelpController::SchemaHelpController(Workbench &workbench, ConnectionHub &connections,
                                           const jobs::JobQueue &queue, const client::Network &network,
                                           schemaeditor::SchemaPage &page, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_connections(connections), m_queue(queue), m_network(network),
      m_page(page), m_check(new QAction(common::icon(u"check"), tr("Check on the server"), this)),
      m_generate(new QAction(common::icon(u"machine"), tr("Propose fields…"), this))
{
    m_check->setObjectName(u"checkOnServerAction"_s);
    m_generate->setObjectName(u"generateSchemaAction"_s);
    connect(m_check, &QAction::triggered, this, &SchemaHelpController::check);
    connect(m_generate, &QAction::triggered, this, &SchemaHelpController::beginGeneration);
    connect(&page, &schemaeditor::SchemaPage::generationWanted, this, &SchemaHelpController::beginGeneration);
    connect(&page, &schemaeditor::SchemaPage::proposalWanted, this, &SchemaHelpController::propose);
    connect(&page.generatePanel(), &GeneratePanel::wanted, this, &SchemaHelpController::generate);
    connect(&page.generatePanel(), &GeneratePanel::cancelled, this, &SchemaHelpController::cancel);
    connect(&connections, &ConnectionHub::currentChanged, this, &SchemaHelpController::connectionChanged);
    connect(&workbench, &Workbench::documentsChanged, this, &SchemaHelpController::documentChanged);
    connectionChanged();
}

SchemaHelpController::~SchemaHelpController() = default;

void SchemaHelpController::connectionChanged()
{
    const auto isLocal = m_connections.current().kind == client::Profile::Kind::ThisComputer;
    m_workbench.schema().setReader(isLocal ? schema::Reader::ThisComputer : schema::Reader::Server);
    documentChanged();
}

void SchemaHelpController::documentChanged()
{
    const auto profile = m_connections.current();
    const auto isLocal = profile.kind == client::Profile::Kind::ThisComputer;
    m_page.generatePanel().setDocument(QFileInfo(m_workbench.document()).fileName(),
                                       isLocal ? QString() : profileTitle(profile));
    m_page.setHasDocument(!m_workbench.document().isEmpty());
}

void SchemaHelpController::start(client::Call *call)
{
    m_call.reset(call);
    m_call->start();
}

void SchemaHelpController::cancel()
{
    m_call.reset();
    removeUpload();
}

void SchemaHelpController::removeUpload()
{
    const auto file = std::exchange(m_upload, FileId());
    const auto connection = m_connections.connection(m_uploadedTo);
    if (file.isEmpty() || !connection || m_queue.hasUpload(file))
        return;
    m_removal.reset(new client::DeleteFileCall(m_network, *connection, file));
    m_removal->start();
}

void SchemaHelpController::check()
{
    m_page.commit();
    const auto connection = m_connections.connection(m_connections.current().name);
    if (!connection)
        return m_page.message().tell(connection.error());
    auto *call = new client::ValidateSchemaCall(m_network, *connection, m_workbench.schema().schema());
    connect(call, &client::Call::finished, this, [this] {
        m_page.message().tell(common::MessageRow::Kind::Good,
                              tr("%1 accepts this schema.").arg(profileTitle(m_connections.current())));
    });
    connect(call, &client::Call::failed, this, [this](const Error &error) { m_page.message().tell(error); });
    start(call);
}

void SchemaHelpController::beginGeneration()
{
    documentChanged();
    m_page.generatePanel().begin();
}

/// On this computer at once; what leaves it is asked for first.
void SchemaHelpController::propose()
{
    documentChanged();
    m_page.generatePanel().begin(true);
    if (m_connections.current().kind == client::Profile::Kind::ThisComputer)
        generate({}, true);
}

void SchemaHelpController::generate(const QString &prompt, bool withDocument)
{
    m_page.commit();
    cancel();
    m_page.generatePanel().setBusy(true);
    if (withDocument && !m_workbench.document().isEmpty())
        upload(prompt);
    else
        ask(prompt, {});
}

void SchemaHelpController::upload(const QString &prompt)
{
    const auto connection = m_connections.connection(m_connections.current().name);
    if (!connection)
        return m_page.generatePanel().tell(connection.error());
    auto *call = new client::UploadFileCall(m_network, *connection, m_workbench.document());
    connect(call, &client::Call::finished, this, [this, call, prompt] {
        m_upload = call->file().id;
        m_uploadedTo = call->connection().name;
        ask(prompt, m_upload.text());
    });
    connect(call, &client::Call::failed, &m_page.generatePanel(), &GeneratePanel::tell);
    start(call);
}

/// Fields that are there already are sent along, so that the server goes on from them.
void SchemaHelpController::ask(const QString &prompt, const QString &fileId)
{
    const auto connection = m_connections.connection(m_connections.current().name);
    if (!connection)
        return m_page.generatePanel().tell(connection.error());
    client::SchemaWish wish{.fileId = fileId, .prompt = prompt};
    if (!m_workbench.schema().isEmpty())
        wish.dataSchema = m_workbench.schema().schema();
    auto *call = new client::GenerateSchemaCall(m_network, *connection, std::move(wish));
    connect(call, &client::Call::finished, this, &SchemaHelpController::removeUpload);
    connect(call, &client::Call::failed, this, &SchemaHelpController::removeUpload);
    connect(call, &client::Call::finished, this, [this, call] {
        const auto done = m_workbench.schema().push(
            std::make_unique<schemaeditor::ReplaceSchemaCommand>(call->schema(), tr("Written fields")));
        if (!done)
            return m_page.generatePanel().tell(done.error());
        m_page.generatePanel().finish();
        m_page.view().expandAll();
        m_page.view().setFocus();
        tellProposal();
    });
    connect(call, &client::Call::failed, &m_page.generatePanel(), &GeneratePanel::tell);
    start(call);
}

void SchemaHelpController::tellProposal()
{
    using Kind = common::MessageRow::Kind;
    if (const auto count = m_page.view().model()->rowCount(); count > 0)
        m_page.message().tell(Kind::Good, tr("%n field(s) proposed.", nullptr, count),
                              tr("Delete what you do not need, then run. Ctrl+Z takes the proposal back."));
    else
        m_page.message().tell(Kind::Info, tr("No fields were found."),
                              tr("Say in your own words which values you want, or begin with a template."));
}

} // namespace xs::gui::shell
