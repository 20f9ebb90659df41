// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/multipart.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs::server;

namespace {

/// Reads a body in pieces and tells what came as lines: "name[file]=bytes".
struct Reading
{
    bool taken = true;
    bool complete = false;
    QStringList parts;
};

Reading readIn(const QByteArray &body, qsizetype piece, const QByteArray &boundary = "XX")
{
    Reading reading;
    QString part;
    MultipartReader reader(boundary, {[&](const PartHeader &header) {
                                          part = header.name +
                                                 (header.fileName ? u"[%1]="_s.arg(*header.fileName) : u"="_s);
                                          return true;
                                      },
                                      [&](const char *data, std::size_t size) {
                                          part += QString::fromLatin1(data, static_cast<qsizetype>(size));
                                          return true;
                                      },
                                      [&] {
                                          reading.parts << part;
                                          return true;
                                      }});
    for (qsizetype at = 0; at < body.size() && reading.taken; at += piece) {
        const auto bytes = body.mid(at, piece);
        reading.taken = reader.feed(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }
    reading.complete = reader.isComplete();
    return reading;
}

QByteArray part(const QByteArray &disposition, const QByteArray &content)
{
    return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT

private slots:
    void boundaries()
    {
        QCOMPARE(multipartBoundary("multipart/form-data; boundary=abc"), "abc");
        QCOMPARE(multipartBoundary("Multipart/Form-Data; charset=x; Boundary=\"a b;c\""), "a b;c");
        QCOMPARE(multipartBoundary("multipart/form-data"), "");
        QCOMPARE(multipartBoundary("application/json; boundary=abc"), "");
        QCOMPARE(multipartBoundary("multipart/form-data; boundary=" + QByteArray(71, 'x')), "");
    }

    /// The same whatever pieces the body arrives in.
    void partsInAnyOrderAndAnyPieces()
    {
        const auto file = part(R"(name="file"; filename="a.pdf")", "%PDF\r\n--X\r\n--XY\r\n\r\nrest");
        const auto purpose = part(R"(name="purpose")", "extract");
        const auto empty = part(R"(name="external_file_id")", "");
        const QStringList fileFirst{u"file[a.pdf]=%PDF\r\n--X\r\n--XY\r\n\r\nrest"_s, u"purpose=extract"_s,
                                    u"external_file_id="_s};
        const QStringList fileLast{fileFirst[1], fileFirst[2], fileFirst[0]};
        for (qsizetype piece = 1; piece < 60; ++piece) {
            const auto one = readIn(file + purpose + empty + "--XX--\r\n", piece);
            QVERIFY(one.taken && one.complete);
            // "\r\n--XY" begins like the delimiter and is not one: "--X" + "X" would be.
            QCOMPARE(one.parts, fileFirst);
            const auto other = readIn("preamble\r\n" + purpose + empty + file + "--XX--\r\nepilogue", piece);
            QVERIFY(other.taken && other.complete);
            QCOMPARE(other.parts, fileLast);
        }
    }

    void fileNames_data()
    {
        QTest::addColumn<QByteArray>("disposition");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *disposition, const QString &expected) {
            QTest::newRow(name) << QByteArray(disposition) << expected;
        };
        row("quoted", R"(name="file"; filename="a b.pdf")", u"a b.pdf"_s);
        row("utf-8", "name=\"file\"; filename=\"\xc3\xa9.pdf\"", u"é.pdf"_s);
        row("escaped as browsers do", R"(name="file"; filename="a%22b%0D%0A.pdf")", u"a\"b.pdf"_s);
        row("escaped with a backslash", "name=\"file\"; filename=\"a\\\"b.pdf\"", u"a\"b.pdf"_s);
        row("a token", "name=file; filename=a.pdf", u"a.pdf"_s);
        row("file name first", R"(filename="a.pdf"; name="file")", u"a.pdf"_s);
        row("a semicolon inside", R"(filename="a;name=x.pdf"; name="file")", u"a;name=x.pdf"_s);
        row("extended wins", R"(name="file"; filename="x"; filename*=UTF-8''%C3%A9%20a.pdf)", u"é a.pdf"_s);
        row("no folders", R"(name="file"; filename="../../etc/passwd")", u"passwd"_s);
        row("no folders of other systems", "name=\"file\"; filename=\"C:\\tmp\\a.pdf\"", u"a.pdf"_s);
        row("empty", R"(name="file"; filename="")", u""_s);
    }

    void fileNames()
    {
        QFETCH(QByteArray, disposition);
        QFETCH(QString, expected);
        const auto reading = readIn(part(disposition, "x") + "--XX--", 7);
        QVERIFY(reading.complete);
        QCOMPARE(reading.parts, QStringList(u"file[%1]=x"_s.arg(expected)));
    }

    void malformedBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("taken");
        QTest::newRow("no boundary") << QByteArray(100'000, 'a') << false;
        QTest::newRow("no name") << part("filename=\"a\"", "x") + "--XX--" << false;
        QTest::newRow("no disposition") << QByteArray("--XX\r\nContent-Type: a/b\r\n\r\nx\r\n--XX--") << false;
        QTest::newRow("endless header") << "--XX\r\nContent-Disposition: form-data; name=" + QByteArray(100'000, 'a')
                                        << false;
        QTest::newRow("text behind a boundary") << QByteArray("--XXtext\r\n\r\nx\r\n--XX--") << false;
        QTest::newRow("cut off") << part(R"(name="file"; filename="a")", "x") << true;
        QTest::newRow("nothing") << QByteArray() << true;
    }

    void malformedBodiesAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, taken);
        const auto reading = readIn(body, 1000);
        QCOMPARE(reading.taken, taken);
        QVERIFY(!reading.complete);
    }

    void theReceiverCanStop()
    {
        int pieces = 0;
        MultipartReader reader("XX", {[](const PartHeader &) { return true; },
                                      [&](const char *, std::size_t) { return ++pieces < 2; }, [] { return true; }});
        const auto start = part(R"(name="file"; filename="a")", QByteArray(1000, 'x'));
        QVERIFY(reader.feed(start.constData(), 500));
        QVERIFY(!reader.feed(start.constData() + 500, 300));
        QVERIFY(!reader.feed(start.constData() + 800, 100));
        QCOMPARE(pieces, 2);
    }
};

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
