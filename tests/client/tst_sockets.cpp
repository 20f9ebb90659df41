// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/accessmanager.h"
#include "client/createjobcall.h"
#include "client/getjobcall.h"
#include "client/listprojectscall.h"
#include "client/uploadfilecall.h"

#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::client;

namespace {

/// A server that does to each connection what a test says, once the head of a request is there.
class RawServer : public QTcpServer
{
public:
    explicit RawServer(std::function<void(QTcpSocket &)> answer)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this, answer = std::move(answer)] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, answer, answered = false]() mutable {
                heads += socket->readAll();
                if (!answered && heads.contains("\r\n\r\n")) {
                    answered = true;
                    ++requests;
                    answer(*socket);
                }
            });
        });
    }
    Connection connection() const
    {
        return {u"raw"_s, QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())), u"llx-secret"_s, {}, 0};
    }

    QByteArray heads;
    int requests = 0;
};

void reply(QTcpSocket &socket, const QByteArray &head, const QByteArray &body)
{
    socket.write("HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace

/// Calls over real sockets: what Qt makes of a misbehaving server is what the rest of the client builds on.
class TestSockets : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answers();
    void closesWithoutAnAnswer();
    void breaksOffInTheMiddle();
    void isSilent();
    void isSlowButAlive();
    void neverEnds();
    void redirects();
    void refusesAnUploadEarly();
    void isNotThere();

private:
    Error run(Call &call);
    Network network() { return {*m_manager, m_clock, m_scheduler, m_policy}; }

    std::unique_ptr<AccessManager> m_manager;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    RetryPolicy m_policy;
};

void TestSockets::init()
{
    m_manager = std::make_unique<AccessManager>();
    m_policy = {};
    m_policy.attempts = 1;
}

Error TestSockets::run(Call &call)
{
    // Not qWaitFor, which naps between events and so would make uploads slow.
    QEventLoop loop;
    connect(&call, &Call::finished, &loop, &QEventLoop::quit);
    connect(&call, &Call::failed, &loop, &QEventLoop::quit);
    call.start();
    loop.exec();
    return call.error();
}

void TestSockets::answers()
{
    RawServer server([](QTcpSocket &socket) { reply(socket, "200 OK", R"([{"id": "prj-1", "name": "Default"}])"); });
    ListProjectsCall call(network(), server.connection());
    QCOMPARE(run(call).code, ErrorCode::None);
    QCOMPARE(call.projects().size(), 1u);
    QVERIFY(server.heads.contains("Authorization: Bearer llx-secret\r\n"));
    QVERIFY(server.heads.startsWith("GET /api/v1/projects HTTP/1.1\r\n"));
}

void TestSockets::closesWithoutAnAnswer()
{
    RawServer server([](QTcpSocket &socket) { socket.abort(); });
    CreateJobCall call(network(), server.connection(), {u"dfl-1"_s, Json::object(), {}});
    QCOMPARE(run(call).code, ErrorCode::ConnectionLost);
    QVERIFY(call.mayHaveArrived());
}

void TestSockets::breaksOffInTheMiddle()
{
    RawServer server([](QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"id\": \"ext-1\", ");
        socket.disconnectFromHost();
    });
    CreateJobCall call(network(), server.connection(), {u"dfl-1"_s, Json::object(), {}});
    QCOMPARE(run(call).code, ErrorCode::ConnectionLost);
    QVERIFY(call.mayHaveArrived());
}

void TestSockets::isSilent()
{
    m_policy.idleTimeout = 200ms;
    RawServer server([](QTcpSocket &) {});
    CreateJobCall call(network(), server.connection(), {u"dfl-1"_s, Json::object(), {}});
    QCOMPARE(run(call).code, ErrorCode::TimedOut);
    QVERIFY(call.mayHaveArrived());
}

void TestSockets::isSlowButAlive()
{
    m_policy.idleTimeout = 400ms;
    RawServer server([](QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n");
        for (int i = 0; i < 11; ++i)
            QTimer::singleShot(100 * (i + 1), &socket, [&socket, i] {
                socket.write(i == 0 ? "[ " : i == 10 ? " ]" : "  ");
            });
    });
    ListProjectsCall call(network(), server.connection());
    QCOMPARE(run(call).code, ErrorCode::None);
}

void TestSockets::neverEnds()
{
    m_policy.answerLimit = 100'000;
    RawServer server([](QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n[");
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write(QByteArray(20'000, ' ')); });
        timer->start(1);
    });
    ListProjectsCall call(network(), server.connection());
    QCOMPARE(run(call).code, ErrorCode::UnreadableAnswer);
}

void TestSockets::redirects()
{
    RawServer thief([](QTcpSocket &socket) { reply(socket, "200 OK", "[]"); });
    RawServer server([&thief](QTcpSocket &socket) {
        reply(socket, "302 Found\r\nLocation: " + thief.connection().baseUrl.toEncoded() + "/api/v1/projects", {});
    });
    ListProjectsCall call(network(), server.connection());
    QCOMPARE(run(call).code, ErrorCode::RequestRefused);
    QTest::qWait(100);
    QCOMPARE(thief.requests, 0);
}

void TestSockets::refusesAnUploadEarly()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"big.pdf"_s);
    QVERIFY(writeFile(path, QByteArray(30'000'000, 'x')));
    RawServer server(
        [](QTcpSocket &socket) { reply(socket, "413 Payload Too Large", R"({"detail": "file size exceeds 20 MB"})"); });
    UploadFileCall call(network(), server.connection(), path);
    const auto error = run(call);
    QCOMPARE(error.code, ErrorCode::FileTooLarge);
    QCOMPARE(error.detail, u"file size exceeds 20 MB"_s);
}

void TestSockets::isNotThere()
{
    Connection nobody;
    {
        RawServer server([](QTcpSocket &) {});
        nobody = server.connection();
    }
    CreateJobCall call(network(), nobody, {u"dfl-1"_s, Json::object(), {}});
    QCOMPARE(run(call).code, ErrorCode::ConnectionRefused);
    QVERIFY(!call.mayHaveArrived());
    nobody.baseUrl = QUrl(u"http://nowhere.invalid"_s);
    ListProjectsCall unknown(network(), nobody);
    QCOMPARE(run(unknown).code, ErrorCode::HostNotFound);
}

QTEST_GUILESS_MAIN(TestSockets)
#include "tst_sockets.moc"
