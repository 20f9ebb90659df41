// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/accessmanager.h"
#include "client/profilenetwork.h"
#include "client/uploadfilecall.h"
#include "support/countingproxy.h"
#include "support/testauthority.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QLibrary>
#include <QSslServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::client;
using namespace xs::test;

namespace {

const QByteArray taken = R"({"id":"dfl-1","name":"a.pdf","project_id":"prj-1"})";

QByteArray takes(const QByteArray &)
{
    return httpAnswer("201 Created", taken);
}

/// What the test wants to do with a connection as soon as the head of a request is there; the body is not read.
class HeadServer : public QTcpServer
{
public:
    explicit HeadServer(std::function<void(QTcpSocket &)> act)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this, act = std::move(act)] {
            auto *socket = nextPendingConnection();
            socket->setReadBufferSize(64 * 1024);
            sockets << socket;
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++ended; });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, act, acted = false]() mutable {
                if (std::exchange(acted, true))
                    return;
                ++begun;
                act(*socket);
            });
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

    /// Whether the connection ends, of which a socket hears behind what was sent before only; and not with the whole
    /// document.
    bool isBrokenOff(qsizetype documentSize)
    {
        for (auto *socket : sockets) {
            socket->setReadBufferSize(0);
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { received += socket->readAll().size(); });
            received += socket->readAll().size();
        }
        return QTest::qWaitFor([this] { return ended > 0; }, 30'000) && received < documentSize;
    }

    QList<QTcpSocket *> sockets;
    qsizetype received = 0;
    int begun = 0;
    int ended = 0;
};

/// The content of the part "file", and the value of the field behind it.
std::pair<QByteArray, QByteArray> partsIn(const QByteArray &body)
{
    const auto boundary = "\r\n" + body.left(body.indexOf("\r\n"));
    const auto begin = body.indexOf("\r\n\r\n", body.indexOf("name=\"file\"")) + 4;
    const auto end = body.indexOf(boundary, begin);
    const auto field = body.indexOf("\r\n\r\n", body.indexOf("name=\"external_file_id\"", end)) + 4;
    return {body.mid(begin, end - begin), body.mid(field, body.indexOf(boundary, field) - field)};
}

QByteArray someBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 2654435761u) >> 13);
    return bytes;
}

QByteArray hashOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

bool isLoaded(const QByteArray &library)
{
    QFile maps(u"/proc/self/maps"_s);
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains('/' + library);
}

} // namespace

/// Uploads over real sockets: each thing that can happen to a document on its way.
class TestUpload : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void firstUploadLoadsTheModule();
    void otherVersionsAreRefused();
    void sendsTheBytesAndTheirHash_data();
    void sendsTheBytesAndTheirHash();
    void hashComesFirstWhenAskedFor();
    void namesAreWrittenAsBrowsersDo();
    void connectionIsUsedAgain();
    void isSentAgainWhenTheConnectionWasClosed();
    void refusals_data();
    void refusals();
    void redirectsAreNotFollowed();
    void serverIsNotThere();
    void serverSaysNoHttp();
    void serverBreaksOff();
    void serverIsSilent();
    void answerIsTooLong();
    void documentGetsShorter();
    void documentVanishes();
    void cancelEndsItAtOnce();
    void programEndsMeanwhile();
    void ownAuthority();
    void unknownAuthority();
    void otherHostInTheCertificate();
    void proxyOfTheProfile();
    void proxyOfTheProfileWithTls();
    void noProxyWhateverTheEnvironmentSays();
    void proxyRefuses_data();
    void proxyRefuses();
    void proxyIsNotThere();

private:
    Error run(Call &call);
    Error upload(const Connection &connection);
    Network network() { return {*m_manager, m_clock, m_scheduler, m_policy}; }
    Connection to(const QUrl &url) const { return {u"own"_s, url, u"llx-secret"_s, {}, 0}; }
    Connection toTls(const QUrl &url) const
    {
        auto connection = to(url);
        connection.authorities = readAuthorities(m_authority.file(u"ca.pem"_s)).value();
        return connection;
    }
    QString document(qsizetype size);
    void goThrough(const QUrl &server, Profile::Proxy kind, const QUrl &proxy)
    {
        m_profiles = {{Profile::Kind::Own, u"own"_s, server, {}, 0, kind, proxy}};
    }

    std::unique_ptr<AccessManager> m_manager;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    RetryPolicy m_policy;
    std::vector<Profile> m_profiles;
    QTemporaryDir m_folder;
    TestAuthority m_authority;
};

void TestUpload::init()
{
    m_policy = {};
    m_policy.attempts = 1;
    m_profiles.clear();
    m_manager = std::make_unique<AccessManager>();
    m_manager->setProxyFactory(new ProfileProxies([this] { return m_profiles; }));
}

Error TestUpload::run(Call &call)
{
    QEventLoop loop;
    connect(&call, &Call::finished, &loop, &QEventLoop::quit);
    connect(&call, &Call::failed, &loop, &QEventLoop::quit);
    call.start();
    loop.exec();
    return call.error();
}

QString TestUpload::document(qsizetype size)
{
    const auto path = m_folder.filePath(u"a.pdf"_s);
    return writeFile(path, someBytes(size)) ? path : QString();
}

Error TestUpload::upload(const Connection &connection)
{
    UploadFileCall call(network(), connection, document(2'000'000));
    return run(call);
}

void TestUpload::firstUploadLoadsTheModule()
{
    QVERIFY2(isLoaded("libQt6Network.so"), "the list of libraries was not understood");
    QVERIFY(!isLoaded("libcurl"));
    AnswerServer<QTcpServer> server(takes);
    QCOMPARE(upload(to(server.url(u"http"_s))).code, ErrorCode::None);
    QVERIFY(isLoaded("libcurl"));
}

void TestUpload::otherVersionsAreRefused()
{
    QLibrary module(QCoreApplication::applicationDirPath() + u"/../lib/extract-studio/upload.so"_s);
    using Entry = const FormSenders *(*)(const char *version);
    const auto entry = reinterpret_cast<Entry>(module.resolve("extractStudioFormSenders"));
    QVERIFY2(entry, qPrintable(module.errorString()));
    QVERIFY(entry(XS_VERSION));
    QVERIFY(!entry("0.0.1"));
}

void TestUpload::sendsTheBytesAndTheirHash_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("a byte") << qsizetype(1);
    QTest::newRow("a piece") << qsizetype(256 * 1024);
    QTest::newRow("many pieces") << qsizetype(20'000'001);
}

void TestUpload::sendsTheBytesAndTheirHash()
{
    QFETCH(qsizetype, size);
    AnswerServer<QTcpServer> server(takes);
    UploadFileCall call(network(), to(server.url(u"http"_s)), document(size));
    int hashed = 0;
    qint64 sent = 0;
    qint64 total = -1;
    connect(&call, &UploadFileCall::hashed, this, [&] { ++hashed; });
    connect(&call, &Call::uploadProgress, this, [&](qint64 bytes, qint64 all) {
        QVERIFY(bytes >= sent);
        sent = bytes;
        total = all;
    });
    QCOMPARE(run(call).code, ErrorCode::None);
    const auto content = someBytes(size);
    const auto [file, field] = partsIn(server.bodies.value(0));
    QVERIFY(file == content);
    QCOMPARE(field, "sha256:" + hashOf(content));
    QCOMPARE(call.sha256().toLatin1(), hashOf(content));
    QCOMPARE(call.size(), content.size());
    QCOMPARE(call.file().id, FileId(u"dfl-1"_s));
    QCOMPARE(hashed, 0);
    QCOMPARE(sent, server.bodies.value(0).size());
    QCOMPARE(total, sent);
    const auto &head = server.heads.value(0);
    QVERIFY(head.startsWith("POST /api/v1/beta/files HTTP/1.1\r\n"));
    QCOMPARE(head.count("Authorization: Bearer llx-secret\r\n"), 1);
    QCOMPARE(head.count("User-Agent: ExtractStudio/"), 1);
    QVERIFY(!head.contains("Expect"));
    QVERIFY(!head.contains("chunked"));
}

void TestUpload::hashComesFirstWhenAskedFor()
{
    AnswerServer<QTcpServer> server(takes);
    UploadFileCall call(network(), to(server.url(u"http"_s)), document(3'000'000), Hashing::First);
    QByteArray known;
    connect(&call, &UploadFileCall::hashed, this, [&] {
        known = call.sha256().toLatin1();
        QCOMPARE(server.connections, 0);
    });
    QCOMPARE(run(call).code, ErrorCode::None);
    const auto [file, field] = partsIn(server.bodies.value(0));
    QVERIFY(file == someBytes(3'000'000));
    QCOMPARE(known, hashOf(file));
    QCOMPARE(field, "sha256:" + known);
}

void TestUpload::namesAreWrittenAsBrowsersDo()
{
    const auto path = m_folder.filePath(u"Rechnung \"Mai\" 100% – größer;a=b.pdf"_s);
    QVERIFY(writeFile(path, "%PDF"));
    AnswerServer<QTcpServer> server(takes);
    UploadFileCall call(network(), to(server.url(u"http"_s)), path);
    QCOMPARE(run(call).code, ErrorCode::None);
    const auto name = u"filename=\"Rechnung %22Mai%22 100% – größer;a=b.pdf\"\r\n"_s.toUtf8();
    QVERIFY2(server.bodies.value(0).contains(name), server.bodies.value(0).constData());
}

void TestUpload::connectionIsUsedAgain()
{
    AnswerServer<QTcpServer> server(takes, AnswerServer<QTcpServer>::After::StaysOpen);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(upload(to(server.url(u"http"_s))).code, ErrorCode::None);
    QCOMPARE(server.heads.size(), 3);
    QCOMPARE(server.connections, 1);
}

/// A server may close a connection just when something more is sent on it; then all of it is sent anew.
void TestUpload::isSentAgainWhenTheConnectionWasClosed()
{
    QList<QTcpSocket *> sockets;
    QList<QByteArray> requests;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&] {
        auto *socket = server.nextPendingConnection();
        sockets << socket;
        connect(socket, &QTcpSocket::readyRead, socket, [&, socket, bytes = QByteArray(), answered = false]() mutable {
            bytes += socket->readAll();
            if (answered)
                return socket->abort();
            if (!bytes.endsWith("--\r\n"))
                return;
            requests << std::exchange(bytes, {});
            answered = true;
            socket->write(httpAnswer("201 Created", taken));
        });
    });
    const auto address = to(QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())));
    QCOMPARE(upload(address).code, ErrorCode::None);
    QCOMPARE(upload(address).code, ErrorCode::None);
    QCOMPARE(sockets.size(), 2);
    QCOMPARE(requests.size(), 2);
    const auto [file, field] = partsIn(requests[1].mid(requests[1].indexOf("\r\n\r\n") + 4));
    QVERIFY(file == someBytes(2'000'000));
    QCOMPARE(field, "sha256:" + hashOf(file));
}

void TestUpload::refusals_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("wrong key") << QByteArray("401 Unauthorized") << ErrorCode::WrongKey;
    QTest::newRow("no credits") << QByteArray("402 Payment Required") << ErrorCode::CreditsUsedUp;
    QTest::newRow("forbidden") << QByteArray("403 Forbidden") << ErrorCode::Forbidden;
    QTest::newRow("too late") << QByteArray("408 Request Timeout") << ErrorCode::TimedOut;
    QTest::newRow("too large") << QByteArray("413 Payload Too Large") << ErrorCode::FileTooLarge;
    QTest::newRow("too many") << QByteArray("429 Too Many Requests") << ErrorCode::RateLimited;
    QTest::newRow("broken") << QByteArray("500 Internal Server Error") << ErrorCode::ServerFailed;
    QTest::newRow("busy") << QByteArray("503 Service Unavailable") << ErrorCode::ServerFailed;
}

void TestUpload::refusals()
{
    QFETCH(QByteArray, status);
    QFETCH(ErrorCode, code);
    AnswerServer<QTcpServer> server([&](const QByteArray &) {
        return httpAnswer(status, R"({"detail":"because"})", "application/json", "Retry-After: 90\r\n");
    });
    UploadFileCall call(network(), to(server.url(u"http"_s)), document(2'000'000));
    QCOMPARE(run(call).code, code);
    QCOMPARE(call.error().detail, u"because"_s);
    QCOMPARE(call.retryAfter(), std::optional<milliseconds>(90s));
    QCOMPARE(server.heads.size(), 1);
}

void TestUpload::redirectsAreNotFollowed()
{
    AnswerServer<QTcpServer> thief(takes);
    AnswerServer<QTcpServer> server([&](const QByteArray &) {
        return httpAnswer("307 Temporary Redirect", "", "text/plain",
                          "Location: " + thief.url(u"http"_s).toEncoded() + "/steal\r\n");
    });
    const auto error = upload(to(server.url(u"http"_s)));
    QCOMPARE(error.code, ErrorCode::RequestRefused);
    QVERIFY(error.detail.contains(thief.url(u"http"_s).toString() + u"/steal"_s));
    QCOMPARE(thief.connections, 0);
}

void TestUpload::serverIsNotThere()
{
    QUrl nobody;
    {
        AnswerServer<QTcpServer> gone(takes);
        nobody = gone.url(u"http"_s);
    }
    QCOMPARE(upload(to(nobody)).code, ErrorCode::ConnectionRefused);
    QCOMPARE(upload(to(QUrl(u"http://nowhere.invalid"_s))).code, ErrorCode::HostNotFound);
}

void TestUpload::serverSaysNoHttp()
{
    AnswerServer<QTcpServer> server([](const QByteArray &) { return QByteArray("220 mail.example ESMTP\r\n"); });
    QCOMPARE(upload(to(server.url(u"http"_s))).code, ErrorCode::UnreadableAnswer);
}

void TestUpload::serverBreaksOff()
{
    AnswerServer<QTcpServer> nothing([](const QByteArray &) { return QByteArray(); });
    QCOMPARE(upload(to(nothing.url(u"http"_s))).code, ErrorCode::ConnectionLost);
    AnswerServer<QTcpServer> half([](const QByteArray &) { return httpAnswer("201 Created", taken).chopped(9); });
    QCOMPARE(upload(to(half.url(u"http"_s))).code, ErrorCode::ConnectionLost);
    HeadServer early([](QTcpSocket &socket) { socket.abort(); });
    UploadFileCall call(network(), to(early.url()), document(30'000'000));
    QCOMPARE(run(call).code, ErrorCode::ConnectionLost);
}

void TestUpload::serverIsSilent()
{
    m_policy.idleTimeout = 300ms;
    HeadServer server([](QTcpSocket &) {});
    UploadFileCall call(network(), to(server.url()), document(30'000'000));
    QCOMPARE(run(call).code, ErrorCode::TimedOut);
    QVERIFY(server.isBrokenOff(30'000'000));
}

void TestUpload::answerIsTooLong()
{
    m_policy.answerLimit = 1'000;
    AnswerServer<QTcpServer> server(
        [](const QByteArray &) { return httpAnswer("201 Created", taken + QByteArray(1'000'000, ' ')); });
    const auto error = upload(to(server.url(u"http"_s)));
    QCOMPARE(error.code, ErrorCode::UnreadableAnswer);
    QVERIFY(error.detail.contains(u"1000"_s));
}

void TestUpload::documentGetsShorter()
{
    const auto path = document(30'000'000);
    HeadServer server([&](QTcpSocket &socket) {
        QVERIFY(QFile::resize(path, 1'000'000));
        socket.setReadBufferSize(0);
        connect(&socket, &QTcpSocket::readyRead, &socket, [&socket] { socket.readAll(); });
        socket.readAll();
    });
    UploadFileCall call(network(), to(server.url()), path);
    QCOMPARE(run(call).code, ErrorCode::UnreadableAnswer);
    QVERIFY(call.error().detail.contains("changed"_L1));
    QCOMPARE(call.error().place, path);
    QVERIFY(!call.mayHaveArrived());
}

/// What is open can be read to its end, but nobody knows what the name means now.
void TestUpload::documentVanishes()
{
    const auto path = document(2'000'000);
    AnswerServer<QTcpServer> server([&](const QByteArray &head) {
        QFile::remove(path);
        return takes(head);
    });
    UploadFileCall call(network(), to(server.url(u"http"_s)), path);
    QCOMPARE(run(call).code, ErrorCode::UnreadableAnswer);
    QVERIFY(call.error().detail.contains("changed"_L1));
    QCOMPARE(call.file().id, FileId(u"dfl-1"_s));
    UploadFileCall again(network(), to(server.url(u"http"_s)), path);
    QCOMPARE(run(again).code, ErrorCode::FileMissing);
}

void TestUpload::cancelEndsItAtOnce()
{
    HeadServer server([](QTcpSocket &) {});
    UploadFileCall call(network(), to(server.url()), document(30'000'000));
    int cancelled = 0;
    connect(&call, &Call::cancelled, this, [&] { ++cancelled; });
    call.start();
    QTRY_COMPARE(server.begun, 1);
    call.cancel();
    QCOMPARE(cancelled, 1);
    QVERIFY(server.isBrokenOff(30'000'000));
    // The sender is free for the next.
    AnswerServer<QTcpServer> other(takes);
    QCOMPARE(upload(to(other.url(u"http"_s))).code, ErrorCode::None);
}

void TestUpload::programEndsMeanwhile()
{
    HeadServer server([](QTcpSocket &) {});
    CallPointer call(new UploadFileCall(network(), to(server.url()), document(30'000'000)));
    call->start();
    QTRY_COMPARE(server.begun, 1);
    call.reset();
    m_manager.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(server.isBrokenOff(30'000'000));
}

void TestUpload::ownAuthority()
{
    AnswerServer<QSslServer> server(takes);
    server.setSslConfiguration(m_authority.serverWith(u"here"_s));
    QCOMPARE(upload(toTls(server.url(u"https"_s))).code, ErrorCode::None);
    const auto [file, field] = partsIn(server.bodies.value(0));
    QVERIFY(file == someBytes(2'000'000));
    QCOMPARE(field, "sha256:" + hashOf(file));
}

void TestUpload::unknownAuthority()
{
    AnswerServer<QSslServer> server(takes);
    server.setSslConfiguration(m_authority.serverWith(u"here"_s));
    QCOMPARE(upload(to(server.url(u"https"_s))).code, ErrorCode::CertificateRefused);
    // The key never left.
    QVERIFY(server.heads.isEmpty());
}

void TestUpload::otherHostInTheCertificate()
{
    AnswerServer<QSslServer> server(takes);
    server.setSslConfiguration(m_authority.serverWith(u"there"_s));
    QCOMPARE(upload(toTls(server.url(u"https"_s))).code, ErrorCode::CertificateRefused);
    QVERIFY(server.heads.isEmpty());
}

void TestUpload::proxyOfTheProfile()
{
    AnswerServer<QTcpServer> server(takes);
    CountingProxy proxy(CountingProxy::Mood::Helpful);
    goThrough(server.url(u"http"_s), Profile::Proxy::Manual, proxy.url());
    QCOMPARE(upload(to(server.url(u"http"_s))).code, ErrorCode::None);
    QCOMPARE(proxy.requests, 1);
    QVERIFY(partsIn(server.bodies.value(0)).first == someBytes(2'000'000));
}

void TestUpload::proxyOfTheProfileWithTls()
{
    AnswerServer<QSslServer> server(takes);
    server.setSslConfiguration(m_authority.serverWith(u"here"_s));
    CountingProxy proxy(CountingProxy::Mood::Helpful);
    goThrough(server.url(u"https"_s), Profile::Proxy::Manual, proxy.url());
    QCOMPARE(upload(toTls(server.url(u"https"_s))).code, ErrorCode::None);
    QCOMPARE(proxy.requests, 1);
    QVERIFY(partsIn(server.bodies.value(0)).first == someBytes(2'000'000));
}

void TestUpload::noProxyWhateverTheEnvironmentSays()
{
    AnswerServer<QTcpServer> server(takes);
    CountingProxy proxy(CountingProxy::Mood::Helpful);
    for (const auto *name : {"http_proxy", "all_proxy", "ALL_PROXY"})
        qputenv(name, proxy.url().toEncoded());
    goThrough(server.url(u"http"_s), Profile::Proxy::None, {});
    const auto direct = upload(to(server.url(u"http"_s)));
    // And where one is chosen, the environment cannot take it away.
    qputenv("no_proxy", "127.0.0.1");
    goThrough(server.url(u"http"_s), Profile::Proxy::Manual, proxy.url());
    const auto chosen = upload(to(server.url(u"http"_s)));
    for (const auto *name : {"http_proxy", "all_proxy", "ALL_PROXY", "no_proxy"})
        qunsetenv(name);
    QCOMPARE(direct.code, ErrorCode::None);
    QCOMPARE(chosen.code, ErrorCode::None);
    QCOMPARE(proxy.requests, 1);
}

void TestUpload::proxyRefuses_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("plain") << u"http"_s;
    QTest::newRow("tunnel") << u"https"_s;
}

void TestUpload::proxyRefuses()
{
    QFETCH(QString, scheme);
    AnswerServer<QTcpServer> server(takes);
    CountingProxy proxy(CountingProxy::Mood::WantsPassword);
    goThrough(server.url(scheme), Profile::Proxy::Manual, proxy.url());
    const auto error = upload(toTls(server.url(scheme)));
    QCOMPARE(error.code, ErrorCode::NoNetwork);
    QVERIFY2(error.detail.startsWith("proxy: "_L1), qPrintable(error.detail));
    QCOMPARE(server.connections, 0);
}

void TestUpload::proxyIsNotThere()
{
    AnswerServer<QTcpServer> server(takes);
    QUrl gone;
    {
        CountingProxy proxy(CountingProxy::Mood::Helpful);
        gone = proxy.url();
    }
    goThrough(server.url(u"http"_s), Profile::Proxy::Manual, gone);
    const auto error = upload(to(server.url(u"http"_s)));
    QCOMPARE(error.code, ErrorCode::ConnectionRefused);
    QVERIFY2(error.detail.startsWith("proxy: "_L1), qPrintable(error.detail));
    QCOMPARE(server.connections, 0);
}

QTEST_GUILESS_MAIN(TestUpload)
#include "tst_upload.moc"
