// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tenancy.h"

#include "server/fixtures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestTenancy : public QObject
{
    Q_OBJECT

private slots:
    void theSameAfterARestart()
    {
        test::TemporaryStore temporary;
        test::FixedClock clock;
        const auto first = Tenancy::load(*temporary.store, clock);
        QVERIFY(first && first->projectId.startsWith("prj-"_L1));
        temporary.store = temporary.open();
        clock.advance(1000);
        const auto second = Tenancy::load(*temporary.store, clock);
        QCOMPARE(second->projectId, first->projectId);
        QCOMPARE(second->organizationId, first->organizationId);
        QCOMPARE(second->createdAt, first->createdAt);
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::newRow("none") << QByteArray() << 0;
        QTest::newRow("empty") << QByteArray("project_id=&organization_id=") << 0;
        QTest::newRow("own") << QByteArray("project_id=prj-1&organization_id=org") << 0;
        QTest::newRow("bare") << QByteArray("project_id=1") << 0;
        QTest::newRow("other project") << QByteArray("project_id=prj-2") << 403;
        QTest::newRow("other organization") << QByteArray("project_id=prj-1&organization_id=prj-1") << 403;
    }
    void othersAreRefused()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, status);
        Tenancy tenancy{u"prj-1"_s, u"org"_s, {}, OtherProjects::Refused};
        const auto request = test::makeRequest("GET", "/x?" + query);
        const auto refusal = tenancy.refuseOthers(request);
        QCOMPARE(refusal ? refusal->status : 0, status);
        tenancy.others = OtherProjects::Ignored;
        QVERIFY(!tenancy.refuseOthers(request));
    }
};

QTEST_GUILESS_MAIN(TestTenancy)
#include "tst_tenancy.moc"
