// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;

/// A data folder on a disk that is full, or that cannot be written. The disk is a small tmpfs that only the service
/// sees (a mount namespace of its own), so nobody else is disturbed and no rights are needed where the system lets
/// users have namespaces.
class TestDisk : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const QString m_jobs = u"/api/v2/extract"_s;
    const QString m_files = u"/api/v1/beta/files"_s;

    QString disk() const { return m_folder.filePath(u"disk"_s); }

    /// Runs the service after some shell commands in the namespace.
    QStringList launcher(const QString &prepare) const
    {
        return {u"unshare"_s, u"--user"_s, u"--map-root-user"_s,          u"--mount"_s,
                u"sh"_s,      u"-ec"_s,    prepare + uR"(; exec "$@")"_s, u"sh"_s};
    }
    QString mountDisk(const QString &size) const
    {
        return u"mount -t tmpfs -o size=%1,mode=700 none '%2'"_s.arg(size, disk());
    }
    /// The disk as the service sees it.
    QString seen(RunningService &service) const
    {
        return u"/proc/%1/root%2"_s.arg(service.process().processId()).arg(disk());
    }

    /// Fills what is left.
    static bool fill(const QString &path)
    {
        QFile ballast(path + u"/ballast"_s);
        if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        for (auto piece : {65'536, 4096, 1})
            while (ballast.write(QByteArray(piece, 'x')) == piece) {
            }
        return true;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(disk()));
        QProcess probe;
        const auto command = launcher(mountDisk(u"1m"_s)) + QStringList{u"true"_s};
        probe.start(command.first(), command.mid(1));
        if (!probe.waitForFinished() || probe.exitCode() != 0)
            QSKIP("this system gives users no mount namespace");
    }

    void aFullDiskIsToldAndTakesNothingAway()
    {
        RunningService service(disk() + u"/data"_s, {u"--workers"_s, u"1"_s}, launcher(mountDisk(u"8m"_s)));
        QVERIFY(service.isUp());
        const auto document = readFile(QStringLiteral(XS_SOURCE_DIR "/tests/samples/plain.pdf"));
        const auto file = service.upload(u"plain.pdf"_s, document).text("id");
        const auto done = service.post(m_jobs, createBody(file)).text("id");
        QCOMPARE(service.waitForJob(done).text("status"), u"COMPLETED"_s);

        QVERIFY(fill(seen(service)));
        const auto refused = service.upload(u"large.pdf"_s, QByteArray(3'000'000, 'x'));
        QCOMPARE(refused.status, 507);
        QVERIFY2(refused.detail().contains("stored"_L1), qPrintable(refused.detail()));
        // Every answer is either a promise or a 507.
        QStringList promised;
        int refusals = 0;
        for (int i = 0; i < 200 && refusals < 5; ++i) {
            const auto answer = service.post(m_jobs, createBody(file));
            if (answer.status == 200) {
                promised << answer.text("id");
            } else {
                QCOMPARE(answer.status, 507);
                ++refusals;
            }
        }
        QCOMPARE(refusals, 5);
        // Deleting may need room that is not there; then nothing is deleted.
        const auto deleted = service.send("DELETE", m_files + u'/' + file);
        QVERIFY2(deleted.status == 204 || deleted.status == 507, deleted.body.constData());
        if (deleted.status == 507) {
            const auto url = service.get(m_files + u"/%1/content"_s.arg(file)).text("url");
            QCOMPARE(service.get(url).body, document);
        }
        QCOMPARE(service.get(m_jobs + u'/' + done).text("status"), u"COMPLETED"_s);
        QVERIFY(service.get(m_jobs + u'/' + done).json["extract_result"].is_object());

        QVERIFY(QFile::remove(seen(service) + u"/ballast"_s));
        for (const auto &job : promised) {
            const auto end = service.waitForJob(job);
            QVERIFY2(end.text("status") == "COMPLETED"_L1 || deleted.status == 204, end.body.constData());
        }
        QCOMPARE(service.upload(u"plain.pdf"_s, document).status, 201);
        // What was refused left nothing behind.
        QVERIFY(QDir(seen(service) + u"/data/incoming"_s).isEmpty());
        const auto listed = service.get(m_files + u"?page_size=100"_s).json["items"].size();
        QCOMPARE(QDir(seen(service) + u"/data/files"_s).entryList(QDir::Files).size(), qsizetype(listed));
    }

    void aDiskThatIsFullAtTheStart()
    {
        RunningService service(disk() + u"/data"_s, {},
                               launcher(mountDisk(u"1m"_s) +
                                        u"; dd if=/dev/zero of='%1/ballast' bs=64k 2>/dev/null || true"_s.arg(disk())));
        checkFailure(service);
    }

    void aFolderThatCannotBeWritten()
    {
        const auto data = m_folder.filePath(u"readonly"_s);
        QString file;
        {
            RunningService service(data);
            file = service.uploadSample(u"tests/samples/plain.pdf"_s);
            QVERIFY(!file.isEmpty());
        }
        {
            RunningService service(data, {},
                                   launcher(u"mount --bind '%1' '%1'; mount -o remount,bind,ro '%1'"_s.arg(data)));
            checkFailure(service);
        }
        RunningService service(data);
        QCOMPARE(service.get(m_files + u"?file_ids="_s + file).json["items"].size(), 1u);
    }

private:
    /// A code for programs, one sentence for people, an exit status.
    static void checkFailure(RunningService &service)
    {
        const auto line = service.firstLine();
        const auto code = toQString(member(member(line, "error"), "code"));
        QCOMPARE(service.exitStatus(), 1);
        const auto sentence = service.process().readAllStandardError();
        QVERIFY2(sentence.startsWith("extract-studio-service: the data folder ") && sentence.count('\n') == 1,
                 sentence.constData());
        QCOMPARE(code, u"StoreUnavailable"_s);
    }
};

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_disk.moc"
