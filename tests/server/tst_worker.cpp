// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestWorker : public QObject
{
    Q_OBJECT

private:
    static QString sample(const QString &name) { return QStringLiteral(XS_SOURCE_DIR) + u"/tests/samples/"_s + name; }

    static Json request(const QString &path, const Json &others = Json::object())
    {
        Json json;
        json["task"] = "extract";
        json["path"] = toStd(path);
        json["configuration"] = {
            {"data_schema", {{"type", "object"}, {"properties", {{"invoice_number", {{"type", "string"}}}}}}}};
        json["configuration"].update(others);
        return json;
    }

    static QString errorCode(const Json &reply) { return toQString(member(member(reply, "error"), "code")); }

    /// A PDF of as many pages as asked for, each with its number in words.
    static QString makePdf(const QTemporaryDir &folder, int pages)
    {
        const auto path = folder.filePath(u"made.pdf"_s);
        QPdfWriter writer(path);
        QPainter painter(&writer);
        for (int page = 1; page <= pages; ++page) {
            if (page > 1)
                writer.newPage();
            painter.drawText(1000, 1000, u"Invoice number: A-%1"_s.arg(page));
            // A page with hardly any words would be read as a picture.
            for (int line = 1; line <= 20; ++line)
                painter.drawText(1000, 1000 + 300 * line, u"These are words that say nothing at all"_s);
        }
        return path;
    }

private slots:
    void documentsThatCannotBeRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("encrypted") << u"encrypted.pdf"_s << u"DocumentProtected"_s;
        QTest::newRow("broken") << u"broken.pdf"_s << u"DocumentBroken"_s;
        QTest::newRow("another type") << u"notapdf.pdf"_s << u"UnsupportedFileType"_s;
        QTest::newRow("missing") << u"missing.pdf"_s << u"FileMissing"_s;
    }

    void documentsThatCannotBeRead()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        QCOMPARE(errorCode(workOn(request(sample(name)))), code);
    }

    void usageCountsThePagesThatWereRead()
    {
        const QTemporaryDir folder;
        const auto path = makePdf(folder, 5);
        const auto pagesRead = [&path](const Json &others) {
            const auto reply = workOn(request(path, others));
            return integerMember(member(member(reply, "result"), "usage"), "num_pages_extracted").value_or(-1);
        };
        QCOMPARE(pagesRead(Json::object()), 5);
        QCOMPARE(pagesRead({{"target_pages", "2,4-9"}}), 3);
        QCOMPARE(pagesRead({{"max_pages", 2}}), 2);
        QCOMPARE(pagesRead({{"target_pages", "1"}, {"max_pages", 2}}), 1);
        QCOMPARE(errorCode(workOn(request(path, {{"target_pages", "6-"}}))), u"ConfigurationInvalid"_s);
        QCOMPARE(errorCode(workOn(request(path, {{"target_pages", "6"}}))), u"PageMissing"_s);
    }

    void theResultFollowsTheTarget()
    {
        const QTemporaryDir folder;
        const auto path = makePdf(folder, 2);
        const auto resultOf = [&path](const char *target) {
            return member(workOn(request(path, {{"extraction_target", target}, {"cite_sources", true}})), "result");
        };
        const auto whole = resultOf("per_doc");
        QVERIFY(whole["extract_result"].is_object());
        QVERIFY(whole["field_metadata"]["document_metadata"].is_object());
        const auto pages = resultOf("per_page");
        QCOMPARE(pages["extract_result"].size(), 2u);
        QVERIFY(pages["field_metadata"]["page_metadata"].is_array());
        QVERIFY(pages["field_metadata"]["document_metadata"].is_null());
        QVERIFY(resultOf("per_table_row")["extract_result"].is_array());
    }

    void parsingGivesItsParts()
    {
        const QTemporaryDir folder;
        const auto parse = [path = makePdf(folder, 3)](const Json &settings) {
            return workOn({{"task", "parse"}, {"path", toStd(path)}, {"configuration", settings}});
        };
        const auto whole = member(parse(Json::object()), "result");
        QCOMPARE(whole["job_metadata"]["parsed_pages"], 3);
        QVERIFY(toQString(whole["text"]["pages"][1]["text"]).startsWith("Invoice number: A-2"_L1));
        const auto second = member(parse({{"page_ranges", {{"target_pages", "2"}, {"max_pages", 1}}}}), "result");
        QCOMPARE(second["items"]["pages"].size(), 1u);
        QCOMPARE(second["items"]["pages"][0]["page_number"], 2);
        QCOMPARE(second["words"]["page_count"], 3);
        const auto lower = member(parse({{"crop_box", {{"top", 0.5}}}}), "result");
        QVERIFY(!toQString(lower["text"]["pages"][0]["text"]).contains(u"Invoice"_s));
        QCOMPARE(errorCode(parse({{"page_ranges", {{"target_pages", "9"}}}})), u"PageMissing"_s);
        QCOMPARE(errorCode(parse({{"crop_box", {{"top", 0.99}}}})), u"DocumentHasNoText"_s);
    }

    /// Words that were parsed give what the file gives.
    void wordsAreAsGoodAsTheFile()
    {
        const QTemporaryDir folder;
        const auto path = makePdf(folder, 3);
        const auto words = member(workOn({{"task", "parse"}, {"path", toStd(path)}}), "result")["words"];
        const auto extract = [](Json json, const Json &others) {
            json["configuration"].update(others);
            return workOn(json);
        };
        auto fromFile = request(path, {{"cite_sources", true}, {"extraction_target", "per_page"}});
        auto fromWords = fromFile;
        fromWords.erase("path");
        fromWords["words"] = words;
        const auto pages = [](const Json &reply) { return reply["result"]["extract_result"]; };
        QCOMPARE(pages(extract(fromWords, Json::object())), pages(extract(fromFile, Json::object())));
        QCOMPARE(pages(extract(fromWords, {{"target_pages", "2-3"}})),
                 pages(extract(fromFile, {{"target_pages", "2-3"}})));
        QCOMPARE(pages(extract(fromWords, {{"max_pages", 1}})).size(), 1u);
        // Pages that were not parsed cannot be had.
        fromWords["words"]["pages"].erase(0);
        QCOMPARE(errorCode(extract(fromWords, {{"target_pages", "1"}})), u"PageMissing"_s);
    }

    void parseSettingsOfAnExtraction()
    {
        const QTemporaryDir folder;
        auto json = request(makePdf(folder, 3), {{"cite_sources", true}});
        json["parse_configuration"] = {{"page_ranges", {{"target_pages", "2"}}}};
        const auto boxes = [](const Json &reply) {
            return reply["result"]["field_metadata"]["document_metadata"]["invoice_number"]["citation"][0]
                        ["bounding_boxes"];
        };
        auto reply = workOn(json);
        QCOMPARE(reply["result"]["usage"]["num_pages_extracted"], 1);
        QCOMPARE(reply["result"]["extract_result"]["invoice_number"], "A-2");
        QCOMPARE(boxes(reply).size(), 1u);
        json["configuration"]["target_pages"] = "1,3";
        QCOMPARE(workOn(json)["result"]["usage"]["num_pages_extracted"], 2);
    }

    void largeFilesHaveAtMost500Pages()
    {
        const QTemporaryDir folder;
        const auto path = makePdf(folder, 501);
        QCOMPARE(errorCode(workOn(request(path))), QString());
        // A PDF may be followed by anything; readers look for its end from behind, within the last bytes.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto bytes = file.readAll();
        file.close();
        bytes.insert(bytes.indexOf('\n') + 1, "%" + QByteArray(6 * 1024 * 1024, 'x') + "\n");
        QVERIFY(writeFile(path, bytes));
        QCOMPARE(errorCode(workOn(request(path))), u"TooManyPages"_s);
        QCOMPARE(errorCode(workOn(request(path, {{"max_pages", 500}}))), QString());
    }
};

QTEST_MAIN(TestWorker)
#include "tst_worker.moc"
