// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "client/accessmanager.h"
#include "client/contractsuite.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::test;

/// The same suite against the real service on a loopback port.
class TestContractService : public ContractSuite
{
    Q_OBJECT

protected:
    client::Network network() override { return {m_manager, m_clock, m_scheduler, {}}; }

    client::Connection connection() override
    {
        if (m_service.state() == QProcess::NotRunning) {
            m_service.start(QStringLiteral(XS_BIN_DIR "/extract-studio-service"),
                            {u"--port"_s, u"0"_s, u"--data"_s, m_data.path(), u"--exit-on-stdin-eof"_s});
            if (!m_service.waitForReadyRead(60'000))
                qFatal("the service does not start");
            const auto hello = parseJson(m_service.readLine());
            if (!hello)
                qFatal("the service does not say where it is");
            m_connection = {
                u"service"_s, QUrl(toQString(member(*hello, "url"))), toQString(member(*hello, "token")), {}, 0};
        }
        return m_connection;
    }

    void runToEnd(client::Call &call) override
    {
        call.start();
        if (!QTest::qWaitFor([&call] { return call.state() != client::Call::State::Running; }, 120'000))
            qFatal("a call does not end");
    }

    void pause() override { QTest::qWait(50); }

private slots:
    void cleanupTestCase()
    {
        m_service.kill();
        m_service.waitForFinished();
    }

private:
    QTemporaryDir m_data;
    QProcess m_service;
    client::Connection m_connection;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    client::AccessManager m_manager;
};

QTEST_GUILESS_MAIN(TestContractService)
#include "tst_contractservice.moc"
