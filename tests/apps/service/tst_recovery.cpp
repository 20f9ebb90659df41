// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

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

    /// A kill at random moments, while files and jobs are sent without a pause.
    void everyAcknowledgedThingIsThereAfterAKill()
    {
        const QTemporaryDir folder;
        const auto data = folder.filePath(u"data"_s);
        const auto document = readFile(QStringLiteral(XS_SOURCE_DIR "/resources/samples/form.pdf"));
        QVERIFY(!document.isEmpty());
        QStringList files;
        QStringList jobs;
        for (int round = 0; round < 10; ++round) {
            RunningService service(data);
            QVERIFY(service.isUp());
            const auto killAt = QRandomGenerator::global()->bounded(400);
            QTimer::singleShot(killAt, &service.process(), [&service] { service.process().kill(); });
            while (service.process().state() == QProcess::Running) {
                const auto file = service.upload(u"form.pdf"_s, document).text("id");
                if (file.isEmpty())
                    break;
                files << file;
                if (const auto job = service.post(m_jobs, createBody(file)).text("id"); !job.isEmpty())
                    jobs << job;
            }
            (void)service.exitStatus();
        }
        QVERIFY(!jobs.isEmpty());
        RunningService service(data);
        for (const auto &job : jobs)
            QCOMPARE(service.waitForJob(job).text("status"), u"COMPLETED"_s);
        for (const auto &file : files) {
            const auto url = service.get(u"/api/v1/beta/files/%1/content"_s.arg(file)).text("url");
            QCOMPARE(service.get(url).body, document);
        }
        // Nothing is half written, and nothing is left that nobody owns.
        QVERIFY(QDir(data + u"/incoming"_s).isEmpty());
        const auto stored = QDir(data + u"/files"_s).entryList(QDir::Files);
        QStringList known;
        QString token;
        do {
            const auto page = service.get(u"/api/v1/beta/files?page_size=1000&page_token="_s + token);
            for (const auto &item : page.json["items"])
                known << toQString(item["id"]);
            token = page.text("next_page_token");
        } while (!token.isEmpty());
        known.sort();
        QCOMPARE(known, stored);
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
