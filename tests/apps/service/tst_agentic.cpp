// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"
#include "server/scriptedmodel.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;
using Model = server::test::ScriptedModel;

/// Jobs of the tier agentic, with a language model, with a bad one, and without.
class TestAgentic : public QObject
{
    Q_OBJECT

private:
    Answer run(RunningService &service, const char *tier = "agentic")
    {
        const auto file = service.uploadSample(u"resources/samples/invoice.pdf"_s);
        const Json schema = {
            {"type", "object"},
            {"properties", {{"invoice_number", {{"type", "string"}}}, {"mood", {{"type", "string"}}}}}};
        const auto job =
            service.post(u"/api/v2/extract"_s,
                         {{"file_input", toStd(file)},
                          {"configuration", {{"data_schema", schema}, {"tier", tier}, {"confidence_scores", true}}}});
        return service.waitForJob(job.text("id"), u"?expand=extract_metadata"_s);
    }

    static double confidence(const Answer &answer, const char *field)
    {
        return answer.json["extract_metadata"]["field_metadata"]["document_metadata"][field]["confidence"]
            .get<double>();
    }

    static QString note(const Answer &answer)
    {
        const auto &notes = member(member(answer.json, "metadata"), "notes");
        return notes.is_array() && !notes.empty() ? toQString(notes[0]) : QString();
    }

    QTemporaryDir m_folder;

private slots:
    void withAModel()
    {
        Model model([](int, const Json &body) {
            // It sees the text, and answers with what stands there and something that does not.
            const auto text = toQString(body["messages"][1]["content"]);
            return Model::says(text.contains("invoice"_L1, Qt::CaseInsensitive) ? R"({"mood": "cheerful"})" : "{}");
        });
        RunningService service(m_folder.filePath(u"with"_s),
                               {u"--model-url"_s, model.url(), u"--model"_s, u"scripted"_s});
        QVERIFY(service.isUp());
        const auto done = run(service);
        QCOMPARE(done.text("status"), u"COMPLETED"_s);
        QCOMPARE(done.json["extract_result"]["mood"], Json("cheerful"));
        QVERIFY(confidence(done, "mood") < 0.3);
        QVERIFY(!done.json["extract_result"]["invoice_number"].is_null());
        QVERIFY2(note(done).contains("scripted"_L1), qPrintable(note(done)));
        QCOMPARE(model.bodies.size(), 1);
        // Other tiers ask nobody.
        const auto cheap = run(service, "cost_effective");
        QCOMPARE(cheap.text("status"), u"COMPLETED"_s);
        QVERIFY(cheap.json["extract_result"]["mood"].is_null());
        QVERIFY(!cheap.json["metadata"].contains("notes"));
        QCOMPARE(model.bodies.size(), 1);
    }

    void withABadModel()
    {
        Model model([](int, const Json &) { return Model::says("no"); });
        RunningService service(m_folder.filePath(u"bad"_s),
                               {u"--model-url"_s, model.url(), u"--model"_s, u"scripted"_s});
        QVERIFY(service.isUp());
        const auto done = run(service);
        QCOMPARE(done.text("status"), u"COMPLETED"_s);
        QVERIFY(!done.json["extract_result"]["invoice_number"].is_null());
        QVERIFY2(note(done).contains("no usable answer"_L1), qPrintable(note(done)));
    }

    void withoutAModel()
    {
        RunningService service(m_folder.filePath(u"without"_s));
        QVERIFY(service.isUp());
        const auto done = run(service);
        QCOMPARE(done.text("status"), u"COMPLETED"_s);
        QVERIFY2(note(done).startsWith("No language model is configured"_L1), qPrintable(note(done)));
    }

    void badSettingsEndTheStart()
    {
        RunningService service(m_folder.filePath(u"settings"_s), {u"--model-url"_s, u"ftp://models.example.com"_s});
        QCOMPARE(service.exitStatus(), 1);
        RunningService nameless(m_folder.filePath(u"settings"_s), {u"--model-url"_s, u"https://models.example.com"_s});
        QCOMPARE(nameless.exitStatus(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAgentic)
#include "tst_agentic.moc"
