// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jobjson.h"
#include "api/paths.h"

#include <QTest>

using namespace xs;
using namespace xs::api;
using namespace Qt::StringLiterals;

class TestJobJson : public QObject
{
    Q_OBJECT

private slots:
    void readsAJobAndKeepsItWhole()
    {
        const QByteArray text =
            R"({"id":"ext-1","created_at":"2026-05-04T09:12:33.104512Z","file_input":"dfl-1","project_id":"prj-1",)"
            R"("status":"FAILED","updated_at":"2026-05-04T09:12:33Z","error_message":"TIMEOUT: slow","new_member":[1]})";
        const auto job = jobFromJson(*parseJson(text));
        QVERIFY(job);
        QCOMPARE(job->id.text(), u"ext-1"_s);
        QCOMPARE(job->status, domain::JobStatus::Failed);
        QCOMPARE(job->errorMessage, std::optional(u"TIMEOUT: slow"_s));
        QCOMPARE(job->createdAt.toMSecsSinceEpoch() % 1000, 104);
        QCOMPARE(toBytes(job->raw), text);
        QVERIFY(isOver(job->status));
    }

    void takesUnknownStatusesForRunning()
    {
        const auto job = jobFromJson(*parseJson(R"({"id":"ext-1","status":"DREAMING"})"));
        QCOMPARE(job->status, domain::JobStatus::Unknown);
        QVERIFY(!isOver(job->status));
    }

    void refusesWhatIsNoJob()
    {
        for (const auto *text : {"[]", "{}", R"({"id":"x"})", R"({"id":7,"status":"PENDING"})", "null"})
            QCOMPARE(jobFromJson(*parseJson(text)).error().code, ErrorCode::UnreadableAnswer);
        QCOMPARE(fileFromJson(Json::object()).error().code, ErrorCode::UnreadableAnswer);
        QCOMPARE(jobPageFromJson(Json::object()).error().code, ErrorCode::UnreadableAnswer);
    }

    void readsPages()
    {
        const auto page =
            jobPageFromJson(*parseJson(R"({"items":[{"id":"a","status":"PENDING"},7],"next_page_token":"t"})"));
        QCOMPARE(page->items.size(), 1u);
        QCOMPARE(page->nextPageToken, u"t"_s);
        QVERIFY(jobPageFromJson(*parseJson(R"({"items":[],"next_page_token":null})"))->nextPageToken.isEmpty());
    }

    void readsEveryFormOfTimestamp_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &text :
             {u"2026-05-04T09:12:33Z"_s, u"2026-05-04T09:12:33.000Z"_s, u"2026-05-04T09:12:33.000000Z"_s,
              u"2026-05-04T11:12:33+02:00"_s, u"2026-05-04T09:12:33"_s, u"2026-05-04T09:12:33.000000000"_s})
            QTest::newRow(qPrintable(text)) << text;
    }

    void readsEveryFormOfTimestamp()
    {
        QFETCH(QString, text);
        const QDateTime moment({2026, 5, 4}, {9, 12, 33}, Qt::UTC);
        QCOMPARE(readTimestamp(text), moment);
        QCOMPARE(timestamp(moment), u"2026-05-04T09:12:33.000000Z"_s);
    }

    void statusesHaveTheirWords()
    {
        for (int i = 0; i <= int(domain::JobStatus::Unknown); ++i)
            QCOMPARE(statusFromWord(statusWord(domain::JobStatus(i))), domain::JobStatus(i));
    }

    void idsStayOneSegmentOfAPath()
    {
        QCOMPARE(path::item(path::extract, u"ext 1/2"_s, u"cancel"), u"/api/v2/extract/ext%201%2F2/cancel"_s);
    }
};

QTEST_GUILESS_MAIN(TestJobJson)
#include "tst_jobjson.moc"
