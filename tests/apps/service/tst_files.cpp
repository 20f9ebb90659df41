// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;

/// Files over HTTP, and what every route has in common.
class TestFiles : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RunningService> m_service;
    const QString m_files = u"/api/v1/beta/files"_s;

    QByteArray head(const QByteArray &method, const QString &path) const
    {
        return method + ' ' + path.toUtf8() +
               " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(QUrl(m_service->url()).port()) +
               "\r\nAuthorization: Bearer " + m_service->token() + "\r\n";
    }

    static QByteArray statusLine(const QByteArray &answer) { return answer.left(answer.indexOf('\r')); }

private slots:
    void initTestCase()
    {
        m_service = std::make_unique<RunningService>(m_folder.filePath(u"data"_s));
        QVERIFY(m_service->isUp());
    }

    void uploadedFilesComeBack()
    {
        const QByteArray bytes = "%PDF\r\n--boundar\r\n\0binary"_L1.toString().toLatin1();
        const auto made = m_service->upload(u"ä b.PDF"_s, bytes);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.text("name"), u"ä b.PDF"_s);
        QCOMPARE(made.text("file_type"), u"pdf"_s);
        QCOMPARE(made.text("purpose"), u"extract"_s);
        QCOMPARE(made.text("project_id"), toQString(m_service->get(u"/api/v1/projects"_s).json[0]["id"]));
        const auto id = made.text("id");
        const auto one = m_service->get(m_files + u'/' + id);
        QCOMPARE(one.status, 200);
        QCOMPARE(one.body, made.body);

        const auto url = m_service->get(m_files + u'/' + id + u"/content"_s);
        QCOMPARE(url.status, 200);
        const auto content = m_service->send("GET", url.text("url"), {}, {{"Authorization", ""}});
        QCOMPARE(content.status, 200);
        QCOMPARE(content.body, bytes);
        QVERIFY(content.headers["content-disposition"].contains("%C3%A4%20b.PDF"));
        const auto expanded = m_service->get(m_files + u'/' + id + u"?expand=download_url"_s);
        QVERIFY(toQString(member(member(expanded.json, "download_url"), "url")).startsWith(m_service->url()));
        QCOMPARE(m_service->send("GET", url.text("url") + u'0').status, 403);

        QCOMPARE(m_service->send("DELETE", m_files + u'/' + id).status, 204);
        QCOMPARE(m_service->get(m_files + u'/' + id).status, 404);
        QCOMPARE(m_service->send("DELETE", m_files + u'/' + id).status, 404);
        QCOMPARE(m_service->send("GET", url.text("url")).status, 404);
    }

    void aNameNeedsNoExtension()
    {
        const auto made = m_service->upload(u"README"_s, "x");
        QCOMPARE(made.status, 201);
        QVERIFY(made.json["file_type"].is_null());
    }

    void theBareUuidNamesAFileToo()
    {
        const auto id = m_service->upload(u"a.pdf"_s, "x").text("id");
        QCOMPARE(m_service->get(m_files + u'/' + id.mid(4)).text("id"), id);
    }

    void uploadsThatAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("status");
        const QByteArray form = "multipart/form-data; boundary=boundary";
        const auto part = [](const QByteArray &disposition, const QByteArray &content) {
            return "--boundary\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
        };
        const auto file = part("name=\"file\"; filename=\"a.pdf\"", "x");
        QTest::newRow("empty file") << uploadForm(u"a.pdf"_s, {}) << form << 400;
        QTest::newRow("no file") << part("name=\"purpose\"", "extract") + "--boundary--" << form << 400;
        QTest::newRow("no file name") << part("name=\"file\"", "x") + "--boundary--" << form << 400;
        QTest::newRow("empty file name") << uploadForm({}, "x") << form << 400;
        QTest::newRow("two files") << file + file + "--boundary--" << form << 400;
        QTest::newRow("no purpose") << file + "--boundary--" << form << 422;
        QTest::newRow("unknown purpose") << file + part("name=\"purpose\"", "fun") + "--boundary--" << form << 422;
        QTest::newRow("cut off") << uploadForm(u"a.pdf"_s, "x").chopped(10) << form << 400;
        QTest::newRow("no boundary") << uploadForm(u"a.pdf"_s, "x") << QByteArray("multipart/form-data") << 400;
        QTest::newRow("another type") << QByteArray("{}") << QByteArray("application/json") << 400;
        QTest::newRow("a hostile header")
            << "--boundary\r\nContent-Disposition: form-data; name=\"" + QByteArray(2'000'000, 'x') << form << 400;
    }

    void uploadsThatAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(int, status);
        const auto answer = m_service->send("POST", m_files, body, {{"Content-Type", type}});
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.detail().isEmpty());
        QVERIFY(QDir(m_folder.filePath(u"data/incoming"_s)).isEmpty());
    }

    void partsMayComeInAnyOrder()
    {
        const auto answer = m_service->send("POST", m_files, uploadForm(u"a.pdf"_s, "x", false), formHeaders());
        QCOMPARE(answer.status, 201);
    }

    void theLargestFileFitsAndOneMoreByteDoesNot()
    {
        const QByteArray largest(100 * 1024 * 1024, 'x');
        QCOMPARE(m_service->upload(u"large.pdf"_s, largest).status, 201);
        const auto refused = m_service->upload(u"larger.pdf"_s, largest + 'x');
        QCOMPARE(refused.status, 413);
        QCOMPARE(m_service->upload(u"much-larger.pdf"_s, largest + largest).status, 413);
        QVERIFY(QDir(m_folder.filePath(u"data/incoming"_s)).isEmpty());
        QCOMPARE(m_service->get(u"/api/v1/projects"_s).status, 200);
    }

    void listsHavePagesAndFilters()
    {
        QStringList ids;
        for (int i = 0; i < 5; ++i)
            ids << m_service->upload(u"list-%1.pdf"_s.arg(i), "x").text("id");
        QString query = u"?page_size=2&order_by="_s;
        for (const auto &id : ids)
            query += u"&file_ids="_s + id;
        QStringList found;
        QString token;
        do {
            const auto page = m_service->get(m_files + query + u"&page_token="_s + token);
            QCOMPARE(page.status, 200);
            QVERIFY(page.json["items"].size() > 0);
            for (const auto &item : page.json["items"])
                found << toQString(item["id"]);
            token = page.text("next_page_token");
        } while (!token.isEmpty());
        std::ranges::reverse(found);
        QCOMPARE(found, ids);
        const auto byName = m_service->get(m_files + u"?file_name=list-3.pdf"_s);
        QCOMPARE(byName.json["items"].size(), 1u);
        const auto queried =
            m_service->post(m_files + u"/query"_s, {{"filter", {{"file_name", "list-3.pdf"}}}, {"page_size", 5000}});
        QCOMPARE(queried.body, byName.body);
        const auto ofProject = [&](const std::string &project) {
            return m_service->post(m_files + u"/query"_s,
                                   {{"filter", {{"file_name", "list-3.pdf"}, {"project_id", project}}}});
        };
        QCOMPARE(ofProject(byName.json["items"][0]["project_id"]).body, byName.body);
        QCOMPARE(ofProject({}).body, byName.body);
        QCOMPARE(ofProject("prj-other").status, 403);
        for (const auto &bad : {Json(7), Json::array(), Json{{"filter", 7}}, Json{{"filter", {{"file_ids", "dfl-1"}}}},
                                Json{{"filter", {{"file_name", 7}}}}})
            QCOMPARE(m_service->post(m_files + u"/query"_s, bad).status, 422);
        QCOMPARE(m_service->get(m_files + u"?order_by=size"_s).status, 422);
        QCOMPARE(m_service->get(m_files + u"?page_token=nonsense"_s).status, 422);
        QCOMPARE(m_service->get(m_files + u"?page_size=x"_s).status, 422);
    }

    /// Programs bring the ids of their projects in the cloud with them.
    void otherProjectsAreRefusedOrIgnored()
    {
        const auto path = m_files + u"?project_id=prj-cloud&organization_id=org-cloud"_s;
        QCOMPARE(m_service->get(path).status, 403);
        QCOMPARE(m_service->get(m_files + u"?organization_id=org-cloud"_s).status, 403);
        RunningService open(m_folder.filePath(u"open"_s), {u"--any-project"_s});
        QCOMPARE(open.get(path).status, 200);
        QCOMPARE(open.post(m_files + u"/query"_s, {{"filter", {{"project_id", "prj-cloud"}}}}).status, 200);
        const auto made =
            open.send("POST", m_files + u"?project_id=prj-cloud"_s, uploadForm(u"a.pdf"_s, "x"), formHeaders());
        QCOMPARE(made.status, 201);
        QCOMPARE(made.text("project_id"), toQString(open.get(u"/api/v1/projects"_s).json[0]["id"]));
    }

    void keysHostsAndOrigins()
    {
        const auto status = [this](const RunningService::Headers &headers) {
            return m_service->send("GET", m_files, {}, headers).status;
        };
        QCOMPARE(status({}), 200);
        const auto wrong = m_service->send("GET", m_files, {}, {{"Authorization", "Bearer wrong"}});
        QCOMPARE(wrong.status, 401);
        QVERIFY(!wrong.detail().isEmpty());
        QCOMPARE(status({{"Authorization", ""}}), 401);
        QCOMPARE(status({{"Origin", "https://evil.example"}}), 403);
        QCOMPARE(status({{"Host", "evil.example"}}), 403);
        QVERIFY(!m_service->send("OPTIONS", m_files, {}, {{"Origin", "https://evil.example"}})
                     .headers.contains("access-control-allow-origin"));
    }

    void unknownPathsAndMethods()
    {
        QCOMPARE(m_service->get(u"/api/v2/nothing"_s).status, 404);
        const auto wrong = m_service->send("PUT", m_files, "{}");
        QCOMPARE(wrong.status, 405);
        QCOMPARE(wrong.headers["allow"], "POST, GET");
        QCOMPARE(wrong.headers["content-type"], "application/json");
        QCOMPARE(m_service->send("GET", u"/nothing"_s, {}, {{"Authorization", ""}}).status, 401);
    }

    /// What other clients than Qt's send.
    void oddRequests()
    {
        const auto form = uploadForm(u"a.pdf"_s, "chunked");
        const auto chunks = [&form] {
            QByteArray chunked;
            for (qsizetype at = 0; at < form.size(); at += 7)
                chunked += QByteArray::number(form.mid(at, 7).size(), 16) + "\r\n" + form.mid(at, 7) + "\r\n";
            return chunked + "0\r\n\r\n";
        }();
        const auto chunked =
            head("POST", m_files) +
            "Content-Type: multipart/form-data; boundary=boundary\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
        QCOMPARE(statusLine(m_service->sendRaw(chunked)), "HTTP/1.1 201 Created");

        const auto expecting =
            head("POST", m_files) +
            "Content-Type: multipart/form-data; boundary=boundary\r\nExpect: 100-continue\r\nContent-Length: " +
            QByteArray::number(form.size()) + "\r\n\r\n" + form;
        const auto continued = m_service->sendRaw(expecting);
        QCOMPARE(statusLine(continued), "HTTP/1.1 100 Continue");
        QVERIFY(continued.contains("HTTP/1.1 201 Created"));

        // curl sends neither body nor length with -X.
        QCOMPARE(statusLine(m_service->sendRaw(head("DELETE", m_files + u"/dfl-none"_s) + "\r\n")),
                 "HTTP/1.1 404 Not Found");
        QCOMPARE(statusLine(m_service->sendRaw(head("POST", u"/api/v2/extract/ext-none/cancel"_s) + "\r\n")),
                 "HTTP/1.1 404 Not Found");

        const auto longPath = QString(7500, u'a');
        for (const auto *method : {"GET", "POST", "DELETE"})
            QVERIFY(statusLine(m_service->sendRaw(head(method, u'/' + longPath) + "Content-Length: 0\r\n\r\n"))
                        .contains(" 404 "));
        for (const auto *nonsense :
             {"GET\r\n\r\n", "\1\2\3\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "BREW / HTTP/1.1\r\n\r\n"})
            QVERIFY(!m_service->sendRaw(nonsense).contains(" 200 "));
        QCOMPARE(m_service->get(u"/api/v1/projects"_s).status, 200);
    }

    /// A refused request with a body leaves the connection in order for the next one.
    void refusedBodiesAreReadToTheirEnd()
    {
        const QByteArray body(1'000'000, '{');
        const auto refused =
            "POST /api/v2/extract HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(QUrl(m_service->url()).port()) +
            "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        const auto answers = m_service->sendRaw(refused, {head("GET", u"/api/v1/projects"_s) + "\r\n"});
        QVERIFY(answers.startsWith("HTTP/1.1 401 "));
        QCOMPARE(answers.count("HTTP/1.1 "), 2);
        QVERIFY(answers.contains("HTTP/1.1 200 OK"));
    }

    void bodiesThatAreNoJson()
    {
        const auto status = [this](const QByteArray &body) {
            return m_service->send("POST", u"/api/v2/extract"_s, body, {{"Content-Type", "application/json"}}).status;
        };
        QCOMPARE(status("{"), 400);
        QCOMPARE(status(""), 400);
        QCOMPARE(status(QByteArray(100'000, '[')), 400);
        QCOMPARE(status("[]"), 422);
        QCOMPARE(status('"' + QByteArray(5 * 1024 * 1024, 'x') + '"'), 413);
    }

    void projects()
    {
        const auto all = m_service->get(u"/api/v1/projects?organization_id="_s);
        QVERIFY(all.json.is_array());
        const auto id = toQString(all.json[0]["id"]);
        for (const auto &version : {u"v1"_s, u"v2"_s}) {
            QCOMPARE(m_service->get(u"/api/%1/projects/%2"_s.arg(version, id)).text("id"), id);
            QCOMPARE(m_service->get(u"/api/%1/projects/prj-other"_s.arg(version)).status, 404);
            QCOMPARE(
                m_service->get(u"/api/%1/organizations/%2"_s.arg(version, toQString(all.json[0]["organization_id"])))
                    .status,
                200);
        }
        QCOMPARE(m_service->get(u"/api/v1/projects?project_name=other"_s).body, "[]");
        QCOMPARE(m_service->get(u"/api/v2/projects"_s).json["items"].size(), 1u);
        QCOMPARE(m_service->get(u"/api/v2/organizations"_s).json["items"].size(), 1u);
        QVERIFY(m_service->get(u"/api/v1/organizations"_s).json.is_array());
    }

    void schemaValidation()
    {
        for (const auto &name : {u"validation"_s, u"validate"_s}) {
            const auto path = u"/api/v2/extract/schema/"_s + name;
            const auto good = m_service->send(
                "POST", path,
                R"({"data_schema":{"$schema":"x","type":"object","properties":{"b":{"type":"string"},"a":{}}}})");
            QCOMPARE(good.status, 200);
            QCOMPARE(good.body, R"({"data_schema":{"type":"object","properties":{"b":{"type":"string"},"a":{}}}})");
            const auto bad =
                m_service->send("POST", path, R"({"data_schema":{"type":"object","properties":{"a":{"default":1}}}})");
            QCOMPARE(bad.status, 400);
            QVERIFY(bad.detail().startsWith("schema_validation: /properties/a/default"_L1));
            QCOMPARE(m_service->send("POST", path, R"({"data_schema":[]})").status, 400);
            QCOMPARE(m_service->send("POST", path, "{}").status, 422);
            QCOMPARE(m_service->get(path).status, 405);
        }
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
