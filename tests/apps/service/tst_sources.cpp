// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"
#include "support/webserver.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;

/// Parse jobs on documents that are named by their address.
class TestSources : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    xs::test::WebServer m_web;
    const QString m_path = u"/api/v2/parse"_s;

    static Json body(const QString &url)
    {
        return {{"tier", "agentic"}, {"version", "latest"}, {"source_url", toStd(url)}};
    }
    static QString statusOf(const Answer &answer)
    {
        return stringMember(member(answer.json, "job"), "status").value_or(QString());
    }
    static Answer waitFor(RunningService &service, const QString &id, const QString &query = {})
    {
        Answer answer;
        const auto isOver = [&] {
            answer = service.get(u"/api/v2/parse/%1%2"_s.arg(id, query));
            return statusOf(answer) != u"PENDING"_s && statusOf(answer) != u"RUNNING"_s;
        };
        (void)QTest::qWaitFor(isOver, 60'000);
        return answer;
    }

private slots:
    void initTestCase()
    {
        m_web.putFile(u"/form.pdf"_s, readFile(QStringLiteral(XS_SOURCE_DIR "/resources/samples/form.pdf")));
        m_web.put(u"/missing"_s, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    }

    void aDocumentIsFetchedAndRead()
    {
        RunningService service(m_folder.filePath(u"a"_s));
        const auto made = service.post(m_path, body(m_web.url(u"/form.pdf"_s)));
        QCOMPARE(made.status, 200);
        QCOMPARE(made.text("name"), u"form.pdf"_s);
        const auto done = waitFor(service, made.text("id"), u"?expand=text"_s);
        QCOMPARE(statusOf(done), u"COMPLETED"_s);
        const auto file = service.uploadSample(u"resources/samples/form.pdf"_s);
        const auto same =
            service.post(m_path, {{"tier", "agentic"}, {"version", "latest"}, {"file_id", toStd(file)}}).text("id");
        QCOMPARE(done.json["text"], waitFor(service, same, u"?expand=text"_s).json["text"]);
        QCOMPARE(m_web.asked(), QStringList(u"/form.pdf"_s));
    }

    void whatCannotBeFetchedFailsItsJob()
    {
        RunningService service(m_folder.filePath(u"b"_s));
        const auto id = service.post(m_path, body(m_web.url(u"/missing"_s))).text("id");
        const auto done = waitFor(service, id);
        QCOMPARE(statusOf(done), u"FAILED"_s);
        const auto message = stringMember(done.json["job"], "error_message").value_or(QString());
        QVERIFY2(message.startsWith("SOURCE_NOT_FOUND: "_L1) && message.contains("404"_L1), qPrintable(message));
    }

    void otherComputersAreOffUnlessAllowed()
    {
        // An address that is kept for documentation: nothing answers there (RFC 5737).
        const auto elsewhere = body(u"http://192.0.2.1/form.pdf"_s);
        {
            RunningService service(m_folder.filePath(u"c"_s));
            const auto refused = service.post(m_path, elsewhere);
            QCOMPARE(refused.status, 400);
            QVERIFY(refused.detail().startsWith("inputs_invalid: "_L1) &&
                    refused.detail().contains("--allow-any-source"_L1));
            QVERIFY(service.get(m_path).json["items"].empty());
        }
        RunningService service(m_folder.filePath(u"c"_s), {u"--allow-any-source"_s});
        const auto made = service.post(m_path, elsewhere);
        QCOMPARE(made.status, 200);
        const auto cancelled = service.send("POST", m_path + u'/' + made.text("id") + u"/cancel"_s);
        // There may be no way there at all.
        QVERIFY(cancelled.status == 200 || cancelled.status == 409);
    }

    void aKillWhileFetchingLosesNothing()
    {
        const auto folder = m_folder.filePath(u"d"_s);
        QString id;
        {
            RunningService service(folder);
            const auto asked = m_web.asked().size();
            id = service.post(m_path, body(m_web.url(u"/late.pdf"_s))).text("id");
            QTRY_COMPARE_WITH_TIMEOUT(m_web.asked().size(), asked + 1, 60'000);
            service.killNow();
        }
        m_web.putFile(u"/late.pdf"_s, readFile(QStringLiteral(XS_SOURCE_DIR "/resources/samples/form.pdf")));
        RunningService service(folder);
        QCOMPARE(statusOf(waitFor(service, id)), u"COMPLETED"_s);
        QCOMPARE(service.get(u"/api/v1/beta/files"_s).json["items"].size(), 1u);
        QVERIFY(QDir(folder + u"/incoming"_s).entryList(QDir::Files).isEmpty());
    }

    void aCancelledDownloadEnds()
    {
        RunningService service(m_folder.filePath(u"e"_s), {u"--workers"_s, u"1"_s});
        const auto ended = m_web.ended();
        const auto asked = m_web.asked().size();
        const auto id = service.post(m_path, body(m_web.url(u"/silent.pdf"_s))).text("id");
        QTRY_COMPARE_WITH_TIMEOUT(m_web.asked().size(), asked + 1, 60'000);
        QCOMPARE(service.send("POST", m_path + u'/' + id + u"/cancel"_s).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(m_web.ended(), ended + 1, 60'000);
        // The only worker is free again.
        const auto next = service.post(m_path, body(m_web.url(u"/form.pdf"_s))).text("id");
        QCOMPARE(statusOf(waitFor(service, next)), u"COMPLETED"_s);
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
