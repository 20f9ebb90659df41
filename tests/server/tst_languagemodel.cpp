// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/languagemodel.h"

#include "server/scriptedmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;
using namespace std::chrono_literals;
using Model = test::ScriptedModel;

/// The calls against an endpoint that behaves well and badly.
class TestLanguageModel : public QObject
{
    Q_OBJECT

private:
    static Json question(int windows)
    {
        auto texts = Json::array();
        for (int i = 0; i < windows; ++i)
            texts.push_back("window " + std::to_string(i));
        return {{"schema", {{"type", "object"}}}, {"instructions", "Extract."}, {"windows", texts}};
    }

    Expected<Json> ask(const Model &model, int windows = 1, const std::function<void(ModelSettings &)> &change = {})
    {
        ModelSettings settings;
        settings.baseUrl = QUrl(model.url());
        settings.model = u"scripted"_s;
        settings.key = "secret-key";
        if (change)
            change(settings);
        ModelCall call(m_network, settings, question(windows));
        Expected<Json> result = Unexpected(ErrorCode::Internal, {});
        int times = 0;
        connect(&call, &ModelCall::finished, this, [&](const Expected<Json> &answers) {
            result = answers;
            ++times;
        });
        call.start();
        if (!QTest::qWaitFor([&] { return times > 0; }, 30'000) || times != 1)
            return Unexpected(ErrorCode::Internal, u"finished %1 times"_s.arg(times));
        return result;
    }

    QNetworkAccessManager m_network;

private slots:
    void everyWindowIsAsked()
    {
        Model model(
            [](int number, const Json &) { return Model::says("{\"n\": " + QByteArray::number(number) + "}"); });
        const auto answers = ask(model, 3);
        QVERIFY(answers);
        QCOMPARE(*answers, *parseJson(R"([{"n": 0}, {"n": 1}, {"n": 2}])"));
        QCOMPARE(model.bodies.size(), 3);
        QCOMPARE(model.bodies[1]["messages"][1]["content"], Json("window 1"));
        QCOMPARE(model.bodies[0]["model"], Json("scripted"));
        QCOMPARE(model.bodies[0]["response_format"]["type"], Json("json_schema"));
        QCOMPARE(model.bodies[0]["response_format"]["json_schema"]["schema"], (Json{{"type", "object"}}));
        QVERIFY(model.heads[0].startsWith("POST /v1/chat/completions "));
        QVERIFY(model.heads[0].contains("Authorization: Bearer secret-key"));
    }

    void fencesAreTakenOff()
    {
        Model model([](int, const Json &) { return Model::says("```json\n{\"a\": 1}\n```"); });
        QCOMPARE(ask(model).value_or(Json()), *parseJson(R"([{"a": 1}])"));
    }

    /// The second try counts.
    void oneBadAnswerIsForgiven()
    {
        Model model([](int number, const Json &) {
            return number == 0 ? Model::says("I think that") : Model::says("{\"a\": 1}");
        });
        QCOMPARE(ask(model).value_or(Json()), *parseJson(R"([{"a": 1}])"));
        QCOMPARE(model.bodies.size(), 2);
    }

    void badAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("requests");
        const auto row = [](const char *name, const QByteArray &answer, ErrorCode code, int requests = 2) {
            QTest::newRow(name) << answer << code << requests;
        };
        row("no JSON", Model::says("Here is your data"), ErrorCode::UnreadableAnswer);
        row("half an object", Model::says("{\"a\": [1, 2"), ErrorCode::UnreadableAnswer);
        row("a list", Model::says("[1]"), ErrorCode::UnreadableAnswer);
        row("cut off", Model::completion({{"content", "{\"a\": 1}"}}, "length"), ErrorCode::UnreadableAnswer);
        row("no content", Model::completion({{"content", nullptr}}), ErrorCode::UnreadableAnswer);
        row("refusal", Model::completion({{"content", nullptr}, {"refusal", "I will not"}}), ErrorCode::RequestRefused);
        row("no completion", Model::http(200, "{\"object\": \"list\"}"), ErrorCode::UnreadableAnswer);
        row("a page", Model::http(200, "<html>sign in</html>"), ErrorCode::UnreadableAnswer);
        row("wrong key", Model::http(401, "{}"), ErrorCode::WrongKey, 1);
        row("no such model", Model::http(404, "{}"), ErrorCode::NotFound, 1);
        row("too many", Model::http(429, "{}"), ErrorCode::RateLimited);
        row("broken", Model::http(500, "{}"), ErrorCode::ServerFailed);
        row("redirection", Model::http(302, "", "Location: http://127.0.0.1:9/\r\n"), ErrorCode::RequestRefused);
        row("over-long", Model::says("{\"a\": \"" + QByteArray(300'000, 'x') + "\"}"), ErrorCode::UnreadableAnswer);
        row("deep", Model::says(QByteArray(100'000, '[')), ErrorCode::UnreadableAnswer);
    }
    void badAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorCode, code);
        QFETCH(int, requests);
        Model model([&](int, const Json &) { return answer; });
        const auto answers = ask(model, 1, [](ModelSettings &settings) { settings.largestAnswer = 200'000; });
        QVERIFY(!answers);
        QCOMPARE(answers.error().code, code);
        QCOMPARE(model.bodies.size(), requests);
        QVERIFY(!answers.error().detail.contains("secret-key"_L1));
    }

    void silenceAndNobody()
    {
        Model silent([](int, const Json &) { return QByteArray(); });
        const auto late = ask(silent, 1, [](ModelSettings &settings) { settings.answerTime = 200ms; });
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::TimedOut);
        QString address;
        {
            Model gone([](int, const Json &) { return QByteArray(); });
            address = gone.url();
        }
        const auto none = ask(silent, 1, [&](ModelSettings &settings) { settings.baseUrl = QUrl(address); });
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::ConnectionLost);
    }

    void aCallThatIsDestroyedSaysNothing()
    {
        Model model([](int, const Json &) { return Model::says("{}"); });
        ModelSettings settings;
        settings.baseUrl = QUrl(model.url());
        int times = 0;
        {
            ModelCall call(m_network, settings, question(1));
            connect(&call, &ModelCall::finished, this, [&] { ++times; });
            call.start();
            QVERIFY(QTest::qWaitFor([&] { return !model.bodies.isEmpty(); }));
        }
        QTest::qWait(50);
        QCOMPARE(times, 0);
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("none") << QString() << QString() << true;
        QTest::newRow("local") << u"http://localhost:11434/v1"_s << u"m"_s << true;
        QTest::newRow("elsewhere") << u"https://models.example.com/v1"_s << u"m"_s << true;
        QTest::newRow("key in the open") << u"http://models.example.com/v1"_s << u"m"_s << false;
        QTest::newRow("no model") << u"https://models.example.com/v1"_s << QString() << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << u"m"_s << false;
        QTest::newRow("name in it") << u"https://me:word@models.example.com"_s << u"m"_s << false;
    }
    void settingsAreChecked()
    {
        QFETCH(QString, url);
        QFETCH(QString, model);
        QFETCH(bool, isFine);
        ModelSettings settings;
        settings.baseUrl = QUrl(url);
        settings.model = model;
        settings.key = "k";
        QCOMPARE(bool(checkModelSettings(settings)), isFine);
    }
};

QTEST_GUILESS_MAIN(TestLanguageModel)
#include "tst_languagemodel.moc"
