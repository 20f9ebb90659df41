// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connectiontest.h"
#include "client/profilenetwork.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QProcess>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::client;
using Kind = Verdict::Kind;

Q_DECLARE_METATYPE(xs::client::Verdict::Kind)

namespace {

const QByteArray goodKey = "llx-good";
const QByteArray projects = R"([{"id":"prj-1","name":"Default","organization_id":"org-1","is_default":true},
                               {"id":"prj-2","name":"Second","organization_id":"org-1"}])";

QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &type = "application/json",
                  const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

/// As the API: the projects for the right key, 401 for any other.
QByteArray asTheApi(const QByteArray &head)
{
    return head.contains("Authorization: Bearer " + goodKey + "\r\n")
               ? answer("200 OK", projects)
               : answer("401 Unauthorized", R"({"detail":"Invalid API key"})");
}

using Answer = std::function<QByteArray(const QByteArray &head)>;

/// Answers each request head; with TLS when it is given to a QSslServer.
template <typename Base>
class Server : public Base
{
public:
    explicit Server(Answer answer) : m_answer(std::move(answer))
    {
        QObject::connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            auto *socket = this->nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, this, [this, socket, head = QByteArray()]() mutable {
                head += socket->readAll();
                if (!head.contains("\r\n\r\n"))
                    return;
                heads << head;
                socket->write(m_answer(std::exchange(head, {})));
                socket->disconnectFromHost();
            });
        });
        if (!this->listen(QHostAddress::LocalHost))
            qFatal("no port");
    }
    QUrl url(const QString &scheme) const { return QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(this->serverPort())); }

    QList<QByteArray> heads;

private:
    Answer m_answer;
};

/// A proxy that counts: tunnels CONNECT and passes on plain requests, or refuses all.
class CountingProxy : public QTcpServer
{
public:
    enum class Mood { Helpful, WantsPassword };

    explicit CountingProxy(Mood mood)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this, mood] {
            auto *client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, this,
                    [this, client, mood, server = (QTcpSocket *)nullptr]() mutable {
                        const auto bytes = client->readAll();
                        if (server) {
                            server->write(bytes);
                            return;
                        }
                        ++requests;
                        if (mood == Mood::WantsPassword) {
                            client->write(answer("407 Proxy Authentication Required", "", "text/plain",
                                                 "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
                            client->disconnectFromHost();
                            return;
                        }
                        server = new QTcpSocket(client);
                        connectThrough(*client, *server, bytes);
                    });
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

    int requests = 0;

private:
    static void connectThrough(QTcpSocket &client, QTcpSocket &server, const QByteArray &head)
    {
        const auto target = head.split(' ').value(1);
        const auto isTunnel = head.startsWith("CONNECT ");
        const QUrl url(isTunnel ? u"x://"_s + QString::fromLatin1(target) : QString::fromLatin1(target));
        connect(&server, &QTcpSocket::readyRead, &client, [&] { client.write(server.readAll()); });
        connect(&server, &QTcpSocket::disconnected, &client, [&] { client.disconnectFromHost(); });
        server.connectToHost(url.host(), static_cast<quint16>(url.port(80)));
        if (!server.waitForConnected())
            return;
        if (isTunnel)
            client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        else
            server.write(head);
    }
};

} // namespace

/// Each thing that can be wrong with a connection, with real sockets, and what the test says of it.
class TestConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
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
    void authorityFiles();

private:
    Verdict test(const Connection &connection, std::optional<Connection> otherRegion = {});
    Connection to(const QUrl &url, const QByteArray &key = goodKey) const
    {
        return {u"own"_s, url, QString::fromLatin1(key), {}, 0};
    }
    void openssl(const QStringList &arguments);
    std::unique_ptr<Server<QSslServer>> tlsServer(const QString &name);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    std::vector<Profile> m_profiles;
};

void TestConnectionTest::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
}

/// An authority of our own, and two certificates of it: for 127.0.0.1 and for another host.
void TestConnectionTest::initTestCase()
{
    openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, u"ca.key"_s, u"-out"_s,
             u"ca.pem"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Test authority"_s});
    for (const auto &[name, host] : {std::pair{u"here"_s, u"IP:127.0.0.1"_s}, {u"there"_s, u"DNS:there.example"_s}}) {
        QVERIFY(writeFile(m_folder.filePath(name + u".ext"_s), "subjectAltName=" + host.toLatin1()));
        openssl({u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, name + u".key"_s, u"-out"_s,
                 name + u".csr"_s, u"-subj"_s, u"/CN="_s + name});
        openssl({u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-CA"_s, u"ca.pem"_s, u"-CAkey"_s, u"ca.key"_s,
                 u"-CAcreateserial"_s, u"-out"_s, name + u".pem"_s, u"-days"_s, u"2"_s, u"-extfile"_s,
                 name + u".ext"_s});
    }
}

std::unique_ptr<Server<QSslServer>> TestConnectionTest::tlsServer(const QString &name)
{
    auto server = std::make_unique<Server<QSslServer>>(asTheApi);
    QSslConfiguration configuration;
    QFile key(m_folder.filePath(name + u".key"_s));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key");
    configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    configuration.setLocalCertificate(QSslCertificate::fromPath(m_folder.filePath(name + u".pem"_s)).value(0));
    server->setSslConfiguration(configuration);
    return server;
}

Verdict TestConnectionTest::test(const Connection &connection, std::optional<Connection> otherRegion)
{
    QNetworkAccessManager manager;
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
    connection.authorities = readAuthorities(m_folder.filePath(u"ca.pem"_s)).value();
    QCOMPARE(test(connection).kind, Kind::Works);
    QCOMPARE(server->heads.size(), 1);
}

void TestConnectionTest::otherHostInTheCertificate()
{
    const auto server = tlsServer(u"there"_s);
    auto connection = to(server->url(u"https"_s));
    connection.authorities = readAuthorities(m_folder.filePath(u"ca.pem"_s)).value();
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
    connection.authorities = readAuthorities(m_folder.filePath(u"ca.pem"_s)).value();
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

void TestConnectionTest::authorityFiles()
{
    QVERIFY(readAuthorities({})->isEmpty());
    QCOMPARE(readAuthorities(m_folder.filePath(u"none.pem"_s)).error().code, ErrorCode::FileMissing);
    const auto bad = m_folder.filePath(u"bad.pem"_s);
    QVERIFY(writeFile(bad, "not a certificate"));
    QCOMPARE(readAuthorities(bad).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(readAuthorities(m_folder.filePath(u"ca.pem"_s))->size(), 1);
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
