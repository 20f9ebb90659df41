// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/router.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs::server;

class TestRouter : public QObject
{
    Q_OBJECT

private:
    static Handler named(int status)
    {
        return [status](const Request &) { return jsonResponse({}, status); };
    }

    Router m_router;

private slots:
    void initTestCase()
    {
        m_router.add("GET", u"/jobs"_s, named(201));
        m_router.add("POST", u"/jobs"_s, named(202));
        m_router.add("GET", u"/jobs/{id}"_s, named(203));
        m_router.add("DELETE", u"/jobs/{id}"_s, named(204));
        m_router.add("POST", u"/jobs/{id}/cancel"_s, named(205));
        m_router.add("POST", u"/jobs/schema/validate"_s, named(206));
        m_router.add("GET", u"/open/{id}"_s, named(207), Access::Open);
    }

    void routes_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char *name, const char *method, const char *path, int status,
                            const QStringList &values = {}) {
            QTest::newRow(name) << QByteArray(method) << QByteArray(path) << status << values;
        };
        row("list", "GET", "/jobs", 201);
        row("create", "POST", "/jobs", 202);
        row("head is a get", "HEAD", "/jobs", 201);
        row("item", "GET", "/jobs/ext-1", 203, {u"ext-1"_s});
        row("an encoded slash stays in its segment", "GET", "/jobs/ext%201%2F2", 203, {u"ext 1/2"_s});
        row("dots are an id like any other", "GET", "/jobs/..", 203, {u".."_s});
        row("encoded dots too", "GET", "/jobs/%2e%2e%2fetc", 203, {u"../etc"_s});
        row("action", "POST", "/jobs/ext-1/cancel", 205, {u"ext-1"_s});
        row("literal before parameter", "POST", "/jobs/schema/validate", 206);
        row("literals may be encoded", "GET", "/%6aobs", 201);
        row("unknown", "GET", "/nothing", 404);
        row("too deep", "GET", "/jobs/1/2/3", 404);
        row("empty id", "GET", "/jobs/", 404);
        row("wrong method", "PUT", "/jobs", 405);
        row("wrong method of a literal", "GET", "/jobs/schema/validate", 405);
    }

    void routes()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QFETCH(QStringList, values);
        const auto match = m_router.find(method, path);
        QCOMPARE(match.handler ? (*match.handler)({}).status : match.refusal.status, status);
        QCOMPARE(match.pathValues, values);
    }

    void aWrongMethodNamesTheRightOnes()
    {
        const auto match = m_router.find("PATCH", "/jobs/1");
        const std::pair<QByteArray, QByteArray> allow{"Allow", "GET, DELETE"};
        QVERIFY(std::ranges::find(match.refusal.headers, allow) != match.refusal.headers.end());
    }

    void openRoutesAreMarked()
    {
        QVERIFY(m_router.find("GET", "/open/1").access == Access::Open);
        QVERIFY(m_router.find("GET", "/jobs/1").access == Access::Token);
    }

    void targetsAreTakenApart()
    {
        Request request;
        parseTarget("/a%2Fb?expand=x&expand=y&empty=&flag&name=a+b%2B%C3%A9&=odd", request);
        QCOMPARE(request.path, "/a%2Fb");
        const std::vector<std::pair<QString, QString>> expected{{u"expand"_s, u"x"_s},   {u"expand"_s, u"y"_s},
                                                                {u"empty"_s, u""_s},     {u"flag"_s, u""_s},
                                                                {u"name"_s, u"a b+é"_s}, {u""_s, u"odd"_s}};
        QCOMPARE(request.query, expected);
    }
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
