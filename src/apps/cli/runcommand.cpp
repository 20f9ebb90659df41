// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/runcommand.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

/// How long cancelling may take at the end.
constexpr std::chrono::seconds farewell{5};

} // namespace

RunCommand::RunCommand(RunOptions options, Json configuration, AccessWish wish, RunCost cost, Terminal &terminal)
    : m_options(std::move(options)), m_configuration(std::move(configuration)), m_terminal(terminal),
      m_folder(m_options.outputFolder, m_options.overwrite), m_cost(std::move(cost)),
      m_access(std::move(wish), QString()), m_report(terminal), m_watch(m_access.scheduler()),
      m_limit(m_access.scheduler())
{
}

RunCommand::~RunCommand()
{
    m_terminal.setStatus({});
}

void RunCommand::start()
{
    if (const auto opened = openFolder(); !opened) {
        m_terminal.error(opened.error());
        return emit finished(NothingStarted);
    }
    if (!hasRoom())
        return emit finished(NothingStarted);
    jobs::JobPolicy policy;
    policy.patience = m_access.wish().patience;
    const auto &wish = m_access.wish();
    m_queue = std::make_unique<jobs::JobQueue>(
        *m_store, m_access.network(), [this](const QString &) { return m_access.connection(); }, policy);
    m_results = std::make_unique<RunResults>(m_options, m_folder, *m_queue, m_terminal);
    connect(m_queue.get(), &jobs::JobQueue::jobChanged, this, &RunCommand::jobChanged);
    connect(m_queue.get(), &jobs::JobQueue::storeFailed, this, [this](const Error &error) {
        m_hasProblem = true;
        m_terminal.error(error);
    });
    connect(m_queue.get(), &jobs::JobQueue::idle, this, &RunCommand::allOver);
    connect(m_queue.get(), &jobs::JobQueue::loaded, this, &RunCommand::goOn);
    connect(&m_watch, &document::FolderWatch::documentsCame, this,
            [this](const QStringList &paths) { m_hasProblem = !take(paths) || m_hasProblem; });
    connect(&m_access, &Access::opened, this, &RunCommand::opened);
    connect(&m_access, &Access::failed, this, [this](const Error &error) {
        m_terminal.error(error);
        emit finished(m_isGoing ? SomeFailed : NothingStarted);
    });
    if (m_options.timeout)
        m_limit.set(std::chrono::seconds(*m_options.timeout), [this] { timeIsOver(); });
    if (!wish.isLocal())
        m_terminal.say(tr("Documents go to %1.").arg(wish.profile.name));
    m_access.open();
}

Expected<void> RunCommand::openFolder()
{
    auto inputs = findInputs(m_options.documents);
    if (!inputs)
        return Unexpected(inputs.error());
    m_inputs = std::move(*inputs);
    if (const auto opened = m_folder.open(m_access.wish().profile); !opened)
        return opened;
    m_access.setServiceFolder(m_folder.serviceFolder());
    auto store = jobs::JobStore::open(m_folder.jobsFile());
    if (!store)
        return Unexpected(store.error());
    m_store = std::move(*store);
    return {};
}

bool RunCommand::hasRoom()
{
    auto refusal = m_folder.lock();
    if (!refusal && m_options.results.format != review::ExportFormat::Json)
        refusal = m_folder.tableCollision(review::exportSuffix(m_options.results.format));
    if (refusal)
        m_terminal.refuse(*refusal);
    return !refusal;
}

/// Also when the local service came back at another address.
void RunCommand::opened()
{
    if (m_queue->isLoaded())
        return m_queue->connectionChanged(m_access.wish().profile.name);
    if (!m_fetch)
        fetchInputs();
}

void RunCommand::fetchInputs()
{
    m_fetch = std::make_unique<InputFetch>(m_access.network(), m_inputs, m_folder.fetchedFolder(),
                                           m_options.again ? InputFetch::Known::FetchAgain : InputFetch::Known::Keep);
    connect(m_fetch.get(), &InputFetch::failed, this, [this](const Error &error, const QString &address) {
        m_hasProblem = true;
        m_terminal.error(error, address);
    });
    connect(m_fetch.get(), &InputFetch::finished, this, [this] {
        m_inputs = m_fetch->inputs();
        resume();
    });
    m_fetch->start();
}

void RunCommand::resume()
{
    if (const auto resumed = m_queue->resume(); !resumed) {
        m_terminal.error(resumed.error());
        emit finished(NothingStarted);
    }
}

/// All jobs of earlier runs are known.
void RunCommand::goOn()
{
    m_known = std::make_unique<KnownJobs>(*m_queue, m_configuration);
    if (!isWatching())
        m_report.expect(expectedJobs());
    for (const auto &id : m_queue->ids()) {
        const auto phase = m_queue->job(id)->phase;
        if (!jobs::isOver(phase) || (isWatching() && phase == jobs::Phase::Completed))
            follow(id, false);
    }
    if (m_queue->unfinished() > 0)
        m_terminal.say(tr("Going on with %n document(s) of an earlier run.", nullptr, m_queue->unfinished()));
    m_isGoing = true;
    const auto isTaken = take(m_inputs);
    if (!isTaken && !isWatching())
        return;
    m_hasProblem = !isTaken || m_hasProblem;
    if (isWatching()) {
        m_watch.watch(QFileInfo(m_options.watchFolder).absoluteFilePath(), document::FolderWatch::Present::TakeToo);
        m_terminal.say(tr("Watching %1; Ctrl+C ends it.").arg(m_options.watchFolder));
    }
    // Never before start() has returned.
    if (m_queue->unfinished() == 0)
        QMetaObject::invokeMethod(this, &RunCommand::allOver, Qt::QueuedConnection);
}

bool RunCommand::take(const QStringList &inputs)
{
    QStringList fresh;
    QStringList again;
    QHash<QString, LocalJobId> ids;
    for (const auto &input : inputs) {
        const auto known = m_known->find(input);
        const auto isDone = known && m_queue->job(*known)->phase == jobs::Phase::Completed;
        if (!known || (isDone && m_options.again && !isWatching())) {
            fresh << input;
            continue;
        }
        ids.insert(input, *known);
        const auto phase = m_queue->job(*known)->phase;
        // Whoever watches a folder does not want to see a document fail again and again.
        if (!isWatching() && (phase == jobs::Phase::Failed || phase == jobs::Phase::Cancelled))
            again << input;
    }
    if (const auto refusal = m_cost.spend(fresh + again)) {
        refuse(*refusal, OverBudget);
        return false;
    }
    if (!makeJobs(fresh, ids))
        return false;
    for (const auto &input : inputs)
        if (ids.contains(input))
            follow(ids.value(input), again.contains(input));
    return true;
}

bool RunCommand::makeJobs(const QStringList &inputs, QHash<QString, LocalJobId> &ids)
{
    QStringList names;
    if (const auto refusal = namesFor(inputs, names)) {
        refuse(*refusal, NothingStarted);
        return false;
    }
    QStringList documents;
    std::vector<jobs::ServerInput> others;
    for (const auto &input : inputs) {
        if (isOnServer(input))
            others.push_back({input, input});
        else
            documents << input;
    }
    const auto &server = m_access.wish().profile.name;
    auto made = m_queue->add(documents, m_configuration, server);
    const auto more = m_queue->addServerInputs(others, m_configuration, server);
    if (!made || !more) {
        m_terminal.error(!made ? made.error() : more.error());
        emit finished(NothingStarted);
        return false;
    }
    made->insert(made->end(), more->begin(), more->end());
    std::vector<LocalJobId> inOrder;
    for (const auto &id : *made) {
        m_known->add(id);
        ids.insert(inputOf(*m_queue->job(id)), id);
    }
    for (const auto &input : inputs)
        inOrder.push_back(ids.value(input));
    if (names.isEmpty())
        return true;
    if (const auto promised = m_folder.promise(inOrder, inputs, names); !promised) {
        m_terminal.error(promised.error());
        m_hasProblem = true;
    }
    return true;
}

/// Files of their own are only made of JSON.
std::optional<Refusal> RunCommand::namesFor(const QStringList &inputs, QStringList &names) const
{
    if (!m_folder.isLasting() || m_options.results.format != review::ExportFormat::Json)
        return {};
    names = m_folder.namesFor(inputs, isWatching() ? RunFolder::Naming::Beside : RunFolder::Naming::Again);
    return m_folder.collision(names);
}

void RunCommand::refuse(const Refusal &refusal, ExitStatus status)
{
    m_terminal.refuse(refusal);
    if (!isWatching())
        emit finished(status);
}

/// The job belongs to this run from now on.
void RunCommand::follow(const LocalJobId &id, bool again)
{
    if (m_report.knows(id))
        return;
    m_jobs.push_back(id);
    if (again)
        m_queue->retry(id);
    const auto &job = *m_queue->job(id);
    m_report.add(job);
    if (jobs::isOver(job.phase))
        jobOver(job, true);
}

void RunCommand::jobChanged(const LocalJobId &id)
{
    const auto &job = *m_queue->job(id);
    if (m_report.changed(job) && jobs::isOver(job.phase))
        jobOver(job, false);
}

void RunCommand::jobOver(const jobs::JobRecord &job, bool isFromBefore)
{
    if (job.phase == jobs::Phase::Cancelled)
        return m_report.cancelled(job);
    if (job.phase == jobs::Phase::Failed)
        return m_report.failed(job, job.error);
    const auto file = isFromBefore ? m_results->takeKnown(job) : m_results->take(job);
    if (!file)
        return m_report.failed(job, file.error());
    m_report.done(job, *file, isFromBefore);
    if (m_terminal.hasLostReader() && !m_isStopping)
        stop();
}

/// No job is unfinished any more.
void RunCommand::allOver()
{
    if (!m_isGoing || m_queue->unfinished() > 0)
        return;
    if (isWatching() && !m_isStopping)
        return writeCommonFile();
    finish();
}

/// Documents of this run, and those of earlier runs that are not done.
int RunCommand::expectedJobs() const
{
    const auto ids = m_queue->ids();
    const QSet<QString> wanted(m_inputs.begin(), m_inputs.end());
    const auto others = std::ranges::count_if(ids, [this, &wanted](const LocalJobId &id) {
        const auto &job = *m_queue->job(id);
        return !jobs::isOver(job.phase) && !wanted.contains(inputOf(job));
    });
    return static_cast<int>(m_inputs.size() + others);
}

void RunCommand::writeCommonFile()
{
    // In the order of the command line, whoever was done first.
    QHash<QString, qsizetype> places;
    for (const auto &input : m_inputs)
        places.insert(input, places.size());
    std::ranges::stable_sort(
        m_jobs, {}, [this, &places](const LocalJobId &id) { return places.value(inputOf(*m_queue->job(id)), -1); });
    if (const auto written = m_results->finish(m_jobs); !written) {
        m_terminal.error(written.error());
        m_hasProblem = true;
        return;
    }
    if (m_report.completed() > 0 && !m_results->commonFile().isEmpty())
        m_terminal.say(tr("Results are in %1.").arg(QDir::toNativeSeparators(m_results->commonFile())));
}

void RunCommand::timeIsOver()
{
    m_terminal.say(tr("extract-studio-cli: The time limit of %n second(s) is over. What is not done is cancelled.",
                      nullptr, *m_options.timeout));
    m_stopStatus = SomeFailed;
    cancelAll();
}

void RunCommand::stop()
{
    if (!m_isGoing || m_isStopping)
        return emit finished(Interrupted);
    if (m_folder.isLasting()) {
        m_isStopping = true;
        tellWhatIsLeft();
        return finish();
    }
    m_terminal.say(tr("Stopped. What is not done is cancelled, since there is no --output folder in which it could be "
                      "kept."));
    cancelAll();
}

void RunCommand::cancelAll()
{
    m_isStopping = true;
    // The local service goes with its jobs; after Ctrl+C it is gone already.
    if (!m_isGoing || (m_access.wish().isLocal() && !m_folder.isLasting()))
        return finish();
    m_limit.set(farewell, [this] { finish(); });
    for (const auto &id : m_queue->ids())
        m_queue->cancel(id);
    if (m_queue->unfinished() == 0)
        finish();
}

void RunCommand::tellWhatIsLeft()
{
    const auto &wish = m_access.wish();
    const auto there = static_cast<int>(std::ranges::count_if(
        m_jobs, [this](const LocalJobId &id) { return m_queue->job(id)->phase == jobs::Phase::Waiting; }));
    const auto left = m_queue->unfinished();
    if (left == 0)
        return m_terminal.say(tr("Stopped."));
    if (wish.isLocal() || there == 0)
        return m_terminal.say(
            tr("Stopped. %n document(s) are not done; the same command goes on with them.", nullptr, left));
    m_terminal.say(tr("Stopped. %n job(s) go on at %1, and", nullptr, there).arg(wish.profile.name) + u' ' +
                   tr("%n document(s) were not sent yet; the same command goes on with both.", nullptr, left - there));
}

void RunCommand::finish()
{
    if (std::exchange(m_isFinished, true))
        return;
    m_limit.drop();
    disconnect(m_queue.get(), nullptr, this, nullptr);
    writeCommonFile();
    m_report.end();
    if (m_queue->unfinished() == 0)
        m_folder.forgetServiceFolder();
    const auto isAllDone = m_isGoing && m_report.completed() == m_report.count() && !m_hasProblem;
    if (isAllDone)
        return emit finished(AllDone);
    // Whoever watches a folder has no other way to end it.
    const auto isEndOfWatch = isWatching() && m_queue->unfinished() == 0;
    emit finished(m_isStopping && !isEndOfWatch ? m_stopStatus : SomeFailed);
}

} // namespace xs::cli
