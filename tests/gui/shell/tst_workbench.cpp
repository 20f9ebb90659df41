// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/workbench.h"

#include "base/json.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::shell;

namespace {

/// A file of a newer version: values, members and events that this one does not know.
Json newerFile()
{
    Json json;
    json["data_schema"] = {{"type", "object"}, {"properties", {{"total", {{"type", "number"}}}}}};
    json["tier"] = "tier_of_tomorrow";
    json["extraction_target"] = "per_chapter";
    json["parse_tier"] = "xray";
    json["disable_cache"] = true;
    json["sheet_names"] = {"Jan"};
    json["of_tomorrow"] = {{"a", {1, 2.5}}};
    json["webhook_configurations"] = Json::array();
    json["webhook_configurations"].push_back({{"webhook_url", "https://a.example/hook"},
                                              {"webhook_events", {"extract.success", "extract.vanished"}},
                                              {"webhook_headers", {{"X-A", "1"}}},
                                              {"webhook_output_format", "cbor"},
                                              {"retries", 7}});
    return json;
}

} // namespace

/// The configuration on the workbench: history, clean flag, files.
class TestWorkbench : public QObject
{
    Q_OBJECT

private slots:
    void changesCanBeUndone();
    void typingIsOneStep();
    void checksAreStepsOfTheirOwn();
    void theCleanFlag();
    void randomChangesUndoBackToTheStart();
    void whatIsNotKnownSurvivesAFile();
    void secretsNeverReachAFile();
    void savedOnAServer();
    void anotherSchemaCanBeTakenBack();
    void anotherJobsSchemaIsNotTheFiles();
    void anotherProgramsChangesAreNoticed();
};

void TestWorkbench::changesCanBeUndone()
{
    Workbench work({});
    const auto before = work.configuration();
    QSignalSpy changed(&work, &Workbench::configurationChanged);
    auto wanted = before;
    wanted.tier = u"agentic"_s;
    work.setConfiguration(wanted);
    QCOMPARE(work.configuration(), wanted);
    work.setConfiguration(wanted);
    QCOMPARE(changed.size(), 1);
    work.schema().undoStack().undo();
    QCOMPARE(work.configuration(), before);
    work.schema().undoStack().redo();
    QCOMPARE(work.configuration(), wanted);
    QCOMPARE(changed.size(), 3);
}

void TestWorkbench::typingIsOneStep()
{
    Workbench work({});
    const auto before = work.configuration();
    auto value = before;
    for (const auto &text : {u"D"_s, u"Da"_s, u"Day"_s}) {
        value.systemPrompt = text;
        work.setConfiguration(value);
    }
    QCOMPARE(work.schema().undoStack().count(), 1);
    // Typed and taken back is no change at all.
    work.setConfiguration(before);
    QCOMPARE(work.schema().undoStack().count(), 0);
    QVERIFY(!work.isModified());
}

void TestWorkbench::checksAreStepsOfTheirOwn()
{
    Workbench work({});
    auto value = work.configuration();
    value.citeSources = !value.citeSources;
    work.setConfiguration(value);
    value.citeSources = !value.citeSources;
    work.setConfiguration(value);
    value.webhooks.push_back({{"webhook_url", "https://a.example"}});
    work.setConfiguration(value);
    QCOMPARE(work.schema().undoStack().count(), 3);
}

void TestWorkbench::theCleanFlag()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"a.extract.json"_s);
    Workbench work({});
    auto value = work.configuration();
    value.maxPages = 3;
    work.setConfiguration(value);
    QVERIFY(work.isModified());
    QVERIFY(work.save(path));
    QVERIFY(!work.isModified());
    work.schema().undoStack().undo();
    QVERIFY(work.isModified());
    work.schema().undoStack().redo();
    QVERIFY(!work.isModified());
}

void TestWorkbench::randomChangesUndoBackToTheStart()
{
    Workbench work({});
    const auto start = toBytes(work.configurationJson());
    std::srand(7);
    for (int i = 0; i < 2000; ++i) {
        auto value = work.configuration();
        switch (std::rand() % 7) {
        case 0:
            value.tier = std::rand() % 2 ? u"agentic"_s : u"x%1"_s.arg(std::rand() % 9);
            break;
        case 1:
            value.targetPages = std::rand() % 2 ? std::optional(QString::number(std::rand() % 9 + 1)) : std::nullopt;
            break;
        case 2:
            value.systemPrompt = u"p%1"_s.arg(std::rand() % 100);
            break;
        case 3:
            value.webhooks.push_back({{"webhook_url", "https://a.example"}});
            break;
        case 4:
            value.webhooks = Json::array();
            break;
        case 5:
            value.others["k" + std::to_string(std::rand() % 5)] = std::rand();
            break;
        default:
            value.confidenceScores = !value.confidenceScores;
        }
        work.setConfiguration(value);
        if (std::rand() % 4 == 0)
            work.schema().undoStack().undo();
    }
    const auto end = toBytes(work.configurationJson());
    QVERIFY(end != start);
    const auto index = work.schema().undoStack().index();
    work.schema().undoStack().setIndex(0);
    QCOMPARE(toBytes(work.configurationJson()), start);
    work.schema().undoStack().setIndex(index);
    QCOMPARE(toBytes(work.configurationJson()), end);
}

void TestWorkbench::whatIsNotKnownSurvivesAFile()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"newer.extract.json"_s);
    QVERIFY(writeFile(path, toBytes(newerFile())));
    Workbench work({});
    QVERIFY(work.open(path));
    QVERIFY(!work.isModified());
    QCOMPARE(work.configuration().webhooks.size(), 1u);
    QVERIFY(!work.configuration().others.contains("webhook_configurations"));
    QVERIFY(work.save(path));
    const auto written = readJsonFile(path).value();
    const auto original = newerFile();
    for (const auto &[key, value] : original.items())
        QVERIFY2(written.contains(key) && written[key] == value, key.c_str());
}

void TestWorkbench::secretsNeverReachAFile()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"s.extract.json"_s);
    auto json = newerFile();
    json["webhook_configurations"][0]["webhook_signing_secret"] = "s3cret";
    json["webhook_configurations"][0]["webhook_headers"] = {{"Authorization", "Bearer s3cret"}};
    json["webhook_configuration_ids"] = {"whc-1"};
    QVERIFY(writeFile(path, toBytes(json)));
    Workbench work(folder.filePath(u"state.json"_s));
    QSignalSpy found(&work, &Workbench::webhookSecretFound);
    QVERIFY(work.open(path));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0], (QVariantList{u"https://a.example/hook"_s, u"s3cret"_s}));
    QCOMPARE(found[1], (QVariantList{u"https://a.example/hook\nauthorization"_s, u"Bearer s3cret"_s}));
    QCOMPARE(work.configuration().webhookIds, Json::array({"whc-1"}));
    QCOMPARE(work.configurationJson()["webhook_configuration_ids"], Json::array({"whc-1"}));
    QVERIFY(work.save(path));
    QVERIFY(work.saveState());
    for (const auto &name : {u"s.extract.json"_s, u"state.json"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        QVERIFY(bytes.contains("https://a.example/hook"));
        QVERIFY(!bytes.contains("s3cret"));
    }
}

void TestWorkbench::savedOnAServer()
{
    Workbench work({});
    auto value = work.configuration();
    value.webhooks.push_back({{"webhook_url", "https://a.example"}});
    work.setConfiguration(value);
    auto parameters = newerFile();
    parameters.erase("webhook_configurations");
    parameters["product_type"] = "extract_v2";
    QVERIFY(work.openSaved(parameters));
    QCOMPARE(work.configuration().tier, u"tier_of_tomorrow"_s);
    // As the API has it: what is not said is off. The webhooks are no part of it and stay.
    QVERIFY(!work.configuration().citeSources);
    QCOMPARE(work.configuration().webhooks, value.webhooks);
    QVERIFY(!work.configurationJson().contains("product_type"));
    QVERIFY(work.isModified());
    QVERIFY(!work.openSaved(Json::array()));
}

void TestWorkbench::anotherSchemaCanBeTakenBack()
{
    const QTemporaryDir folder;
    const auto first = folder.filePath(u"first.extract.json"_s);
    const auto second = folder.filePath(u"second.extract.json"_s);
    const auto write = [](const QString &path, const char *field, const char *tier) {
        const Json schema{{"type", "object"}, {"properties", {{field, {{"type", "string"}}}}}};
        return writeFile(path, toBytes(Json{{"data_schema", schema}, {"tier", tier}}));
    };
    QVERIFY(write(first, "one", "agentic"));
    QVERIFY(write(second, "two", "cost_effective"));
    Workbench work({});
    auto &history = work.schema().undoStack();
    QVERIFY(work.open(first));
    QVERIFY(!history.canUndo());
    const auto before = toBytes(work.configurationJson());
    QVERIFY(work.open(second));
    QVERIFY(!work.isModified());
    const auto after = toBytes(work.configurationJson());
    QVERIFY(after != before);
    work.clear();
    QVERIFY(work.path().isEmpty());
    QVERIFY(work.schema().isEmpty());
    history.undo();
    QCOMPARE(work.path(), second);
    QCOMPARE(toBytes(work.configurationJson()), after);
    history.undo();
    QCOMPARE(work.path(), first);
    QCOMPARE(toBytes(work.configurationJson()), before);
    QVERIFY(!history.canUndo());
    // What cannot be opened leaves everything as it is.
    QVERIFY(writeFile(second, "[1]"));
    QVERIFY(!work.open(second));
    QCOMPARE(work.path(), first);
    QVERIFY(history.canRedo());
}

void TestWorkbench::anotherJobsSchemaIsNotTheFiles()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"mine.extract.json"_s);
    const auto schemaOf = [](const char *field) {
        return Json{{"type", "object"}, {"properties", {{field, {{"type", "string"}}}}}};
    };
    QVERIFY(writeFile(path, toBytes(Json{{"data_schema", schemaOf("one")}, {"tier", "agentic"}})));
    Workbench work({});
    QVERIFY(work.open(path));
    const auto before = toBytes(work.configurationJson());
    work.adopt({{"data_schema", schemaOf("two")}, {"tier", "cost_effective"}});
    QVERIFY(work.path().isEmpty());
    QCOMPARE(work.configuration().tier, u"cost_effective"_s);
    work.schema().undoStack().undo();
    QCOMPARE(work.path(), path);
    QCOMPARE(toBytes(work.configurationJson()), before);
    // The same schema under another configuration stays where it is.
    work.adopt({{"data_schema", schemaOf("one")}, {"tier", "cost_effective"}});
    QCOMPARE(work.path(), path);
}

void TestWorkbench::anotherProgramsChangesAreNoticed()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"a.extract.json"_s);
    const auto state = folder.filePath(u"state.json"_s);
    QVERIFY(writeFile(path, toBytes(newerFile())));
    Workbench work(state);
    QVERIFY(!work.isFileChanged());
    QVERIFY(work.open(path));
    QVERIFY(!work.isFileChanged());
    QVERIFY(work.save(path));
    QVERIFY(!work.isFileChanged());
    QVERIFY(work.saveState());
    QVERIFY(writeFile(path, toBytes(newerFile(), 1)));
    QVERIFY(work.isFileChanged());
    // Also when that happened while this program was closed.
    Workbench again(state);
    again.restoreState();
    QCOMPARE(again.path(), path);
    QVERIFY(again.isFileChanged());
    QVERIFY(again.save(path));
    QVERIFY(!again.isFileChanged());
    // A file that is gone is simply written anew.
    QVERIFY(QFile::remove(path));
    QVERIFY(!again.isFileChanged());
}

QTEST_MAIN(TestWorkbench)
#include "tst_workbench.moc"
