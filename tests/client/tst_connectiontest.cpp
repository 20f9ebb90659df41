// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/accessmanager.h"
#include "client/connectiontest.h"
#include "client/profilenetwork.h"
#include "support/countingproxy.h"
#include "support/testauthority.h"

#include <QEventLoop>
#include <QNetworkProxy>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::client;
using namespace xs::test;
using Kind = Verdict::Kind;

Q_DECLARE_METATYPE(xs::client::Verdict::Kind)

namespace {

const QByteArray goodKey = "llx-good";
const QByteArray projects = R"([{"id":"prj-1","name":"Default","organization_id":"org-1","is_default":true},
                               {"id":"prj-2","name":"Second","organization_id":"org-1"}])";

QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &type = "application/json",
                  const QByteArray &more = {})
{
    return httpAnswer(status, body, type, more + "Connection: close\r\n");
}

/// As the API: the projects for the right key, 401 for any other.
QByteArray asTheApi(const QByteArray &head)
{
    return head.contains("Authorization: Bearer " + goodKey + "\r\n")
               ? answer("200 OK", projects)
               : answer("401 Unauthorized", R"({"detail":"Invalid API key"})");
}

template <typename Base>
using Server = AnswerServer<Base>;

} // namespace

/// Each thing that can be wrong with a connection, with real sockets, and what the test says of it.
class TestConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void works();
    void wrongKey();
    void wrongRegion();
    void wrongInBothRegions();
    void answersOfOthers_data();
    void answersOfOthers();
    void nothingListens();
    void hostIsNotKnown();
    void unknownAuthority();
    void ownAuthority();
    void otherHostInTheCertificate();
    void proxyOfTheProfile();
    void proxyOfTheProfileWithTls();
    void noProxy();
    void proxyRefuses();
    void proxyIsNotThere();
    void proxyIsNotThereWithTls();
    void authorityFiles();

private:
    Verdict test(const Connection &connection, std::optional<Connection> otherRegion = {});
    Connection to(const QUrl &url, const QByteArray &key = goodKey) const
    {
        return {u"own"_s, url, QString::fromLatin1(key), {}, 0};
    }
    std::unique_ptr<Server<QSslServer>> tlsServer(const QString &name);

    QTemporaryDir m_folder;
    TestAuthority m_authority;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    std::vector<Profile> m_profiles;
};

std::unique_ptr<Server<QSslServer>> TestConnectionTest::tlsServer(const QString &name)
{
    auto server = std::make_unique<Server<QSslServer>>(asTheApi);
    server->setSslConfiguration(m_authority.serverWith(name));
    return server;
}

Verdict TestConnectionTest::test(const Connection &connection, std::optional<Connection> otherRegion)
{
    AccessManager manager;
    manager.setProxyFactory(new ProfileProxies([this] { return m_profiles; }));
    ConnectionTest test({manager, m_clock, m_scheduler, {}}, connection, std::move(otherRegion));
    QEventLoop loop;
    connect(&test, &ConnectionTest::finished, &loop, &QEventLoop::quit);
    test.start();
    loop.exec();
    m_profiles.clear();
    return test.verdict();
}

void TestConnectionTest::works()
{
    Server<QTcpServer> server(asTheApi);
    const auto verdict = test(to(server.url(u"http"_s)));
    QCOMPARE(verdict.kind, Kind::Works);
    QCOMPARE(verdict.projects.size(), 2u);
    QCOMPARE(verdict.projects.front().name, u"Default"_s);
    QVERIFY(verdict.projects.front().isDefault);
    QCOMPARE(server.heads.size(), 1);
}

void TestConnectionTest::wrongKey()
{
    Server<QTcpServer> server(asTheApi);
    QCOMPARE(test(to(server.url(u"http"_s), "llx-other")).kind, Kind::WrongKey);
    QCOMPARE(server.heads.size(), 1);
}

void TestConnectionTest::wrongRegion()
{
    Server<QTcpServer> here([](const QByteArray &) { return answer("401 Unauthorized", R"({"detail":"no"})"); });
    Server<QTcpServer> there(asTheApi);
    const auto verdict = test(to(here.url(u"http"_s)), to(there.url(u"http"_s)));
    QCOMPARE(verdict.kind, Kind::WrongRegion);
    QCOMPARE(verdict.error.code, ErrorCode::WrongKey);
    QCOMPARE(there.heads.size(), 1);
}

void TestConnectionTest::wrongInBothRegions()
{
    Server<QTcpServer> here(asTheApi);
    Server<QTcpServer> there(asTheApi);
    QCOMPARE(test(to(here.url(u"http"_s), "llx-x"), to(there.url(u"http"_s), "llx-x")).kind, Kind::WrongKey);
}

void TestConnectionTest::answersOfOthers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("a web page") << answer("200 OK", "<html>Welcome</html>", "text/html") << Kind::NotThisApi;
    QTest::newRow("an object") << answer("200 OK", R"({"hello":1})") << Kind::NotThisApi;
    QTest::newRow("404") << answer("404 Not Found", "<h1>nginx</h1>", "text/html") << Kind::NotThisApi;
    QTest::newRow("405") << answer("405 Method Not Allowed", "") << Kind::NotThisApi;
    QTest::newRow("redirect to a login") << answer("302 Found", "", "text/html", "Location: https://login.example/\r\n")
                                         << Kind::NotThisApi;
    QTest::newRow("no HTTP") << QByteArray("220 mail.example ESMTP\r\n") << Kind::NoRoute;
    QTest::newRow("403") << answer("403 Forbidden", R"({"detail":"other organisation"})") << Kind::Forbidden;
    QTest::newRow("429") << answer("429 Too Many Requests", "{}") << Kind::Server;
    QTest::newRow("503") << answer("503 Service Unavailable", "") << Kind::Server;
}

void TestConnectionTest::answersOfOthers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Kind, kind);
    Server<QTcpServer> server([bytes](const QByteArray &) { return bytes; });
    const auto verdict = test(to(server.url(u"http"_s)));
    QVERIFY(verdict.error.code != ErrorCode::None);
    // What is no HTTP at all may be told in one way or the other by Qt; it is never taken for a working API.
    if (kind == Kind::NoRoute) {
        QVERIFY(verdict.kind == Kind::NoRoute || verdict.kind == Kind::NotThisApi);
        return;
    }
    QCOMPARE(verdict.kind, kind);
    // Nobody is asked twice while a person waits.
    QCOMPARE(server.heads.size(), 1);
}

void TestConnectionTest::nothingListens()
{
    QUrl url;
    {
        Server<QTcpServer> gone(asTheApi);
        url = gone.url(u"http"_s);
    }
    const auto verdict = test(to(url));
    QCOMPARE(verdict.kind, Kind::NoRoute);
    QCOMPARE(verdict.error.code, ErrorCode::ConnectionRefused);
}

void TestConnectionTest::hostIsNotKnown()
{
    const auto verdict = test(to(QUrl(u"http://no-such-host.invalid"_s)));
    QCOMPARE(verdict.kind, Kind::NoRoute);
}

void TestConnectionTest::unknownAuthority()
{
    const auto server = tlsServer(u"here"_s);
    const auto verdict = test(to(server->url(u"https"_s)));
    QCOMPARE(verdict.kind, Kind::Certificate);
    // The key never left.
    QVERIFY(server->heads.isEmpty());
}

void TestConnectionTest::ownAuthority()
{
    const auto server = tlsServer(u"here"_s);
    auto connection = to(server->url(u"https"_s));
    connection.authorities = readAuthorities(m_authority.file(u"ca.pem"_s)).value();
    QCOMPARE(test(connection).kind, Kind::Works);
    QCOMPARE(server->heads.size(), 1);
}

void TestConnectionTest::otherHostInTheCertificate()
{
    const auto server = tlsServer(u"there"_s);
    auto connection = to(server->url(u"https"_s));
    connection.authorities = readAuthorities(m_authority.file(u"ca.pem"_s)).value();
    QCOMPARE(test(connection).kind, Kind::Certificate);
    QVERIFY(server->heads.isEmpty());
}

void TestConnectionTest::proxyOfTheProfile()
{
    Server<QTcpServer> server(asTheApi);
    CountingProxy proxy(CountingProxy::Mood::Helpful);
    m_profiles = {{Profile::Kind::Own, u"own"_s, server.url(u"http"_s), {}, 0, Profile::Proxy::Manual, proxy.url()}};
    QCOMPARE(test(to(server.url(u"http"_s))).kind, Kind::Works);
    QCOMPARE(proxy.requests, 1);
    QCOMPARE(server.heads.size(), 1);
}

void TestConnectionTest::proxyOfTheProfileWithTls()
{
    const auto server = tlsServer(u"here"_s);
    CountingProxy proxy(CountingProxy::Mood::Helpful);
    const auto url = server->url(u"https"_s);
    m_profiles = {{Profile::Kind::Own, u"own"_s, url, {}, 0, Profile::Proxy::Manual, proxy.url()}};
    auto connection = to(url);
    connection.authorities = readAuthorities(m_authority.file(u"ca.pem"_s)).value();
    QCOMPARE(test(connection).kind, Kind::Works);
    QCOMPARE(proxy.requests, 1);
}

void TestConnectionTest::noProxy()
{
    Server<QTcpServer> server(asTheApi);
    CountingProxy proxy(CountingProxy::Mood::Helpful);
    m_profiles = {{Profile::Kind::Own, u"own"_s, server.url(u"http"_s), {}, 0, Profile::Proxy::None, proxy.url()}};
    QCOMPARE(test(to(server.url(u"http"_s))).kind, Kind::Works);
    QCOMPARE(proxy.requests, 0);
}

void TestConnectionTest::proxyRefuses()
{
    Server<QTcpServer> server(asTheApi);
    CountingProxy proxy(CountingProxy::Mood::WantsPassword);
    m_profiles = {{Profile::Kind::Own, u"own"_s, server.url(u"http"_s), {}, 0, Profile::Proxy::Manual, proxy.url()}};
    QCOMPARE(test(to(server.url(u"http"_s))).kind, Kind::Proxy);
    QVERIFY(server.heads.isEmpty());
}

void TestConnectionTest::proxyIsNotThere()
{
    Server<QTcpServer> server(asTheApi);
    QUrl gone;
    {
        CountingProxy proxy(CountingProxy::Mood::Helpful);
        gone = proxy.url();
    }
    m_profiles = {{Profile::Kind::Own, u"own"_s, server.url(u"http"_s), {}, 0, Profile::Proxy::Manual, gone}};
    QCOMPARE(test(to(server.url(u"http"_s))).kind, Kind::Proxy);
    QVERIFY(server.heads.isEmpty());
}

void TestConnectionTest::proxyIsNotThereWithTls()
{
    const auto server = tlsServer(u"here"_s);
    QUrl gone;
    {
        CountingProxy proxy(CountingProxy::Mood::Helpful);
        gone = proxy.url();
    }
    const auto url = server->url(u"https"_s);
    m_profiles = {{Profile::Kind::Own, u"own"_s, url, {}, 0, Profile::Proxy::Manual, gone}};
    QCOMPARE(test(to(url)).kind, Kind::Proxy);
    QVERIFY(server->heads.isEmpty());
}

void TestConnectionTest::authorityFiles()
{
    QVERIFY(readAuthorities({})->isEmpty());
    QCOMPARE(readAuthorities(m_folder.filePath(u"none.pem"_s)).error().code, ErrorCode::FileMissing);
    const auto bad = m_folder.filePath(u"bad.pem"_s);
    QVERIFY(writeFile(bad, "not a certificate"));
    QCOMPARE(readAuthorities(bad).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(readAuthorities(m_authority.file(u"ca.pem"_s))->size(), 1);
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
