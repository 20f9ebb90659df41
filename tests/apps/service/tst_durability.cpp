// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QDir>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUuid>

#include <csignal>
#include <functional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::service::test;

namespace {

/// As many kills as a run of all tests has time for; scripts/soak sets more.
constexpr int usualKills = 25;
constexpr int chainsAtOnce = 3;
/// In one run of the service; more would only wait.
constexpr int mostUploads = 4;

/// The configured number, or else the usual one.
quint32 setting(const char *name, quint32 usual)
{
    bool ok = false;
    const auto value = qEnvironmentVariable(name).toUInt(&ok);
    return ok ? value : usual;
}

/// Takes every event and remembers it.
class EventReceiver : public QObject
{
public:
    EventReceiver()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            auto *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_buffers.remove(socket);
                socket->deleteLater();
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    QString url() const { return u"http://127.0.0.1:%1/"_s.arg(m_server.serverPort()); }

    /// By event id: the body, which must be the same each time it is sent.
    QHash<QString, QByteArray> events;
    int deliveries = 0;
    int contradictions = 0;

private:
    void read(QTcpSocket *socket)
    {
        auto &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const auto head = buffer.indexOf("\r\n\r\n");
        const auto at = buffer.left(qMax(head, 0)).toLower().indexOf("content-length:");
        if (head < 0 || at < 0)
            return;
        const auto size = buffer.mid(at + 15, buffer.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (buffer.size() < head + 4 + size)
            return;
        const auto body = buffer.mid(head + 4, size);
        buffer.clear();
        const auto id = toQString(member(parseJson(body).value_or(Json()), "event_id"));
        ++deliveries;
        if (events.contains(id) && events[id] != body)
            ++contradictions;
        events.insert(id, body);
        socket->write("HTTP/1.1 204 X\r\nContent-Length: 0\r\n\r\n");
    }

    QHash<QTcpSocket *, QByteArray> m_buffers;
    /// Ends first, while its sockets can still be forgotten.
    QTcpServer m_server;
};

/// What the service has promised: everything here was answered with success.
struct Promises
{
    /// File id → its bytes.
    QHash<QString, QByteArray> files;
    /// Job id → file id.
    QHash<QString, QString> jobs;
    /// Jobs that were seen to be over, and how.
    QHash<QString, QString> ends;
    /// Jobs that were asked to be cancelled; the kill may have come between the deed and the answer.
    QSet<QString> cancelAsked;
    /// File id → the key of a creation whose answer did not come.
    QHash<QString, QByteArray> unanswered;
};

/// One client of one run of the service: uploads, creates, reads, sometimes cancels, until the service is gone.
class Traffic : public QObject
{
public:
    Traffic(RunningService &service, Promises &promises, QRandomGenerator &random, QString hook)
        : m_url(service.url()), m_token(service.token()), m_promises(promises), m_random(random),
          m_hook(std::move(hook))
    {
    }

    void run(QProcess &service)
    {
        QEventLoop loop;
        connect(&service, &QProcess::finished, &loop, &QEventLoop::quit);
        for (int i = 0; i < chainsAtOnce; ++i)
            next();
        // What a kill left without an answer is sent again, with its key.
        const auto unanswered = m_promises.unanswered;
        for (auto it = unanswered.cbegin(); it != unanswered.cend(); ++it)
            create(it.key(), it.value());
        if (service.state() != QProcess::NotRunning)
            loop.exec();
    }

    QStringList problems;

private:
    using Then = std::function<void(const Json &)>;

    void send(const QByteArray &method, const QString &path, const QByteArray &body, const QByteArray &type,
              const QByteArray &key, const Then &then)
    {
        QNetworkRequest request(QUrl(m_url + path));
        request.setRawHeader("Authorization", "Bearer " + m_token);
        if (!type.isEmpty())
            request.setRawHeader("Content-Type", type);
        if (!key.isEmpty())
            request.setRawHeader("Idempotency-Key", key);
        auto *reply = m_network.sendCustomRequest(request, method, body);
        connect(reply, &QNetworkReply::finished, this, [this, reply, then] {
            reply->deleteLater();
            const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            const auto json = parseJson(reply->readAll());
            // No status: killed.
            if (reply->error() == QNetworkReply::NoError && json)
                then(*json);
            else if (status >= 400 && status != 409)
                problems << u"answer %1"_s.arg(status);
            else if (status == 409)
                next();
        });
    }

    void next()
    {
        const auto known = m_promises.jobs.keys();
        const auto dice = m_random.bounded(40);
        if (known.isEmpty() || (m_uploads < mostUploads && dice < 20)) {
            ++m_uploads;
            upload();
        } else if (dice > 0) {
            look(known[m_random.bounded(known.size())]);
        } else {
            cancel(known[m_random.bounded(known.size())]);
        }
    }

    void upload()
    {
        static const auto document = readFile(QStringLiteral(XS_SOURCE_DIR "/tests/samples/plain.pdf"));
        // A reader passes over what follows a PDF's end, so each file has bytes of its own.
        const auto bytes =
            document + "\n%" + QUuid::createUuid().toByteArray() + QByteArray(m_random.bounded(200'000), 'x');
        send("POST", u"/api/v1/beta/files"_s, uploadForm(u"plain.pdf"_s, bytes), formHeaders().front().second, {},
             [this, bytes](const Json &file) {
                 const auto id = toQString(file["id"]);
                 m_promises.files.insert(id, bytes);
                 create(id, QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
             });
    }

    void create(const QString &file, const QByteArray &key)
    {
        auto body = createBody(file);
        body["webhook_configurations"] =
            Json::array({Json{{"webhook_url", toStd(m_hook)}, {"webhook_output_format", "json"}}});
        m_promises.unanswered.insert(file, key);
        send("POST", u"/api/v2/extract"_s, toBytes(body), "application/json", key, [this, file](const Json &job) {
            m_promises.unanswered.remove(file);
            m_promises.jobs.insert(toQString(job["id"]), file);
            next();
        });
    }

    void look(const QString &id)
    {
        const auto promised = m_promises.ends.value(id);
        send("GET", u"/api/v2/extract/"_s + id, {}, {}, {}, [this, id, promised](const Json &job) {
            note(id, toQString(job["status"]), promised);
            next();
        });
    }

    void cancel(const QString &id)
    {
        m_promises.cancelAsked.insert(id);
        const auto promised = m_promises.ends.value(id);
        send("POST", u"/api/v2/extract/%1/cancel"_s.arg(id), {}, {}, {}, [this, id, promised](const Json &) {
            note(id, u"CANCELLED"_s, promised);
            next();
        });
    }

    /// `promised` is the end that was known when the request was sent: of two requests that are under way together, the
    /// answers may come in either order.
    void note(const QString &id, const QString &status, const QString &promised)
    {
        if (!promised.isEmpty() && promised != status)
            problems << u"%1 was %2 and is %3"_s.arg(id, promised, status);
        if (status != "PENDING"_L1 && status != "RUNNING"_L1)
            m_promises.ends.insert(id, status);
    }

    int m_uploads = 0;
    QNetworkAccessManager m_network;
    QString m_url;
    QByteArray m_token;
    Promises &m_promises;
    QRandomGenerator &m_random;
    QString m_hook;
};

/// Kills a process after some time, from outside of it and of Qt's timers.
class Killer
{
public:
    Killer(QProcess &process, int milliseconds)
        : m_thread([id = static_cast<pid_t>(process.processId()), milliseconds] {
              std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
              ::kill(id, SIGKILL);
          })
    {
    }
    ~Killer() { m_thread.join(); }

private:
    std::thread m_thread;
};

} // namespace

/// What the service acknowledged is kept, whenever it is killed. XS_KILLS and XS_SEED choose how often and when.
class TestDurability : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const QString m_data = m_folder.filePath(u"data"_s);
    Promises m_promises;
    EventReceiver m_receiver;
    quint32 m_seed = setting("XS_SEED", QRandomGenerator::global()->generate());
    QRandomGenerator m_random{m_seed};
    int m_killedAtStart = 0;

    void killOnce()
    {
        RunningService service(m_data, {u"--workers"_s, u"2"_s});
        if (m_random.bounded(5) == 0) {
            // While it starts: it takes up jobs, settles files and sends events.
            const Killer killer(service.process(), m_random.bounded(120));
            QCOMPARE(service.exitStatus(), -1);
            ++m_killedAtStart;
            return;
        }
        QVERIFY2(service.isUp(), toBytes(service.firstLine()) + service.process().readAllStandardError());
        Traffic traffic(service, m_promises, m_random, m_receiver.url());
        {
            const Killer killer(service.process(), m_random.bounded(400));
            traffic.run(service.process());
        }
        QVERIFY2(traffic.problems.isEmpty(), qPrintable(traffic.problems.join(u'\n')));
    }

private slots:
    void killsAtRandomMoments()
    {
        const auto kills = setting("XS_KILLS", usualKills);
        qInfo("XS_SEED=%u XS_KILLS=%u", m_seed, kills);
        for (quint32 i = 0; i < kills; ++i) {
            killOnce();
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(!m_promises.jobs.isEmpty());
        qInfo("%u kills, %d of them during a start: %lld files and %lld jobs acknowledged", kills, m_killedAtStart,
              qlonglong(m_promises.files.size()), qlonglong(m_promises.jobs.size()));
    }

    void everyAcknowledgedJobEnds()
    {
        RunningService service(m_data);
        QVERIFY2(service.isUp(), toBytes(service.firstLine()) + service.process().readAllStandardError());
        // As long as any ends, the others may take their time.
        const auto open = [&service] {
            return service.get(u"/api/v2/extract?status=PENDING&page_size=1000"_s).json["items"].size() +
                   service.get(u"/api/v2/extract?status=RUNNING"_s).json["items"].size();
        };
        // Also those whose acknowledgement the kill took away.
        for (auto left = open(); left > 0;) {
            const auto before = left;
            const auto hasLess = [&] { return (left = open()) < before; };
            QVERIFY(QTest::qWaitFor(hasLess, 60'000));
        }
        for (auto it = m_promises.jobs.cbegin(); it != m_promises.jobs.cend(); ++it) {
            const auto job = service.get(u"/api/v2/extract/"_s + it.key());
            const auto status = job.text("status");
            QCOMPARE(job.text("file_input"), it.value());
            QCOMPARE(status, m_promises.ends.value(it.key(), status));
            QVERIFY2(status == "COMPLETED"_L1 ||
                         (status == "CANCELLED"_L1 && m_promises.cancelAsked.contains(it.key())),
                     qPrintable(status));
            QCOMPARE(job.json["extract_result"].is_object(), status == "COMPLETED"_L1);
        }
        // And what they have to tell is told.
        int silent = 0;
        auto told = m_receiver.deliveries;
        while (silent < 8) {
            QTest::qWait(250);
            silent = told == m_receiver.deliveries ? silent + 1 : 0;
            told = m_receiver.deliveries;
        }
        for (auto it = m_promises.files.cbegin(); it != m_promises.files.cend(); ++it) {
            const auto url = service.get(u"/api/v1/beta/files/%1/content"_s.arg(it.key())).text("url");
            QCOMPARE(service.get(url).body == it.value(), true);
        }
        service.process().terminate();
        QCOMPARE(service.exitStatus(), 0);
    }

    /// Each state's event arrived; what came twice was the same event.
    void everyEventWasTold()
    {
        QHash<QString, QStringList> types;
        for (const auto &body : m_receiver.events) {
            const auto event = *parseJson(body);
            types[toQString(event["data"]["id"])] << toQString(event["event_type"]);
        }
        QCOMPARE(m_receiver.contradictions, 0);
        for (auto it = m_promises.jobs.cbegin(); it != m_promises.jobs.cend(); ++it) {
            auto told = types.value(it.key());
            told.sort();
            const auto isCancelled = m_promises.ends.value(it.key()) == "CANCELLED"_L1;
            const auto expected = isCancelled ? QStringList{u"extract.cancelled"_s, u"extract.pending"_s}
                                              : QStringList{u"extract.pending"_s, u"extract.success"_s};
            const auto mayBeCancelled = isCancelled || m_promises.cancelAsked.contains(it.key());
            if (!mayBeCancelled || told != QStringList{u"extract.cancelled"_s, u"extract.pending"_s})
                QCOMPARE(told, expected);
        }
        qInfo("%lld events, delivered %d times", qlonglong(m_receiver.events.size()), m_receiver.deliveries);
    }

    void nothingIsThereTwiceOrHalf()
    {
        QVERIFY(QDir(m_data + u"/incoming"_s).isEmpty());
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        database.setDatabaseName(m_data + u"/service.sqlite"_s);
        QVERIFY(database.open());
        const auto value = [&database](const QString &sql) {
            QSqlQuery query(sql, database);
            return query.next() ? query.value(0) : QVariant();
        };
        QCOMPARE(value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        QCOMPARE(value(u"SELECT count(*) FROM deliveries"_s).toInt(), 0);
        QCOMPARE(value(u"SELECT count(*) FROM jobs WHERE (status = 'COMPLETED') != "
                       "(SELECT count(*) FROM result_parts WHERE job = jobs.row AND name = 'extract_result')"_s)
                     .toInt(),
                 0);
        // Each file was asked for once, with one key, however often it had to be said.
        QCOMPARE(value(u"SELECT count(*) FROM (SELECT input FROM jobs GROUP BY input HAVING count(*) > 1)"_s).toInt(),
                 0);
        QCOMPARE(value(u"SELECT count(DISTINCT value) FROM result_parts WHERE name = 'extract_result'"_s).toInt(), 1);
        QStringList rows;
        QSqlQuery files(u"SELECT id, size FROM files ORDER BY id"_s, database);
        while (files.next()) {
            rows << files.value(0).toString();
            QCOMPARE(QFileInfo(m_data + u"/files/"_s + rows.back()).size(), files.value(1).toLongLong());
        }
        QCOMPARE(QDir(m_data + u"/files"_s).entryList(QDir::Files), rows);
        QVERIFY(rows.size() >= m_promises.files.size());
    }

    void cleanupTestCase() { QSqlDatabase::removeDatabase(u"look"_s); }
};

QTEST_GUILESS_MAIN(TestDurability)
#include "tst_durability.moc"
