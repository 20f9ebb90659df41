// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/parserequest.h"

#include "server/fixtures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

namespace {

struct Refusal
{
    const char *name;
    const char *members;
    QStringView expected;
};

// Before the class, where moc does not stumble over them.
constexpr Refusal refusals[] = {
    {"nothing", "{}", u""},
    {"unknown", R"({"pages":1})", u"422|body.pages extra_forbidden"},
    {"unknown below", R"({"page_ranges":{"pages":1}})", u"422|body.page_ranges.pages extra_forbidden"},
    {"no tier", R"({"tier":null})", u"422|body.tier missing"},
    {"tier", R"({"tier":"turbo"})", u"422|body.tier literal_error"},
    {"tier of a configuration", R"({"tier":"configured"})", u"422|body.tier literal_error"},
    {"version", R"({"version":"2"})", u"422|body.version value_error"},
    {"dated version", R"({"version":"2026-08-19"})", u""},
    {"two inputs", R"({"source_url":"https://a.example/"})", u"422|body value_error"},
    {"no input", R"({"file_id":null})", u"422|body value_error"},
    {"url", R"({"file_id":null,"source_url":"ftp://a.example/"})", u"422|body.source_url string_pattern_mismatch"},
    {"pages", R"({"page_ranges":{"target_pages":"3-1"}})", u"422|body.page_ranges.target_pages value_error"},
    {"most pages", R"({"page_ranges":{"max_pages":0}})", u"422|body.page_ranges.max_pages greater_than_equal"},
    {"crop", R"({"crop_box":{"top":1.5}})", u"422|body.crop_box.top float_type"},
    {"boxes", R"({"output_options":{"granular_bboxes":["letter"]}})",
     u"422|body.output_options.granular_bboxes.0 literal_error"},
    {"prompt", R"({"tier":"fast","agentic_options":{}})", u"422|body.agentic_options value_error"},
    {"metadata", R"({"user_metadata":{"a":1}})", u"422|body.user_metadata value_error"},
    {"flag", R"({"disable_cache":"yes"})", u"422|body.disable_cache bool_type"},
    {"all at once", R"({"tier":1,"x":2})", u"422|body.x extra_forbidden|body.tier string_type"},
};

} // namespace

class TestParseRequest : public QObject
{
    Q_OBJECT

private:
    /// A body that is taken, with other members in their places; null takes one away.
    static Json body(const Json &others = Json::object())
    {
        Json json{{"file_id", "dfl-1"}, {"tier", "agentic"}, {"version", "latest"}};
        json.update(others);
        return json;
    }

    static ReadParseCall read(const Json &json, ParseInput input = ParseInput::Named)
    {
        return readParseCall(json, input, Hosts::LoopbackOnly);
    }

    /// Where a refused body is wrong, "body.tier literal_error"; empty when it is taken.
    static QString problems(const ReadParseCall &call)
    {
        if (!call.refusal)
            return {};
        QStringList found{QString::number(call.refusal->status)};
        const auto body = test::bodyOf(*call.refusal);
        for (const auto &entry : body["detail"]) {
            QStringList place;
            for (const auto &step : entry["loc"])
                place << toQString(step);
            found << place.join(u'.') + u' ' + toQString(entry["type"]);
        }
        return found.join(u'|');
    }

private slots:
    void whatIsRefused_data()
    {
        QTest::addColumn<QByteArray>("others");
        QTest::addColumn<QString>("expected");
        for (const auto &refusal : refusals)
            QTest::newRow(refusal.name) << QByteArray(refusal.members) << refusal.expected.toString();
    }

    void whatIsRefused()
    {
        QFETCH(QByteArray, others);
        QFETCH(QString, expected);
        QCOMPARE(problems(read(body(*parseJson(others)))), expected);
    }

    void anUploadBringsItsDocument()
    {
        QCOMPARE(problems(read(body(), ParseInput::Uploaded)), u"422|body value_error"_s);
        QCOMPARE(problems(read(body({{"file_id", nullptr}}), ParseInput::Uploaded)), QString());
    }

    void whatIsAskedGoesBeforeWhatIsSaved()
    {
        const auto call = read(body({{"configuration_id", "cfg-1"}, {"tier", "configured"}, {"version", nullptr}}));
        QCOMPARE(problems(call), QString());
        const Json saved{
            {"product_type", "parse_v2"}, {"tier", "fast"}, {"version", "latest"}, {"disable_cache", false}};
        QCOMPARE(toBytes(mergedSettings(saved, call.call.settings)),
                 R"({"tier":"fast","version":"latest","disable_cache":false})");
        const auto other = read(body({{"configuration_id", "cfg-1"}}));
        QCOMPARE(toBytes(mergedSettings(saved, other.call.settings)),
                 R"({"tier":"agentic","version":"latest","disable_cache":false})");
    }
};

QTEST_GUILESS_MAIN(TestParseRequest)
#include "tst_parserequest.moc"
