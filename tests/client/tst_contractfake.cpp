// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/contractsuite.h"
#include "support/fakeserver.h"
#include "support/faketime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::test;

class TestContractFake : public ContractSuite
{
    Q_OBJECT

protected:
    client::Network network() override { return {m_manager, m_time, m_time, {}}; }
    client::Connection connection() override
    {
        m_manager.answer = [this](const FakeRequest &request) { return m_server.answer(request); };
        return {u"fake"_s, QUrl(u"https://fake.example.com"_s), u"llx-good"_s, {}, 0};
    }
    void runToEnd(client::Call &call) override
    {
        call.start();
        m_time.runUntil([&call] { return call.state() != client::Call::State::Running; });
    }
    void pause() override { m_time.advance(std::chrono::seconds(1)); }

private:
    FakeTime m_time;
    FakeNetwork m_manager{m_time};
    FakeServer m_server{m_time};
};

QTEST_GUILESS_MAIN(TestContractFake)
#include "tst_contractfake.moc"
