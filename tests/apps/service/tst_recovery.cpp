// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;

/// What was acknowledged is kept, whatever happens to the process.
class TestRecovery : public QObject
{
    Q_OBJECT

private:
    const QString m_jobs = u"/api/v2/extract"_s;

private slots:
    void aKilledServiceTakesItsJobsUpAgain()
    {
        const QTemporaryDir folder;
        const auto data = folder.filePath(u"data"_s);
        QStringList ids;
        {
            RunningService service(data, {u"--workers"_s, u"1"_s});
            const auto file = service.uploadSample(u"resources/samples/manypages.pdf"_s);
            for (int i = 0; i < 6; ++i)
                ids << service.post(m_jobs, createBody(file)).text("id");
            service.killNow();
        }
        QVERIFY(!ids.contains(QString()));
        RunningService service(data);
        for (const auto &id : ids) {
            const auto job = service.waitForJob(id);
            QCOMPARE(job.text("status"), u"COMPLETED"_s);
            QVERIFY(job.json["extract_result"].is_object());
        }
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
