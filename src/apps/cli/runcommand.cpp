// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/runcommand.h"

#include "apps/cli/resulttable.h"
#include "apps/cli/runinputs.h"
#include "apps/cli/terminal.h"
#include "client/connections.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

/// How long cancelling may take at the end.
constexpr std::chrono::seconds farewell{5};

const auto connectionName = u"command line"_s;

} // namespace

RunCommand::RunCommand(Options options, Json configuration)
    : m_options(std::move(options)), m_configuration(std::move(configuration)), m_limit(m_scheduler),
      m_outputs(outputNames(m_options.documents))
{
}

RunCommand::~RunCommand() = default;

Expected<void> RunCommand::start()
{
    if (!m_folder.isValid())
        return Unexpected(ErrorCode::StoreUnavailable, m_folder.errorString(), m_folder.path());
    auto store = jobs::JobStore::open(m_folder.filePath(u"jobs.sqlite"_s));
    if (!store)
        return Unexpected(store.error());
    m_store = std::move(*store);
    jobs::JobPolicy policy;
    policy.patience = std::chrono::seconds(m_options.wait);
    const client::Network network{m_manager, m_clock, m_scheduler, {}};
    m_queue = std::make_unique<jobs::JobQueue>(
        *m_store, network, [this](const QString &) { return connection(); }, policy);
    connect(m_queue.get(), &jobs::JobQueue::jobChanged, this, &RunCommand::jobChanged);
    connect(m_queue.get(), &jobs::JobQueue::storeFailed, this, [](const Error &error) { sayError(error); });
    connect(m_queue.get(), &jobs::JobQueue::idle, this, &RunCommand::finish);
    if (m_options.timeout)
        m_limit.set(std::chrono::seconds(*m_options.timeout), [this] { timeIsOver(); });
    if (m_options.baseUrl.isEmpty())
        startService();
    else
        addJobs();
    return {};
}

void RunCommand::startService()
{
    supervisor::ServiceOptions options;
    options.program = qEnvironmentVariable("EXTRACT_STUDIO_SERVICE");
    options.dataFolder = m_folder.filePath(u"service"_s);
    options.port = m_options.port;
    m_supervisor = std::make_unique<supervisor::ServiceSupervisor>(options, m_clock, m_scheduler);
    connect(m_supervisor.get(), &supervisor::ServiceSupervisor::ready, this, [this] {
        if (m_numbers.isEmpty())
            addJobs();
        else
            m_queue->connectionChanged(connectionName);
    });
    connect(m_supervisor.get(), &supervisor::ServiceSupervisor::stopped, this, [this](const Error &error) {
        sayError(error);
        emit finished(m_numbers.isEmpty() ? 2 : 1);
    });
    m_supervisor->start();
}

void RunCommand::addJobs()
{
    const auto added = m_queue->add(m_options.documents, m_configuration, connectionName);
    if (!added) {
        sayError(added.error());
        return emit finished(2);
    }
    for (const auto &id : *added)
        m_numbers.insert(id, static_cast<int>(m_numbers.size()));
}

Expected<client::Connection> RunCommand::connection() const
{
    if (m_supervisor)
        return m_supervisor->connection();
    return client::Connection{connectionName, m_options.baseUrl, qEnvironmentVariable("LLAMA_CLOUD_API_KEY"), {}, 0};
}

void RunCommand::stop()
{
    if (m_numbers.isEmpty())
        return emit finished(2);
    // The local service goes with its jobs; after Ctrl+C it is gone already.
    if (m_isStopping || m_supervisor)
        return emit finished(1);
    m_isStopping = true;
    m_limit.set(farewell, [this] { finish(); });
    for (const auto &id : m_queue->ids())
        m_queue->cancel(id);
}

void RunCommand::timeIsOver()
{
    say(tr("extract-studio-cli: The time limit of %n second(s) is over. What is not done is cancelled.", nullptr,
           *m_options.timeout));
    stop();
}

void RunCommand::jobChanged(const LocalJobId &id)
{
    const auto &job = *m_queue->job(id);
    if (job.phase != jobs::Phase::Failed && job.error != m_toldTrouble) {
        m_toldTrouble = job.error;
        if (job.error.code != ErrorCode::None)
            sayError(job.error, tr("Waiting"));
    }
    if (m_told.contains(id) && m_told.value(id) == job.phase)
        return;
    m_told.insert(id, job.phase);
    if (isOver(job.phase))
        jobOver(job);
    else
        tellProgress(job);
}

QString RunCommand::nameOf(const jobs::JobRecord &job) const
{
    if (m_options.documents.size() == 1)
        return job.document.name;
    return u"[%1/%2] %3"_s.arg(m_numbers.value(job.id) + 1).arg(m_options.documents.size()).arg(job.document.name);
}

void RunCommand::tellProgress(const jobs::JobRecord &job)
{
    switch (job.phase) {
    case jobs::Phase::Uploading:
        return say(tr("%1: sending").arg(nameOf(job)));
    case jobs::Phase::Waiting:
        return say(tr("%1: being read").arg(nameOf(job)));
    default:
        break;
    }
}

void RunCommand::jobOver(const jobs::JobRecord &job)
{
    if (job.phase == jobs::Phase::Completed)
        return writeAnswer(job);
    if (job.phase == jobs::Phase::Cancelled)
        return say(tr("%1: cancelled").arg(nameOf(job)));
    sayError(job.error, nameOf(job));
}

void RunCommand::writeAnswer(const jobs::JobRecord &job)
{
    const auto answer = m_queue->answer(job.id);
    if (!answer)
        return sayError(answer.error(), nameOf(job));
    constexpr auto indent = 2;
    const auto path = QDir(m_options.outputFolder).filePath(m_outputs.value(m_numbers.value(job.id)));
    if (const auto written = writeFile(path, toBytes(*answer, indent) + '\n'); !written)
        return sayError(written.error(), nameOf(job));
    ++m_completed;
    say(tr("%1: done, see %2").arg(nameOf(job), QDir::toNativeSeparators(path)));
    if (m_options.table)
        print(job.document.name + u'\n' + resultTable(*answer) + u'\n');
}

void RunCommand::finish()
{
    emit finished(m_completed == m_options.documents.size() ? 0 : 1);
}

} // namespace xs::cli
