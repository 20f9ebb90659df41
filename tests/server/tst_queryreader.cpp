// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/queryreader.h"

#include "server/fixtures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestQueryReader : public QObject
{
    Q_OBJECT

private slots:
    void valuesAndDefaults()
    {
        const auto request = test::makeRequest(
            "GET", "/?a=1&b=&job_ids=x&job_ids=y&job_ids=&expand=configuration&expand=usage,metadata&page_size=5000");
        QueryReader query(request);
        QCOMPARE(query.text(u"a"_s), std::optional(u"1"_s));
        QCOMPARE(query.text(u"b"_s), std::nullopt);
        QCOMPARE(query.texts(u"job_ids"_s), (QStringList{u"x"_s, u"y"_s}));
        QCOMPARE(query.expand(), (QStringList{u"configuration"_s, u"usage"_s, u"metadata"_s}));
        QCOMPARE(query.pageSize(), 1000);
        QVERIFY(!query.problems().any());
        const auto none = test::makeRequest("GET", "/?page_size=");
        QCOMPARE(QueryReader(none).pageSize(), 50);
    }

    void moments()
    {
        const auto request = test::makeRequest(
            "GET", "/?a=2026-01-02T03%3A04%3A05.678901Z&b=2026-01-02T03%3A04%3A05%2B02%3A00&c=yesterday");
        QueryReader query(request);
        QCOMPARE(query.moment(u"a"_s)->toString(Qt::ISODateWithMs), u"2026-01-02T03:04:05.678Z"_s);
        QCOMPARE(query.moment(u"b"_s)->toString(Qt::ISODateWithMs), u"2026-01-02T01:04:05.000Z"_s);
        QVERIFY(!query.problems().any());
        QCOMPARE(query.moment(u"c"_s), std::nullopt);
        QVERIFY(query.problems().any());
    }

    void problemsNameTheirPlace()
    {
        const auto request = test::makeRequest("GET", "/?page_size=0&size=x&order_by=size&flag=maybe");
        QueryReader query(request);
        (void)query.pageSize();
        (void)query.integer(u"size"_s, 0, 9);
        (void)query.word(u"order_by"_s, {u"name"_s, u"id"_s});
        (void)query.flag(u"flag"_s);
        const auto response = query.problems().response();
        QCOMPARE(response.status, 422);
        QStringList places;
        const auto answer = test::bodyOf(response);
        for (const auto &entry : answer["detail"])
            places << toQString(entry["loc"][0]) + u'.' + toQString(entry["loc"][1]) + u' ' + toQString(entry["type"]);
        QCOMPARE(places, (QStringList{u"query.page_size greater_than_equal"_s, u"query.size int_parsing"_s,
                                      u"query.order_by enum"_s, u"query.flag enum"_s}));
    }
};

QTEST_GUILESS_MAIN(TestQueryReader)
#include "tst_queryreader.moc"
