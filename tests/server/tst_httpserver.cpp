// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httpserver.h"

#include <QFile>
#include <QTest>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::server;

namespace {

constexpr int patience = 20'000;

/// A plain socket to a port of this computer.
class Client
{
public:
    explicit Client(int port, const QByteArray &bytes = {}) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<quint16>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof(address)) == 0;
        (void)send(bytes);
    }
    ~Client() { ::close(m_socket); }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    bool isConnected() const { return m_isConnected; }
    bool send(const QByteArray &bytes) const
    {
        return ::send(m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) ==
               bytes.size();
    }
    /// What comes until `count` answers ended, or the connection did.
    QByteArray receive(int count = 1)
    {
        QByteArray all;
        while (all.count("</answer>") < count) {
            const auto piece = next();
            if (piece.isEmpty())
                break;
            all += piece;
        }
        return all;
    }
    /// Everything until the connection ends.
    QByteArray receiveAll() { return receive(1'000'000); }
    bool hasEnded() const
    {
        pollfd poll{m_socket, POLLIN, 0};
        char byte = 0;
        return ::poll(&poll, 1, 0) > 0 && ::recv(m_socket, &byte, 1, MSG_PEEK) <= 0;
    }

private:
    QByteArray next() const
    {
        pollfd poll{m_socket, POLLIN, 0};
        if (::poll(&poll, 1, patience) <= 0)
            return {};
        QByteArray piece(65'536, '\0');
        const auto size = ::recv(m_socket, piece.data(), static_cast<std::size_t>(piece.size()), 0);
        return piece.left(qMax<qsizetype>(0, size));
    }

    int m_socket;
    bool m_isConnected = false;
};

using Clients = std::vector<std::unique_ptr<Client>>;

void add(Clients &clients, int count, int port, const QByteArray &bytes = {})
{
    for (int i = 0; i < count; ++i)
        clients.push_back(std::make_unique<Client>(port, bytes));
}

const QByteArray get = "GET /thing HTTP/1.1\r\nHost: x\r\n\r\n";
const QByteArray upload = "POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n";

} // namespace

/// The listener and its reactor, with clients that behave badly.
class TestHttpServer : public QObject
{
    Q_OBJECT

private:
    std::atomic<int> m_gets = 0;
    std::atomic<int> m_bodies = 0;
    std::unique_ptr<HttpServer> m_server;

    void start(const ConnectionLimits &limits = {})
    {
        m_gets = m_bodies = 0;
        auto server = HttpServer::bind(0, limits);
        QVERIFY(server);
        m_server = *std::move(server);
        m_server->start([this](const Request &request) {
            Response response;
            if (request.method == "GET") {
                ++m_gets;
            } else {
                qint64 size = 0;
                const auto end = request.readBody(2'000'000, [&size](const char *, std::size_t count) {
                    size += static_cast<qint64>(count);
                    return true;
                });
                if (end == BodyEnd::Complete)
                    ++m_bodies;
                response.headers.emplace_back("X-Size", QByteArray::number(size));
            }
            response.body = request.path + "</answer>";
            return response;
        });
    }

    /// How many of `count` newcomers, one after the other, get their answer.
    int answered(int count) const
    {
        int answers = 0;
        for (int i = 0; i < count; ++i)
            answers += Client(m_server->port(), get).receive().startsWith("HTTP/1.1 200 ");
        return answers;
    }

private slots:
    void initTestCase()
    {
        // Both ends of every connection are in this process.
        rlimit limit{};
        ::getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = qMin<rlim_t>(limit.rlim_max, 8192);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
    }

    void cleanup() { m_server.reset(); }

    void newcomersAreAnsweredAmongSlowClients()
    {
        start();
        Clients silent, dribbling, uploading;
        add(silent, 400, m_server->port());
        add(dribbling, 200, m_server->port(), "GET / HTTP/1.1\r\nX-Slow: ");
        add(uploading, 200, m_server->port(), upload);
        std::atomic<bool> over = false;
        auto drip = std::async(std::launch::async, [&] {
            while (!over) {
                for (const auto *clients : {&dribbling, &uploading})
                    for (const auto &client : *clients)
                        (void)client->send("x");
                std::this_thread::sleep_for(20ms);
            }
        });
        const auto answers = answered(100);
        // A client that is there already is served as well, again and again.
        Client regular(m_server->port());
        int again = 0;
        for (int i = 0; i < 100; ++i)
            again += regular.send(get) && regular.receive().startsWith("HTTP/1.1 200 ");
        over = true;
        drip.wait();
        QCOMPARE(answers, 100);
        QCOMPARE(again, 100);
        QCOMPARE(m_gets, 200);
    }

    /// Also when every place is taken by a slow client that is being served.
    void theSlowestMakesRoom()
    {
        start({.connections = 20, .grace = 100ms});
        Clients uploading;
        add(uploading, 20, m_server->port(), upload);
        QTest::qWait(400);
        // One that has sent most of its body is not the slowest.
        const auto &quick = uploading.front();
        QVERIFY(quick->send(QByteArray(900'000, 'x')));
        QTest::qWait(200);
        QCOMPARE(answered(10), 10);
        QVERIFY(std::ranges::count_if(uploading, [](const auto &client) { return client->hasEnded(); }) > 0);
        QVERIFY(!quick->hasEnded());
        QVERIFY(quick->send(QByteArray(100'000, 'x')));
        QVERIFY(quick->receive().contains("X-Size: 1000000"));
    }

    /// Nobody who is served in time loses the connection to a newcomer.
    void whenNobodyIsSlowNewcomersAreToldToComeAgain()
    {
        start({.connections = 5});
        Clients uploading;
        add(uploading, 5, m_server->port(), upload);
        QTest::qWait(200);
        const auto answer = Client(m_server->port(), get).receiveAll();
        QVERIFY2(answer.startsWith("HTTP/1.1 503 "), answer.constData());
        QVERIFY(answer.contains("\r\nRetry-After: 1\r\n"));
        for (const auto &client : uploading) {
            QVERIFY(client->send(QByteArray(1'000'000, 'x')));
            QVERIFY(client->receive().contains("X-Size: 1000000"));
        }
        QCOMPARE(m_bodies, 5);
    }

    void headsHaveALimit_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("bytes") << "GET / HTTP/1.1\r\nX: " + QByteArray(80'000, 'x') + "\r\n\r\n";
        QTest::newRow("bytes without an end") << "GET / HTTP/1.1\r\nX: " + QByteArray(200'000, 'x');
        QTest::newRow("lines") << "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(200) + "\r\n";
        QTest::newRow("no request") << QByteArray(200'000, 'x');
    }

    void headsHaveALimit()
    {
        QFETCH(QByteArray, head);
        start();
        Client client(m_server->port(), head);
        const auto answer = client.receiveAll();
        QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 431 "), answer.constData());
        QCOMPARE(m_gets, 0);
        QCOMPARE(answered(1), 1);
    }

    void headsAndPausesHaveATime()
    {
        start({.head = 300ms, .idle = 300ms});
        Client silent(m_server->port());
        Client dribbling(m_server->port(), "GET / HTTP/1.1\r\n");
        Client idle(m_server->port(), get);
        QVERIFY(idle.receive().startsWith("HTTP/1.1 200 "));
        for (int i = 0; i < 20 && dribbling.send("X: y\r\n"); ++i)
            QTest::qWait(50);
        QCOMPARE(silent.receiveAll(), QByteArray());
        QVERIFY(silent.hasEnded());
        QVERIFY(dribbling.receiveAll().startsWith("HTTP/1.1 408 "));
        QCOMPARE(idle.receiveAll(), QByteArray());
        QVERIFY(idle.hasEnded());
    }

    void bodiesMayNotStall()
    {
        start({.stall = 300ms});
        Client client(m_server->port(), upload + "x");
        (void)client.receiveAll();
        QVERIFY(client.hasEnded());
        QCOMPARE(m_bodies, 0);
    }

    void requestsMayComeTogether()
    {
        start();
        Client client(m_server->port(), get + "\r\nPOST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc" + get);
        const auto answers = client.receive(3);
        QCOMPARE(answers.count("HTTP/1.1 200 "), 3);
        QVERIFY(answers.indexOf("/thing<") < answers.indexOf("/a<"));
        QVERIFY(answers.contains("X-Size: 3\r\n"));
    }

    void requestsMayComeByteByByte()
    {
        start();
        Client client(m_server->port());
        for (const auto byte :
             "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n" + get)
            QVERIFY(client.send(QByteArray(1, byte)));
        const auto answers = client.receive(2);
        QCOMPARE(answers.count("HTTP/1.1 200 "), 2);
        QVERIFY(answers.contains("X-Size: 3\r\n"));
    }

    /// What nobody reads must not be taken for the next request.
    void aBodyWhereNoneBelongsEndsTheConnection()
    {
        start();
        const auto hidden = QByteArray("GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n");
        Client client(m_server->port(), "GET /thing HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                                            QByteArray::number(hidden.size()) + "\r\n\r\n" + hidden);
        const auto answers = client.receiveAll();
        QCOMPARE(answers.count("HTTP/1.1 "), 1);
        QVERIFY(!answers.contains("/hidden"));
        QCOMPARE(m_gets, 1);
        Client nonsense(m_server->port(), "nonsense\r\n\r\n" + get);
        QVERIFY(!nonsense.receiveAll().contains(" 200 "));
    }

    void packedBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("packing");
        for (const auto *packing : {"gzip", "deflate", "br", "x-unknown"})
            QTest::newRow(packing) << QByteArray(packing);
    }

    /// A few bytes could become gigabytes.
    void packedBodiesAreRefused()
    {
        QFETCH(QByteArray, packing);
        start();
        // zlib's bytes, without Qt's four of length.
        const auto bomb = qCompress(QByteArray(50'000'000, 'x'), 9).mid(4);
        Client client(m_server->port(), "POST / HTTP/1.1\r\nHost: x\r\nContent-Encoding: " + packing +
                                            "\r\nContent-Length: " + QByteArray::number(bomb.size()) + "\r\n\r\n" +
                                            bomb + get);
        const auto answers = client.receive();
        QVERIFY2(answers.startsWith("HTTP/1.1 415 "), answers.constData());
        QVERIFY(answers.contains("Content-Encoding"));
        QVERIFY(answers.contains("HTTP/1.1 200 "));
        QCOMPARE(m_bodies, 0);
    }

    /// Packing takes longer than any way within a computer.
    void answersAreNotPacked()
    {
        start();
        Client client(m_server->port(), "GET /thing HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip, deflate\r\n\r\n");
        const auto answer = client.receive();
        QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
        QVERIFY2(!answer.contains("Content-Encoding"), answer.constData());
        QVERIFY(answer.contains("/thing</answer>"));
    }

    /// A worker process must not hold the service's connections.
    void connectionsAreNotInherited()
    {
        start();
        Client client(m_server->port(), get);
        QVERIFY(!client.receive().isEmpty());
        int sockets = 0;
        for (int descriptor = 3; descriptor < 64; ++descriptor) {
            sockaddr_in address{};
            socklen_t size = sizeof(address);
            if (::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0 ||
                address.sin_family != AF_INET || ntohs(address.sin_port) != m_server->port())
                continue;
            ++sockets;
            QVERIFY(::fcntl(descriptor, F_GETFD) & FD_CLOEXEC);
        }
        // The listening one and the accepted one.
        QCOMPARE(sockets, 2);
    }

    void itListensOnThisComputerOnly()
    {
        start();
        QFile table(u"/proc/net/tcp"_s);
        QVERIFY(table.open(QIODevice::ReadOnly));
        const auto port = QByteArray::number(m_server->port(), 16).rightJustified(4, '0').toUpper();
        QByteArrayList listening;
        for (const auto &line : table.readAll().split('\n'))
            if (const auto fields = line.simplified().split(' '); fields.value(3) == "0A")
                if (fields.value(1).endsWith(':' + port))
                    listening << fields.value(1).left(8);
        QCOMPARE(listening, QByteArrayList({"0100007F"}));
    }

    void stoppingEndsWhatIsUnderWay()
    {
        start();
        Client silent(m_server->port());
        Client uploading(m_server->port(), upload + "x");
        QCOMPARE(answered(1), 1);
        m_server->stop();
        QCOMPARE(silent.receiveAll(), QByteArray());
        (void)uploading.receiveAll();
        QVERIFY(uploading.hasEnded());
        QVERIFY(!Client(m_server->port()).isConnected());
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
