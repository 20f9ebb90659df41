// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sourcefetch.h"

#include "server/fixtures.h"
#include "support/webserver.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

/// Documents from a web server, as it might be.
class TestSourceFetch : public QObject
{
    Q_OBJECT

private:
    xs::test::WebServer m_web;

    struct Fixture
    {
        server::test::TemporaryStore temporary;
        server::test::FixedClock clock;
        FileStore files{*temporary.store, clock, folder(u"files"_s), folder(u"incoming"_s)};

        QString folder(const QString &name) const
        {
            QDir(temporary.folder.path()).mkpath(name);
            return temporary.folder.filePath(name);
        }
        qsizetype left(const QString &name) const { return QDir(folder(name)).entryList(QDir::Files).size(); }

        /// What comes of it, at most once.
        Expected<StoredFile> fetch(const DocumentSource &source, const FetchLimits &limits)
        {
            SourceFetch fetch(files, limits);
            std::vector<Expected<StoredFile>> ends;
            QObject::connect(&fetch, &SourceFetch::finished, &fetch,
                             [&ends](const Expected<StoredFile> &file) { ends.push_back(file); });
            fetch.start(source);
            (void)QTest::qWaitFor([&ends] { return !ends.empty(); }, 60'000);
            QTest::qWait(20);
            return ends.size() == 1 ? ends.front()
                                    : Unexpected(ErrorCode::Internal, QString::number(ends.size()) + u" ends"_s);
        }
    };

private slots:
    void initTestCase()
    {
        m_web.putFile(u"/a/form.PDF?key=1"_s, "content");
        m_web.putFile(u"/empty.pdf"_s, {});
        m_web.putFile(u"/large"_s, QByteArray(3000, 'x'));
        m_web.put(u"/endless"_s, "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(3000, 'x'));
        m_web.put(u"/missing"_s, "HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nno secret");
        m_web.put(u"/half"_s, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
        m_web.putRedirection(u"/moved"_s, m_web.url(u"/a/form.PDF?key=1"_s));
        m_web.putRedirection(u"/elsewhere"_s, u"http://192.0.2.1/form.pdf"_s);
        m_web.putRedirection(u"/tofile"_s, u"file:///etc/passwd"_s);
        m_web.putRedirection(u"/round"_s, m_web.url(u"/round"_s));
    }

    void documentsAreStored_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("at once") << u"/a/form.PDF?key=1"_s << QByteArray("content");
        QTest::newRow("moved") << u"/moved"_s << QByteArray("content");
        QTest::newRow("empty") << u"/empty.pdf"_s << QByteArray();
    }
    void documentsAreStored()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, content);
        Fixture fixture;
        const auto file = fixture.fetch({QUrl(m_web.url(path)), {}}, {});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().detail));
        QCOMPARE(file->name, QUrl(path).fileName());
        QCOMPARE(file->size, content.size());
        QFile bytes(fixture.files.pathOf(file->id));
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        QCOMPARE(bytes.readAll(), content);
        QVERIFY(fixture.files.find(file->id));
        QCOMPARE(fixture.left(u"incoming"_s), 0);
    }

    void whatCannotBeFetchedLeavesNothing_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("too large") << u"/large"_s << int(ErrorCode::DocumentTooLarge);
        QTest::newRow("too large, unannounced") << u"/endless"_s << int(ErrorCode::DocumentTooLarge);
        QTest::newRow("missing") << u"/missing"_s << int(ErrorCode::FileMissing);
        QTest::newRow("cut off") << u"/half"_s << int(ErrorCode::FileMissing);
        QTest::newRow("to another computer") << u"/elsewhere"_s << int(ErrorCode::FileMissing);
        QTest::newRow("to a file") << u"/tofile"_s << int(ErrorCode::FileMissing);
        QTest::newRow("in a circle") << u"/round"_s << int(ErrorCode::FileMissing);
        QTest::newRow("silent") << u"/silent"_s << int(ErrorCode::TimedOut);
    }
    void whatCannotBeFetchedLeavesNothing()
    {
        QFETCH(QString, path);
        QFETCH(int, code);
        Fixture fixture;
        const auto limit = ErrorCode(code) == ErrorCode::TimedOut ? 200 : 60'000;
        const auto file = fixture.fetch({QUrl(m_web.url(path)), {}}, {Hosts::LoopbackOnly, 2000, limit});
        QVERIFY(!file);
        QCOMPARE(errorCodeName(file.error().code), errorCodeName(ErrorCode(code)));
        QVERIFY(!file.error().detail.contains("secret"_L1));
        QCOMPARE(fixture.left(u"incoming"_s), 0);
        QCOMPARE(fixture.left(u"files"_s), 0);
    }

    void nothingListens()
    {
        Fixture fixture;
        const auto file = fixture.fetch({QUrl(u"http://127.0.0.1:1/a.pdf"_s), {}}, {});
        QCOMPARE(file.error().code, ErrorCode::FileMissing);
    }

    void theProxyIsAsked()
    {
        Fixture fixture;
        m_web.putFile(u"http://192.0.2.1/far.pdf"_s, "by proxy");
        const auto file = fixture.fetch({QUrl(u"http://192.0.2.1/far.pdf"_s), QUrl(m_web.url({}))}, {Hosts::Any});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().detail));
        QCOMPARE(file->size, 8);
    }

    void destructionEndsTheDownload()
    {
        Fixture fixture;
        const auto ended = m_web.ended();
        auto fetch = std::make_unique<SourceFetch>(fixture.files, FetchLimits());
        const auto asked = m_web.asked().size();
        fetch->start({QUrl(m_web.url(u"/silent"_s)), {}});
        QTRY_COMPARE(m_web.asked().size(), asked + 1);
        fetch.reset();
        QTRY_COMPARE(m_web.ended(), ended + 1);
        QCOMPARE(fixture.left(u"incoming"_s), 0);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("proxy");
        QTest::addColumn<bool>("here");
        QTest::addColumn<bool>("anywhere");
        QTest::newRow("this computer") << u"http://localhost:80/a"_s << QString() << true << true;
        QTest::newRow("its number") << u"https://127.0.0.2/a"_s << QString() << true << true;
        QTest::newRow("another") << u"https://example.com/a"_s << QString() << false << true;
        QTest::newRow("a name that only looks so") << u"http://127.0.0.1.example.com/"_s << QString() << false << true;
        QTest::newRow("with a name before it") << u"http://localhost@example.com/"_s << QString() << false << true;
        QTest::newRow("proxy elsewhere") << u"http://localhost/a"_s << u"http://example.com:3128"_s << false << true;
        QTest::newRow("no host") << u"http:///a"_s << QString() << false << false;
        QTest::newRow("proxy that is none") << u"http://localhost/a"_s << u"socks://localhost"_s << false << false;
    }
    void refusals()
    {
        QFETCH(QString, url);
        QFETCH(QString, proxy);
        const DocumentSource source{QUrl(url), QUrl(proxy)};
        QTEST(!refusalOf(source, Hosts::LoopbackOnly).has_value(), "here");
        QTEST(!refusalOf(source, Hosts::Any).has_value(), "anywhere");
    }
};

QTEST_GUILESS_MAIN(TestSourceFetch)
#include "tst_sourcefetch.moc"
