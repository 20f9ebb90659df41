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

    /// Texts are told by their content, and need no window system.
    void textsAreRead()
    {
        RunningService service(m_folder.filePath(u"texts"_s));
        QVERIFY(service.isUp());
        const QByteArray html =
            "<html><body><table><tr><td>Invoice number:</td><td>A-4711</td></tr></table></body></html>";
        for (const auto &[name, bytes] : {std::pair{u"order.html"_s, html},
                                          {u"order.txt"_s, QByteArray("Invoice number: A-4711\n")},
                                          {u"order.md"_s, QByteArray("# Order\n\n**Invoice number:** A-4711\n")}}) {
            const Json schema = {{"type", "object"}, {"properties", {{"invoice_number", {{"type", "string"}}}}}};
            const auto job =
                service.post(u"/api/v2/extract"_s, {{"file_input", toStd(service.upload(name, bytes).text("id"))},
                                                    {"configuration", {{"data_schema", schema}}}});
            const auto done = service.waitForJob(job.text("id"));
            QCOMPARE(done.text("status"), u"COMPLETED"_s);
            QCOMPARE(done.json["extract_result"]["invoice_number"], Json("A-4711"));
        }
    }

    /// LibreOffice runs inside the worker's sandbox.
    void officeDocumentsAreRead()
    {
        if (!QFile::exists(u"/usr/lib/libreoffice/program/libsclo.so"_s))
            QSKIP("LibreOffice Calc is not installed");
        const auto path = m_folder.filePath(u"order.xlsx"_s);
        QCOMPARE(QProcess::execute(u"python3"_s,
                                   {QStringLiteral(XS_SOURCE_DIR "/tests/document/makeoffice.py"), u"xlsx"_s, path}),
                 0);
        RunningService service(m_folder.filePath(u"office"_s));
        QVERIFY(service.isUp());
        const Json row = {{"type", "object"},
                          {"properties", {{"item", {{"type", "string"}}}, {"price", {{"type", "number"}}}}}};
        const auto job = service.post(
            u"/api/v2/extract"_s, {{"file_input", toStd(service.upload(u"order.xlsx"_s, readFile(path)).text("id"))},
                                   {"configuration", {{"data_schema", row}, {"extraction_target", "per_table_row"}}}});
        const auto done = service.waitForJob(job.text("id"));
        QVERIFY2(done.text("status") == "COMPLETED"_L1, qPrintable(done.text("error_message")));
        QCOMPARE(done.json["extract_result"][0], (Json{{"item", "Green, tea"}, {"price", 2.5}}));
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
