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
    connect(&m_table, &JobTable::changed, this, &Lane::place);
    connect(&m_table, &JobTable::removed, this, &Lane::place);
    connect(&m_poller, &Poller::moved, this, &Lane::pumpSoon);
    connect(&m_poller, &Poller::through, this, &Lane::through);
    connect(&m_poller, &Poller::trouble, this, &Lane::trouble);
}

Lane::~Lane() = default;

Lane::Work *Lane::find(const LocalJobId &id)
{
    const auto found = m_works.find(id);
    return found == m_works.end() ? nullptr : found->second.get();
}

void Lane::care(const LocalJobId &id)
{
    if (!find(id)) {
        auto work = std::make_unique<Work>();
        work->id = id;
        work->number = ++m_lastNumber;
        m_works.emplace(id, std::move(work));
        m_table.setTrouble(id, m_shownTrouble);
    }
    place(id);
}

void Lane::place(const LocalJobId &id)
{
    auto *work = find(id);
    if (!work)
        return;
    unqueue(*work);
    const auto *record = m_table.find(id);
    const auto step = record ? nextStep(*record) : Step::None;
    if (step != Step::Poll)
        m_poller.forget(id);
    pumpSoon();
    if (work->run)
        return;
    // An upload that other jobs still need is removed by the last of them.
    if (step == Step::None || (step == Step::RemoveUpload && m_table.isNeeded(record->fileId))) {
        m_works.erase(id);
        return;
    }
    if (step == Step::Poll) {
        if (!m_poller.isWatched(id))
            m_poller.watch(id);
        return;
    }
    if (work->notBefore.isValid() && work->notBefore > m_network.clock.now()) {
        work->queue = Queue::Sleepers;
        m_sleepers.emplace(std::pair(work->notBefore, work->number), id);
        return;
    }
    work->queue = step == Step::CancelHere ? Queue::Here : step == Step::Upload ? Queue::Uploads : Queue::Requests;
    auto &queue = step == Step::CancelHere ? m_here : step == Step::Upload ? m_uploads : m_requests;
    queue.emplace(work->number, id);
}

void Lane::unqueue(Work &work)
{
    switch (std::exchange(work.queue, Queue::None)) {
    case Queue::None:
        break;
    case Queue::Here:
        m_here.erase(work.number);
        break;
    case Queue::Uploads:
        m_uploads.erase(work.number);
        break;
    case Queue::Requests:
        m_requests.erase(work.number);
        break;
    case Queue::Sleepers:
        m_sleepers.erase({work.notBefore, work.number});
        break;
    }
}

void Lane::wakeSleepers()
{
    const auto now = m_network.clock.now();
    while (!m_sleepers.empty() && m_sleepers.begin()->first.first <= now)
        place(LocalJobId(m_sleepers.begin()->second));
}

/// Makes the work sleep until a moment, or wakes it with an invalid one.
void Lane::sleep(Work &work, const QDateTime &until)
{
    unqueue(work);
    work.notBefore = until;
    place(LocalJobId(work.id));
}

void Lane::interrupt(const LocalJobId &id)
{
    auto *work = find(id);
    const auto *record = m_table.find(id);
    if (!work)
        return pumpSoon();
    // A create that is under way is waited for: only its answer says what there is to cancel.
    if (work->run && (!record || work->run->step() == Step::Upload))
        endRun(*work);
    sleep(*work, {});
}

void Lane::retryNow()
{
    m_gate.open();
    m_withoutConnectionSince = {};
    while (!m_sleepers.empty())
        sleep(*find(m_sleepers.begin()->second), {});
    pumpSoon();
}

void Lane::pumpSoon()
{
    if (std::exchange(m_pumpsSoon, true))
        return;
    QMetaObject::invokeMethod(this, &Lane::pump, Qt::QueuedConnection);
}

/// A clock that was set back must not make jobs wait for as long as it was set back. What waits is due at moments of
/// the clock before, so these are moved along.
void Lane::mindTheClock()
{
    const auto now = m_network.clock.now();
    const auto before = std::exchange(m_lastPump, now);
    if (!before.isValid() || before <= now)
        return;
    const auto span = milliseconds(now.msecsTo(before));
    m_gate.setBack(span);
    m_poller.setBack(span);
    if (m_withoutConnectionSince.isValid())
        m_withoutConnectionSince = m_withoutConnectionSince.addMSecs(-span.count());
    for (const auto &[moment, id] : std::exchange(m_sleepers, {})) {
        auto *work = find(id);
        work->notBefore = work->notBefore.addMSecs(-span.count());
        m_sleepers.emplace(std::pair(work->notBefore, work->number), id);
    }
}

void Lane::pump()
{
    m_pumpsSoon = false;
    mindTheClock();
    wakeSleepers();
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

/// Without a connection only those steps that need none.
void Lane::startSteps(const client::Connection *connection)
{
    while (!m_here.empty())
        start(*find(m_here.begin()->second), {});
    while (connection && !m_requests.empty() && mayStart(Queue::Requests))
        start(*find(m_requests.begin()->second), *connection);
    while (connection && !m_uploads.empty() && mayStart(Queue::Uploads))
        start(*find(m_uploads.begin()->second), *connection);
}

bool Lane::mayStart(Queue queue) const
{
    const auto hasRoom = queue == Queue::Uploads ? m_uploadsRunning < m_policy.uploadsInFlight
                                                 : m_requestsRunning < m_policy.createsInFlight;
    return hasRoom && m_gate.wait() <= milliseconds(0);
}

void Lane::start(Work &work, const client::Connection &connection)
{
    unqueue(work);
    const auto step = nextStep(*m_table.find(work.id));
    if (step != Step::CancelHere)
        m_gate.take();
    ++(step == Step::Upload ? m_uploadsRunning : m_requestsRunning);
    const JobRun::Context context{m_table, withoutRepeats(m_network), connection, m_policy.clockTolerance,
                                  m_serverAhead};
    work.run.reset(new JobRun(context, work.id, step));
    connect(work.run.get(), &JobRun::uploadProgress, this, &Lane::uploadProgress);
    connect(
        work.run.get(), &JobRun::over, this,
        [this, id = work.id](JobRun::Outcome outcome, const Error &error,
                             std::optional<client::milliseconds> retryAfter) { over(id, outcome, error, retryAfter); });
    work.run->start();
}

void Lane::endRun(Work &work)
{
    if (!work.run)
        return;
    --(work.run->step() == Step::Upload ? m_uploadsRunning : m_requestsRunning);
    work.run.reset();
}

void Lane::over(const LocalJobId &id, JobRun::Outcome outcome, const Error &error,
                std::optional<client::milliseconds> retryAfter)
{
    auto *work = find(id);
    if (!work)
        return;
    const auto step = work->run->step();
    const auto longest = m_network.clock.now().addMSecs(m_policy.longestTroubleWait.count());
    endRun(*work);
    switch (outcome) {
    case JobRun::Outcome::Done:
        work->attempts = 0;
        work->looks = 0;
        sleep(*work, {});
        return step == Step::CancelHere ? void() : through();
    case JobRun::Outcome::TryAgain:
        return tryAgain(*work, step, error, retryAfter);
    case JobRun::Outcome::NotThere:
        through();
        return notThere(*work);
    case JobRun::Outcome::SharedLater:
        m_gate.giveBack();
        return sleep(*work, m_network.clock.now().addMSecs(m_policy.shareWait.count()));
    case JobRun::Outcome::Stuck:
        // The store said why. The job rests until something changes.
        return sleep(*work, longest);
    }
}

void Lane::tryAgain(Work &work, Step step, const Error &error, std::optional<client::milliseconds> retryAfter)
{
    const auto isLost = step == Step::Create && m_table.find(work.id)->createSentAt.isValid();
    const auto now = m_network.clock.now();
    auto until = QDateTime();
    if (isLost) {
        work.looks = 0;
        work.lastError = error;
        until = now.addMSecs(m_policy.lookUpWait.count());
    }
    if (causeOf(error) == Cause::Way) {
        sleep(work, until);
        return trouble(error, retryAfter);
    }
    ++work.attempts;
    work.lastError = error;
    if (!isLost && step != Step::LookUp && work.attempts >= m_network.policy.attempts)
        return giveUp(work.id, error);
    const client::AttemptOutcome outcome{.error = error, .httpStatus = 0, .retryAfter = retryAfter};
    const auto wait =
        client::waitAfter(m_network.policy, work.attempts, outcome, QRandomGenerator::global()->generateDouble());
    sleep(work, now.addMSecs(std::max<qint64>(wait.count(), isLost ? m_policy.lookUpWait.count() : 0)));
}

void Lane::notThere(Work &work)
{
    if (++work.looks < m_policy.lookUps)
        return sleep(work, m_network.clock.now().addMSecs(m_policy.lookUpWait.count()));
    work.looks = 0;
    const auto id = work.id;
    if (work.attempts >= m_network.policy.attempts) {
        (void)m_table.change(id, [](JobRecord &job) { job.createSentAt = {}; });
        return giveUp(id, Error(work.lastError));
    }
    work.notBefore = {};
    (void)m_table.change(id, [](JobRecord &job) { job.createSentAt = {}; });
}

void Lane::giveUp(const LocalJobId &id, const Error &error)
{
    if (auto *work = find(id))
        endRun(*work);
    m_poller.forget(id);
    const auto *record = m_table.find(id);
    if (!record || isOver(record->phase)) {
        // Only something on the server was to be removed; it stays there.
        if (record)
            (void)m_table.change(
                id, [](JobRecord &job) { job.removeWanted = job.removeThereToo = job.removeUpload = false; });
        return;
    }
    (void)m_table.change(id, [error](JobRecord &job) {
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
    for (const auto &[id, work] : m_works)
        m_table.setTrouble(id, error);
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
    for (const auto &[id, work] : m_works)
        ids.push_back(id);
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
    if (!m_sleepers.empty())
        atLeast(milliseconds(now.msecsTo(m_sleepers.begin()->first.first)));
    if (const auto due = m_poller.nextDue())
        atLeast(std::max(*due, closed));
    if (m_policy.patience && m_shownTrouble.code != ErrorCode::None)
        atLeast(*m_policy.patience);
    if (!wait)
        return m_alarm.drop();
    m_alarm.set(std::max(*wait, milliseconds(1)), [this] { pump(); });
}

} // namespace xs::jobs
