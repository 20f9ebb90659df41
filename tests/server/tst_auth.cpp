// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth.h"

#include <QTest>

using namespace xs::server;

namespace {

Request withHeaders(const QHash<QByteArray, QByteArray> &headers)
{
    Request request;
    request.headers = headers;
    return request;
}

int statusOf(const std::optional<Response> &refusal)
{
    return refusal ? refusal->status : 200;
}

} // namespace

class TestAuth : public QObject
{
    Q_OBJECT

private slots:
    void hostsAndOrigins_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *host, const char *origin, int status) {
            QTest::newRow(name) << QByteArray(host) << QByteArray(origin) << status;
        };
        row("by number", "127.0.0.1:8123", "", 200);
        row("by name", "LocalHost:8123", "", 200);
        row("IPv6", "[::1]:8123", "", 200);
        row("rebound name", "evil.example:8123", "", 403);
        row("prefix of a name", "127.0.0.1.evil.example:8123", "", 403);
        row("other port", "127.0.0.1:80", "", 403);
        row("no port", "127.0.0.1", "", 403);
        row("no host", "", "", 403);
        row("own origin", "127.0.0.1:8123", "http://127.0.0.1:8123", 200);
        row("foreign origin", "127.0.0.1:8123", "https://evil.example", 403);
        row("a page of another local port", "127.0.0.1:8123", "http://localhost:3000", 403);
        row("a file or a sandboxed frame", "127.0.0.1:8123", "null", 403);
    }

    void hostsAndOrigins()
    {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, origin);
        QFETCH(int, status);
        const Gate gate("secret", 8123);
        QCOMPARE(statusOf(gate.checkOrigin(withHeaders({{"host", host}, {"origin", origin}}))), status);
    }

    /// Elsewhere than on the loopback address, that one name is its own.
    void anotherAddress()
    {
        const auto status = [](const ListenPlace &place, const QByteArray &host) {
            return statusOf(Gate("secret", place).checkOrigin(withHeaders({{"host", host}})));
        };
        const ListenPlace inside(8123, QStringLiteral("192.0.2.7"));
        QCOMPARE(status(inside, "192.0.2.7:8123"), 200);
        QCOMPARE(status(inside, "127.0.0.1:8123"), 403);
        QCOMPARE(status(inside, "192.0.2.8:8123"), 403);
        QCOMPARE(status({8123, QStringLiteral("2001:db8::1")}, "[2001:db8::1]:8123"), 200);
        QCOMPARE(status({80, QStringLiteral("192.0.2.7")}, "192.0.2.7"), 200);
        QCOMPARE(status({8123, QStringLiteral("127.0.0.2")}, "127.0.0.2:8123"), 200);
        QCOMPARE(status({8123, QStringLiteral("127.0.0.2")}, "localhost:8123"), 200);
    }

    void tokens()
    {
        const Gate gate("secret-token", 1);
        const auto status = [&gate](const QByteArray &value) {
            return statusOf(gate.checkToken(withHeaders({{"authorization", value}})));
        };
        QCOMPARE(status("Bearer secret-token"), 200);
        QCOMPARE(status("bearer  secret-token "), 200);
        QCOMPARE(status("Bearer secret-toke"), 401);
        QCOMPARE(status("Bearer secret-token-and-more"), 401);
        QCOMPARE(status("Bearer "), 401);
        QCOMPARE(status("Basic secret-token"), 401);
        QCOMPARE(status(""), 401);
    }

    void anyTokenWillDoIfSoConfigured()
    {
        const Gate gate({}, 1);
        QCOMPARE(statusOf(gate.checkToken(withHeaders({{"authorization", "Bearer llx-anything"}}))), 200);
        QCOMPARE(statusOf(gate.checkToken(withHeaders({{"authorization", "Bearer "}}))), 401);
        QCOMPARE(statusOf(gate.checkToken(withHeaders({}))), 401);
    }

    void comparison()
    {
        QVERIFY(equalInConstantTime("", ""));
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("abc", "abcd"));
    }
};

QTEST_GUILESS_MAIN(TestAuth)
#include "tst_auth.moc"
