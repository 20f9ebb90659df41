// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/migrations.h"

#include "server/fixtures.h"
#include "server/jobstore.h"
#include "server/webhookstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

/// A store that an earlier version has written goes on with everything that is in it.
class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void aStoreOfTheFirstVersion()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"service.sqlite"_s);
        test::FixedClock clock;
        QString id;
        {
            auto old = StoreThread::open(path, {migrations().front()});
            QVERIFY(old);
            StoredJob job;
            job.input = u"dfl-1"_s;
            job.request["configuration"] = {{"tier", "agentic"}};
            id = JobStore(**old, clock).create(job)->id;
            QVERIFY(!WebhookStore(**old, clock).list());
        }
        auto store = StoreThread::open(path, migrations());
        QVERIFY(store);
        const auto job = JobStore(**store, clock).find(JobKind::Extract, id);
        QVERIFY(job);
        QCOMPARE(toQString(job->request["configuration"]["tier"]), u"agentic"_s);
        WebhookStore webhooks(**store, clock);
        const auto saved = webhooks.add({{"webhook_url", "http://127.0.0.1/"}});
        QCOMPARE(webhooks.list()->size(), 1u);
        QCOMPARE(webhooks.list()->front().id, saved->id);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
