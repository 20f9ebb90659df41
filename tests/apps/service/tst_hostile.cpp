// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;

namespace {

/// A PDF of these objects, the first of which is the catalogue.
QByteArray pdf(const QList<QByteArray> &objects)
{
    QByteArray text = "%PDF-1.5\n";
    QList<qsizetype> places;
    for (const auto &object : objects) {
        places << text.size();
        text += QByteArray::number(places.size()) + " 0 obj\n" + object + "\nendobj\n";
    }
    const auto table = text.size();
    const auto count = QByteArray::number(objects.size() + 1);
    text += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const auto place : places)
        text += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    return text + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table) +
           "\n%%EOF\n";
}

QByteArray stream(const QByteArray &dictionary, const QByteArray &bytes)
{
    return "<< " + dictionary + " /Length " + QByteArray::number(bytes.size()) + " >>\nstream\n" + bytes +
           "\nendstream";
}

/// zlib's bytes, without the length that Qt puts before them.
QByteArray packed(const QByteArray &bytes)
{
    return qCompress(bytes, 9).mid(4);
}

const QByteArray catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
const QByteArray onePage = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const QByteArray page =
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << "
    "/X 5 0 R >> >> >>";

/// A page whose content is `bytes` after unpacking it twice.
QByteArray packedTwice(const QByteArray &bytes)
{
    return pdf({catalogue, onePage, page, stream("/Filter [/FlateDecode /FlateDecode]", packed(packed(bytes)))});
}

QByteArray manyPages(int count)
{
    QList<QByteArray> objects{catalogue, {}};
    QByteArray kids;
    for (int i = 0; i < count; ++i) {
        objects << "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>";
        kids += QByteArray::number(objects.size()) + " 0 R ";
    }
    objects[1] = "<< /Type /Pages /Count " + QByteArray::number(count) + " /Kids [" + kids + "] >>";
    return pdf(objects);
}

QByteArray imageInPdf(int size)
{
    const auto side = QByteArray::number(size);
    return pdf({catalogue, onePage, page, stream({}, "600 0 0 800 0 0 cm /X Do"),
                stream("/Type /XObject /Subtype /Image /Width " + side + " /Height " + side +
                           " /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode",
                       packed(QByteArray(qsizetype(size) * size / 8, '\0')))});
}

QByteArray png(int width, int height)
{
    QImage image(width, height, QImage::Format_Mono);
    image.fill(0);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray deepPdf()
{
    return pdf({catalogue, "<< /Type /Pages /Count 1 /Kids " + QByteArray(200'000, '[') + " >>"});
}

} // namespace

/// Documents and requests that were made to do harm. Each ends, with a result or a code, and the service goes on.
class TestHostile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RunningService> m_service;
    const QString m_files = u"/api/v1/beta/files"_s;
    const QString m_jobs = u"/api/v2/extract"_s;

    QByteArray head(const QByteArray &requestLine) const
    {
        return requestLine + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(QUrl(m_service->url()).port()) +
               "\r\nAuthorization: Bearer " + m_service->token() + "\r\n";
    }

private slots:
    void initTestCase()
    {
        // Everything that could be logged is.
        qputenv("QT_LOGGING_RULES", "xs.*=true");
        m_service =
            std::make_unique<RunningService>(m_folder.filePath(u"data"_s), QStringList{u"--time-limit"_s, u"10"_s});
        QVERIFY(m_service->isUp());
        m_service->process().setReadChannel(QProcess::StandardError);
    }

    void documents_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("a picture of 900 million points")
            << png(30'000, 30'000) << u"a.png"_s << u"DOCUMENT_TOO_LARGE"_s;
        QTest::newRow("a picture that is only wide") << png(30'000, 40) << u"a.png"_s << QString();
        QTest::newRow("a page that unpacks to 300 MB")
            << packedTwice(QByteArray(300'000'000, ' ')) << u"a.pdf"_s << QString();
        QTest::newRow("a picture in a page") << imageInPdf(30'000) << u"a.pdf"_s << QString();
        QTest::newRow("100,000 pages") << manyPages(100'000) << u"a.pdf"_s << u"TOO_MANY_PAGES"_s;
        QTest::newRow("30,000 pages in a small file") << manyPages(30'000) << u"a.pdf"_s << QString();
        QTest::newRow("brackets in brackets") << deepPdf() << u"a.pdf"_s << QString();
        QTest::newRow("pages that name each other") << pdf({catalogue, "<< /Type /Pages /Count 9 /Kids [3 0 R] >>",
                                                            "<< /Type /Pages /Count 9 /Kids [2 0 R] >>"})
                                                    << u"a.pdf"_s << QString();
    }

    void documents()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, code);
        QVERIFY(!bytes.isEmpty());
        const auto file = m_service->upload(name, bytes);
        QCOMPARE(file.status, 201);
        const auto job = m_service->waitForJob(m_service->post(m_jobs, createBody(file.text("id"))).text("id"));
        const auto message = job.text("error_message");
        const auto status = job.text("status");
        QVERIFY2(status == "FAILED"_L1 || (status == "COMPLETED"_L1 && code.isEmpty()), job.body.constData());
        QVERIFY2(status == "COMPLETED"_L1 || message.contains(u": "_s), qPrintable(message));
        if (!code.isEmpty())
            QVERIFY2(message.startsWith(code), qPrintable(message));
        qInfo().noquote() << status << message;
        QCOMPARE(m_service->get(u"/api/v1/projects"_s).status, 200);
    }

    void paths_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const auto *path :
             {"/api/v1/beta/files/../../../../etc/passwd", "/api/v1/beta/files/..%2f..%2fservice.sqlite/content",
              "/api/v1/beta/files/%2e%2e/content", "/api/v1/beta/files/dfl-1%00.pdf/content", "/../service.sqlite",
              "/files/../service.sqlite", "//etc/passwd", "/api/v2/extract/..%2f..%2fservice.sqlite"})
            QTest::newRow(path) << QByteArray(path);
    }

    void paths()
    {
        QFETCH(QByteArray, path);
        const auto answer = m_service->sendRaw(head("GET " + path) + "Connection: close\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 404 "), answer.constData());
        QVERIFY(!answer.contains("SQLite format"));
    }

    void namesLeadNowhere()
    {
        for (const auto &name : {u"../../outside.pdf"_s, u"/tmp/outside.pdf"_s, u"..\\outside.pdf"_s}) {
            const auto file = m_service->upload(name, "bytes");
            QCOMPARE(file.status, 201);
            QCOMPARE(file.text("name"), u"outside.pdf"_s);
        }
        QVERIFY(!QFile::exists(m_folder.filePath(u"outside.pdf"_s)));
        for (const auto &name : QDir(m_folder.filePath(u"data/files"_s)).entryList(QDir::Files))
            QVERIFY2(name.startsWith("dfl-"_L1), qPrintable(name));
    }

    void bodiesNestedInThemselves()
    {
        for (const auto *piece : {"[", "{\"a\":", "{\"type\":\"object\",\"properties\":{\"a\":"}) {
            const auto answer = m_service->send("POST", m_jobs, QByteArray(piece).repeated(90'000),
                                                {{"Content-Type", "application/json"}});
            QVERIFY2(answer.status == 400 || answer.status == 413, answer.body.constData());
        }
    }

    /// A body that is sent in ever more tiny chunks has the same limit.
    void bodiesWithoutALength()
    {
        QByteArray chunks;
        for (int i = 0; i < 5; ++i)
            chunks += "100000\r\n" + QByteArray(0x100000, '[') + "\r\n";
        const auto answer =
            m_service->sendRaw(head("POST /api/v2/extract") +
                               "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 413 "), answer.constData());
    }

    void theLogTellsNothing()
    {
        const auto text = "Confidential-4711"_L1;
        const auto document = m_service->uploadSample(u"resources/samples/form.pdf"_s);
        auto body = createBody(document, {{"system_prompt", text.data()}}, u"resources/samples/form.schema.json"_s);
        body["webhook_configurations"] = Json::array({Json{{"webhook_url", "http://127.0.0.1:1/"},
                                                           {"webhook_signing_secret", "Secret-4711"},
                                                           {"webhook_headers", {{"X-Key", "Header-4711"}}}}});
        const auto job = m_service->waitForJob(m_service->post(m_jobs, body).text("id"));
        QCOMPARE(job.text("status"), u"COMPLETED"_s);
        QCOMPARE(m_service->send("GET", m_jobs, {}, {{"Authorization", "Bearer Wrong-4711"}}).status, 401);
        QCOMPARE(m_service->post(m_jobs, {{"file_input", text.data()}}).status, 422);
        const auto token = m_service->token();
        m_service->process().terminate();
        (void)m_service->exitStatus();
        const auto log = m_service->process().readAllStandardError();
        QVERIFY2(log.contains("completed"), log.constData());
        QVERIFY(!log.contains(token));
        QVERIFY2(!log.contains("4711"), log.constData());
        // The values of the document itself.
        int values = 0;
        for (const auto &[name, value] : job.json["extract_result"].items())
            if (value.is_string() && toQString(value).size() > 5) {
                ++values;
                QVERIFY2(!log.contains(toQString(value).toUtf8()), name.c_str());
            }
        QVERIFY(values > 0);
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
