// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/lane.h"

#include "jobs/jobtable.h"

#include <QRandomGenerator>

#include <algorithm>

namespace xs::jobs {

namespace {

/// The lane itself decides about repeating, for all its jobs together.
client::Network withoutRepeats(client::Network network)
{
    network.policy.attempts = 1;
    return network;
}

} // namespace

Lane::Lane(QString connectionName, JobTable &table, const client::Network &network,
           const JobQueue::ConnectionProvider &connections, const JobPolicy &policy)
    : m_name(std::move(connectionName)), m_table(table), m_network(network), m_connections(connections),
      m_policy(policy), m_gate(network.clock, policy), m_poller(table, withoutRepeats(network), policy, m_gate),
      m_alarm(network.scheduler)
{
    connect(&m_poller, &Poller::moved, this, &Lane::pumpSoon);
    connect(&m_poller, &Poller::through, this, &Lane::through);
    connect(&m_poller, &Poller::trouble, this, &Lane::trouble);
}

Lane::~Lane() = default;

Lane::Work *Lane::find(const LocalJobId &id)
{
    const auto found = std::ranges::find(m_works, id, [](const auto &work) { return work->id; });
    return found == m_works.end() ? nullptr : found->get();
}

void Lane::care(const LocalJobId &id)
{
    if (!find(id)) {
        auto work = std::make_unique<Work>();
        work->id = id;
        m_works.push_back(std::move(work));
        m_table.setTrouble(id, m_shownTrouble);
    }
    pumpSoon();
}

void Lane::interrupt(const LocalJobId &id)
{
    auto *work = find(id);
    const auto *record = m_table.find(id);
    // A create that is under way is waited for: only its answer says what there is to cancel.
    if (work && work->run && (!record || work->run->step() == Step::Upload))
        work->run.reset();
    if (work)
        work->notBefore = {};
    pumpSoon();
}

void Lane::retryNow()
{
    m_gate.open();
    m_withoutConnectionSince = {};
    for (auto &work : m_works)
        work->notBefore = {};
    pumpSoon();
}

void Lane::pumpSoon()
{
    if (std::exchange(m_pumpsSoon, true))
        return;
    QMetaObject::invokeMethod(this, &Lane::pump, Qt::QueuedConnection);
}

void Lane::pump()
{
    m_pumpsSoon = false;
    sweep();
    if (m_works.empty())
        return m_alarm.drop();
    const auto connection = m_connections(m_name);
    if (!connection) {
        if (!m_withoutConnectionSince.isValid())
            m_withoutConnectionSince = m_network.clock.now();
        showTrouble(connection.error());
        startSteps(nullptr);
    } else {
        m_withoutConnectionSince = {};
        if (m_gate.trouble().code == ErrorCode::None)
            showTrouble({});
        m_gate.setRequestsPerMinute(connection->requestsPerMinute);
        startSteps(&*connection);
        m_poller.pump(*connection);
    }
    if (isOutOfPatience())
        return pumpSoon();
    setAlarm();
}

/// Lets go of jobs that are over or gone, and hands those that wait for the server to the poller.
void Lane::sweep()
{
    std::erase_if(m_works, [this](const auto &work) {
        const auto *record = m_table.find(work->id);
        const auto isGone = !record || isOver(record->phase);
        if (isGone || nextStep(*record) != Step::Poll)
            m_poller.forget(work->id);
        else if (!work->run && !m_poller.isWatched(work->id))
            m_poller.watch(work->id);
        return isGone && !work->run;
    });
}

/// Without a connection only those steps that need none.
void Lane::startSteps(const client::Connection *connection)
{
    const auto now = m_network.clock.now();
    for (std::size_t i = 0; i < m_works.size(); ++i) {
        auto &work = *m_works[i];
        const auto *record = m_table.find(work.id);
        if (work.run || !record || (work.notBefore.isValid() && work.notBefore > now))
            continue;
        const auto step = nextStep(*record);
        if (step == Step::CancelHere)
            start(work, step, {});
        else if (connection && step != Step::None && step != Step::Poll && mayStart(step))
            start(work, step, *connection);
    }
}

bool Lane::mayStart(Step step) const
{
    const auto isUpload = [](Step s) { return s == Step::Upload; };
    const auto running = std::ranges::count_if(
        m_works, [&](const auto &work) { return work->run && isUpload(work->run->step()) == isUpload(step); });
    const auto limit = isUpload(step) ? m_policy.uploadsInFlight : m_policy.createsInFlight;
    return running < limit && m_gate.wait() <= milliseconds(0);
}

void Lane::start(Work &work, Step step, const client::Connection &connection)
{
    if (step != Step::CancelHere)
        m_gate.take();
    const JobRun::Context context{m_table, withoutRepeats(m_network), connection, m_policy.clockTolerance};
    work.run.reset(new JobRun(context, work.id, step));
    connect(work.run.get(), &JobRun::uploadProgress, this, &Lane::uploadProgress);
    connect(
        work.run.get(), &JobRun::over, this,
        [this, id = work.id](JobRun::Outcome outcome, const Error &error,
                             std::optional<client::milliseconds> retryAfter) { over(id, outcome, error, retryAfter); });
    work.run->start();
}

void Lane::over(const LocalJobId &id, JobRun::Outcome outcome, const Error &error,
                std::optional<client::milliseconds> retryAfter)
{
    auto *work = find(id);
    if (!work)
        return;
    const auto step = work->run->step();
    work->run.reset();
    pumpSoon();
    switch (outcome) {
    case JobRun::Outcome::Done:
        work->attempts = 0;
        work->looks = 0;
        work->notBefore = {};
        return step == Step::CancelHere ? void() : through();
    case JobRun::Outcome::TryAgain:
        return tryAgain(*work, step, error, retryAfter);
    case JobRun::Outcome::NotThere:
        through();
        return notThere(*work);
    case JobRun::Outcome::Stuck:
        // The store said why. The job rests until something changes.
        work->notBefore = m_network.clock.now().addMSecs(m_policy.longestTroubleWait.count());
    }
}

void Lane::tryAgain(Work &work, Step step, const Error &error, std::optional<client::milliseconds> retryAfter)
{
    const auto isLost = step == Step::Create && m_table.find(work.id)->createSentAt.isValid();
    const auto now = m_network.clock.now();
    if (isLost) {
        work.looks = 0;
        work.lastError = error;
        work.notBefore = now.addMSecs(m_policy.lookUpWait.count());
    }
    if (causeOf(error) == Cause::Way)
        return trouble(error, retryAfter);
    ++work.attempts;
    work.lastError = error;
    if (!isLost && step != Step::LookUp && work.attempts >= m_network.policy.attempts)
        return giveUp(work.id, error);
    const client::AttemptOutcome outcome{.error = error, .httpStatus = 0, .retryAfter = retryAfter};
    const auto wait =
        client::waitAfter(m_network.policy, work.attempts, outcome, QRandomGenerator::global()->generateDouble());
    work.notBefore = now.addMSecs(std::max<qint64>(wait.count(), isLost ? m_policy.lookUpWait.count() : 0));
}

void Lane::notThere(Work &work)
{
    if (++work.looks < m_policy.lookUps) {
        work.notBefore = m_network.clock.now().addMSecs(m_policy.lookUpWait.count());
        return;
    }
    work.looks = 0;
    (void)m_table.change(work.id, [](JobRecord &job) { job.createSentAt = {}; });
    if (work.attempts >= m_network.policy.attempts)
        giveUp(work.id, work.lastError);
}

void Lane::giveUp(const LocalJobId &id, const Error &error)
{
    if (auto *work = find(id); work && work->run)
        work->run.reset();
    m_poller.forget(id);
    (void)m_table.change(id, [&error](JobRecord &job) {
        job.error = error;
        job.phase = Phase::Failed;
    });
}

void Lane::trouble(const Error &error, std::optional<client::milliseconds> retryAfter)
{
    m_gate.close(error, retryAfter);
    showTrouble(error);
    pumpSoon();
}

void Lane::through()
{
    m_gate.succeeded();
    showTrouble(m_gate.trouble());
}

void Lane::showTrouble(const Error &error)
{
    if (std::exchange(m_shownTrouble, error) == error)
        return;
    for (const auto &work : m_works)
        m_table.setTrouble(work->id, error);
}

/// Fails all jobs when the server could not be reached for longer than the policy allows.
bool Lane::isOutOfPatience()
{
    // A server that asks for patience is there.
    if (!m_policy.patience || m_shownTrouble.code == ErrorCode::RateLimited)
        return false;
    const auto without = m_withoutConnectionSince.isValid()
                             ? milliseconds(m_withoutConnectionSince.msecsTo(m_network.clock.now()))
                             : m_gate.troubleFor();
    if (without < *m_policy.patience || m_shownTrouble.code == ErrorCode::None)
        return false;
    const auto reason = std::exchange(m_shownTrouble, Error{});
    m_gate.open();
    std::vector<LocalJobId> ids;
    for (const auto &work : m_works)
        ids.push_back(work->id);
    for (const auto &id : ids)
        giveUp(id, reason);
    return true;
}

void Lane::setAlarm()
{
    const auto now = m_network.clock.now();
    std::optional<milliseconds> wait;
    const auto atLeast = [&wait](milliseconds other) { wait = std::min(wait.value_or(other), other); };
    const auto closed = std::max(m_gate.wait(), milliseconds(0));
    if (closed > milliseconds(0))
        atLeast(closed);
    for (const auto &work : m_works)
        if (!work->run && work->notBefore.isValid() && work->notBefore > now)
            atLeast(milliseconds(now.msecsTo(work->notBefore)));
    if (const auto due = m_poller.nextDue())
        atLeast(std::max(*due, closed));
    if (m_policy.patience && m_shownTrouble.code != ErrorCode::None)
        atLeast(*m_policy.patience);
    if (!wait)
        return m_alarm.drop();
    m_alarm.set(std::max(*wait, milliseconds(1)), [this] { pump(); });
}

} // namespace xs::jobs
