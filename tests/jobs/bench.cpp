// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/bench.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::test {

Bench::Bench()
{
    manager.answer = [this](const FakeRequest &request) { return server.answer(request); };
    policy.jitter = 0;
    start();
}

Bench::~Bench() = default;

void Bench::start()
{
    auto opened = jobs::JobStore::open(folder.filePath(u"jobs.sqlite"_s));
    Q_ASSERT(opened);
    store = std::move(*opened);
    const client::Network network{manager, time, time, requestPolicy};
    queue = std::make_unique<jobs::JobQueue>(
        *store, network, [this](const QString &) { return connection; }, policy);
    QObject::connect(queue.get(), &jobs::JobQueue::jobAdded, queue.get(), [this](const LocalJobId &id) { note(id); });
    QObject::connect(queue.get(), &jobs::JobQueue::jobChanged, queue.get(), [this](const LocalJobId &id) { note(id); });
    QObject::connect(queue.get(), &jobs::JobQueue::jobRemoved, queue.get(), [this] { server.log << u"job removed"_s; });
    const auto resumed = queue->resume();
    Q_ASSERT(resumed);
}

std::vector<LocalJobId> Bench::add(int count)
{
    QStringList paths;
    for (int i = 1; i <= count; ++i) {
        paths << folder.filePath(u"%1.pdf"_s.arg(i));
        (void)writeFile(paths.back(), "%PDF " + QByteArray::number(i));
    }
    const Json configuration{{"data_schema", {{"type", "object"}}}, {"tier", "cost_effective"}};
    const auto added = queue->add(paths, configuration, u"fake"_s);
    return added ? *added : std::vector<LocalJobId>();
}

void Bench::setAttempts(int attempts)
{
    requestPolicy.attempts = attempts;
    restart();
}

void Bench::restart()
{
    queue.reset();
    store.reset();
    time.settle();
    start();
}

bool Bench::finish()
{
    return time.runUntil([this] { return queue->unfinished() == 0; });
}

bool Bench::reach(const LocalJobId &id, jobs::Phase phase)
{
    return time.runUntil([&] { return queue->job(id)->phase == phase; });
}

QString Bench::takeLog()
{
    return std::exchange(server.log, {}).join(", "_L1);
}

int Bench::number(const LocalJobId &id) const
{
    return QFileInfo(job(id).document.name).baseName().toInt();
}

void Bench::note(const LocalJobId &id)
{
    const auto phase = job(id).phase;
    const auto known = m_phases.find(id.text());
    if (known != m_phases.end() && known->second == phase)
        return;
    m_phases[id.text()] = phase;
    server.log << u"job %1 %2"_s.arg(number(id)).arg(jobs::phaseName(phase));
}

FakeServer::Fault lost(QNetworkReply::NetworkError error)
{
    return {FakeServer::Fault::Kind::Afterwards, FakeAnswer::broken(error)};
}

FakeServer::Fault unreachable(QNetworkReply::NetworkError error)
{
    return {FakeServer::Fault::Kind::Instead, FakeAnswer::broken(error)};
}

FakeServer::Fault instead(int status, const QByteArray &retryAfter)
{
    auto answer = FakeAnswer::refusal(status, u"HTTP %1"_s.arg(status));
    if (!retryAfter.isEmpty())
        answer.headers << qMakePair(QByteArray("Retry-After"), retryAfter);
    return {FakeServer::Fault::Kind::Instead, answer};
}

} // namespace xs::test
