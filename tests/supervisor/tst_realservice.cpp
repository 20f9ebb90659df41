// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/accessmanager.h"
#include "client/connections.h"
#include "client/listprojectscall.h"
#include "jobs/jobqueue.h"
#include "jobs/jobstore.h"
#include "supervisor/servicesupervisor.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::jobs;

/// Supervisor, queue and service together, as the window uses them.
class TestRealService : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theKeyOfOneStartOpensNothingElse();
    void theKeyOfACloudIsNotHandedOn();
    void jobsSurviveAServiceThatIsKilled();
    void jobsSurviveARestartOfTheWindow();
    void endsPromptly();

private:
    static constexpr int ceiling = 120'000;

    std::unique_ptr<supervisor::ServiceSupervisor> startService();
    std::unique_ptr<JobQueue> openQueue(JobStore &store, const supervisor::ServiceSupervisor &service);
    ErrorCode check(client::Connection connection);

    SystemClock m_clock;
    SystemScheduler m_scheduler;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<client::AccessManager> m_manager;
    Json m_configuration;
    QStringList m_documents;
};

void TestRealService::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_manager = std::make_unique<client::AccessManager>();
    const auto samples = QStringLiteral(XS_SOURCE_DIR "/resources/samples/");
    auto schema = readJsonFile(samples + u"invoice.schema.json"_s);
    QVERIFY(schema);
    m_configuration = {{"data_schema", *schema}, {"tier", "cost_effective"}, {"extraction_target", "per_doc"}};
    m_documents.clear();
    for (int i = 0; i < 12; ++i) {
        m_documents << m_folder->filePath(u"%1.pdf"_s.arg(i));
        QVERIFY(QFile::copy(samples + u"invoice.pdf"_s, m_documents.back()));
    }
}

std::unique_ptr<supervisor::ServiceSupervisor> TestRealService::startService()
{
    supervisor::ServiceOptions options;
    options.program = QStringLiteral(XS_BIN_DIR "/extract-studio-service");
    options.dataFolder = m_folder->filePath(u"service"_s);
    options.firstWait = std::chrono::milliseconds(50);
    auto service = std::make_unique<supervisor::ServiceSupervisor>(options, m_clock, m_scheduler);
    service->start();
    return service;
}

std::unique_ptr<JobQueue> TestRealService::openQueue(JobStore &store, const supervisor::ServiceSupervisor &service)
{
    const client::Network network{*m_manager, m_clock, m_scheduler, {}};
    auto queue =
        std::make_unique<JobQueue>(store, network, [&service](const QString &) { return service.connection(); });
    connect(&service, &supervisor::ServiceSupervisor::ready, queue.get(),
            [queue = queue.get()] { queue->connectionChanged(client::thisComputer.toString()); });
    if (!queue->resume())
        qFatal("the store cannot be read");
    return queue;
}

ErrorCode TestRealService::check(client::Connection connection)
{
    client::ListProjectsCall call({*m_manager, m_clock, m_scheduler, {}}, std::move(connection));
    call.start();
    if (!QTest::qWaitFor([&call] { return call.state() != client::Call::State::Running; }, ceiling))
        qFatal("no answer");
    return call.error().code;
}

void TestRealService::theKeyOfOneStartOpensNothingElse()
{
    const auto first = startService();
    QTRY_VERIFY_WITH_TIMEOUT(first->connection(), ceiling);
    QCOMPARE(check(*first->connection()), ErrorCode::None);
    auto stranger = *first->connection();
    stranger.key = QString(64, u'0');
    QCOMPARE(check(stranger), ErrorCode::WrongKey);
    stranger.key.clear();
    QCOMPARE(check(stranger), ErrorCode::WrongKey);
}

void TestRealService::theKeyOfACloudIsNotHandedOn()
{
    qputenv("LLAMA_CLOUD_API_KEY", "llx-of-a-cloud");
    const auto service = startService();
    qunsetenv("LLAMA_CLOUD_API_KEY");
    QTRY_VERIFY_WITH_TIMEOUT(service->connection(), ceiling);
    QFile environment(u"/proc/%1/environ"_s.arg(service->processId()));
    QVERIFY(environment.open(QIODevice::ReadOnly));
    const auto text = environment.readAll();
    QVERIFY(text.contains("PATH="));
    QVERIFY(!text.contains("llx-of-a-cloud"));
}

void TestRealService::jobsSurviveAServiceThatIsKilled()
{
    const auto service = startService();
    auto store = JobStore::open(m_folder->filePath(u"jobs.sqlite"_s));
    QVERIFY(store);
    const auto queue = openQueue(**store, *service);
    QSignalSpy restarts(service.get(), &supervisor::ServiceSupervisor::restarting);
    const auto ids = queue->add(m_documents, m_configuration, client::thisComputer.toString());
    QVERIFY(ids);
    const auto completed = [&] {
        return std::ranges::count_if(*ids, [&](const auto &id) { return queue->job(id)->phase == Phase::Completed; });
    };
    for (const auto goal : {0, 4}) {
        QTRY_VERIFY_WITH_TIMEOUT(service->processId() != 0 && service->connection() && completed() >= goal, ceiling);
        const auto before = restarts.size();
        ::kill(static_cast<pid_t>(service->processId()), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(restarts.size() > before, ceiling);
    }
    QTRY_COMPARE_WITH_TIMEOUT(queue->unfinished(), 0, ceiling);
    for (const auto &id : *ids)
        QVERIFY2(queue->job(id)->phase == Phase::Completed,
                 qPrintable(errorCodeName(queue->job(id)->error.code) + queue->job(id)->error.detail));
}

void TestRealService::jobsSurviveARestartOfTheWindow()
{
    const auto path = m_folder->filePath(u"jobs.sqlite"_s);
    std::vector<LocalJobId> ids;
    {
        const auto service = startService();
        auto store = JobStore::open(path);
        const auto queue = openQueue(**store, *service);
        ids = *queue->add(m_documents, m_configuration, client::thisComputer.toString());
        QTRY_VERIFY_WITH_TIMEOUT(queue->unfinished() < 12, ceiling);
        QVERIFY(queue->unfinished() > 0);
    }
    const auto service = startService();
    auto store = JobStore::open(path);
    const auto queue = openQueue(**store, *service);
    QVERIFY(queue->ids() == ids);
    QTRY_COMPARE_WITH_TIMEOUT(queue->unfinished(), 0, ceiling);
    for (const auto &id : ids) {
        QCOMPARE(queue->job(id)->phase, Phase::Completed);
        QCOMPARE(toQString(member(member(*queue->answer(id), "extract_result"), "invoice_number")), u"TL-2026-0382"_s);
    }
}

/// A connection that is kept open must not hold the service back; else it would be killed in the end.
void TestRealService::endsPromptly()
{
    const auto service = startService();
    QTRY_VERIFY_WITH_TIMEOUT(service->connection(), ceiling);
    QCOMPARE(check(*service->connection()), ErrorCode::None);
    QSignalSpy stopped(service.get(), &supervisor::ServiceSupervisor::stopped);
    QVERIFY2(service->stop(), "the service had to be killed");
}

QTEST_GUILESS_MAIN(TestRealService)
#include "tst_realservice.moc"
