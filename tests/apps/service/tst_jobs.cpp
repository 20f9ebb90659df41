// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/service/runningservice.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::service::test;

/// Extract jobs over HTTP.
class TestJobs : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RunningService> m_service;
    const QString m_jobs = u"/api/v2/extract"_s;
    QString m_invoice;

    QString create(const Json &body)
    {
        const auto answer = m_service->post(m_jobs, body);
        return answer.status == 200 ? answer.text("id") : answer.detail();
    }

    /// Sends a signal to the process that reads a document, once there is one: the child of the fork server.
    static void signalReader(RunningService &service, int signal)
    {
        const auto forkServers = childrenOf(service.process().processId());
        QCOMPARE(forkServers.size(), 1);
        QList<qint64> readers;
        QTRY_VERIFY(!(readers = childrenOf(forkServers.first())).isEmpty());
        for (const auto reader : readers)
            ::kill(static_cast<pid_t>(reader), signal);
    }

    void readsTheNext(RunningService &service) const
    {
        const auto file = service.uploadSample(u"resources/samples/form.pdf"_s);
        QCOMPARE(service.waitForJob(service.post(m_jobs, createBody(file)).text("id")).text("status"), u"COMPLETED"_s);
    }

private slots:
    void initTestCase()
    {
        m_service = std::make_unique<RunningService>(m_folder.filePath(u"data"_s));
        QVERIFY(m_service->isUp());
        m_invoice = m_service->uploadSample(u"resources/samples/invoice.pdf"_s);
        QVERIFY(!m_invoice.isEmpty());
    }

    void aJobEndsWithValuesAndTheirProof()
    {
        const auto expected = readJsonFile(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.expected.json"));
        QVERIFY(expected);
        const auto made =
            m_service->post(m_jobs, createBody(m_invoice, {{"cite_sources", true}, {"confidence_scores", true}},
                                               u"resources/samples/invoice.schema.json"_s));
        QCOMPARE(made.status, 200);
        QCOMPARE(made.text("status"), u"PENDING"_s);
        QCOMPARE(made.text("file_input"), m_invoice);
        for (const auto *member :
             {"configuration", "extract_result", "extract_metadata", "error_message", "configuration_id"})
            QVERIFY2(made.json.at(member).is_null(), member);

        const auto done = m_service->waitForJob(made.text("id"));
        QCOMPARE(done.text("status"), u"COMPLETED"_s);
        QVERIFY(done.text("updated_at") >= done.text("created_at"));
        const auto &result = done.json["extract_result"];
        const auto &metadata = done.json["extract_metadata"]["field_metadata"]["document_metadata"];
        int right = 0;
        for (const auto &[key, value] : expected->items()) {
            if (value.is_structured() || value.is_null() || member(result, key.c_str()) != value)
                continue;
            ++right;
            const auto &entry = member(metadata, key.c_str());
            QVERIFY2(entry["confidence"].is_number(), key.c_str());
            const auto &citation = entry["citation"].at(0);
            QVERIFY(citation["page"].get<int>() >= 1 && citation["page"].get<int>() <= 2);
            QVERIFY(!toQString(citation["matching_text"]).isEmpty());
            const auto &box = citation["bounding_boxes"].at(0);
            QVERIFY(box["w"].get<double>() > 0 && box["x"].get<double>() + box["w"].get<double>() <=
                                                      citation["page_dimensions"]["width"].get<double>());
        }
        QVERIFY2(right >= 3, done.body.constData());
        const auto &usage = done.json["metadata"]["usage"];
        QCOMPARE(usage["num_pages_extracted"].get<int>(), 2);
        QCOMPARE(usage["num_pages_billed"].get<int>(), 2);
        QVERIFY(usage["num_document_tokens"].get<int>() > 0);
    }

    void partsComeWhenTheyWereAskedFor()
    {
        const auto plain = create(createBody(m_invoice));
        QCOMPARE(m_service->waitForJob(plain).text("status"), u"COMPLETED"_s);
        const auto get = [&](const QString &query) { return m_service->get(m_jobs + u'/' + plain + query).json; };
        QVERIFY(get({})["extract_metadata"].is_null());
        QVERIFY(get({})["usage"].is_null());
        QVERIFY(!get({})["metadata"].is_null());
        const auto all = get(u"?expand=configuration&expand=extract_metadata,usage&expand=unknown"_s);
        QVERIFY(all["extract_metadata"]["field_metadata"]["document_metadata"].is_object());
        QCOMPARE(all["usage"]["credits"].get<double>(), 0.0);
        const auto &configuration = all["configuration"];
        QCOMPARE(toQString(configuration["extract_version"]), u"latest"_s);
        QCOMPARE(toQString(configuration["version"]), u"latest"_s);
        QCOMPARE(toQString(configuration["tier"]), u"cost_effective"_s);
        QCOMPARE(configuration["cite_sources"].get<bool>(), false);
        const auto listed =
            m_service->get(m_jobs + u"?expand=configuration&expand=usage&job_ids="_s + plain).json["items"][0];
        QVERIFY(listed["configuration"].is_object());
        QVERIFY(listed["usage"].is_null());
        QVERIFY(listed["extract_result"].is_object());
    }

    void whatIsNotUsedIsReportedBack()
    {
        const Json asked{{"tier", "agentic"},     {"parse_tier", "fast"}, {"system_prompt", "Beträge in €"},
                         {"target_pages", "1"},   {"max_pages", 7},       {"version", "2026-01-08"},
                         {"disable_cache", true}, {"sheet_names", {"a"}}};
        const auto id = create(createBody(m_invoice, asked));
        const auto job = m_service->waitForJob(id, u"?expand=configuration&expand=extract_metadata"_s).json;
        for (const auto &[key, value] : asked.items())
            QCOMPARE(toBytes(job["configuration"][key]), toBytes(value));
        QCOMPARE(toQString(job["configuration"]["extract_version"]), u"2026-01-08"_s);
        QCOMPARE(toQString(job["extract_metadata"]["parse_tier"]), u"fast"_s);
    }

    void pagesAndTargets()
    {
        const auto pages = m_service->uploadSample(u"resources/samples/manypages.pdf"_s);
        const auto run = [&](const Json &configuration) {
            return m_service
                ->waitForJob(create(createBody(pages, configuration, u"resources/samples/manypages.schema.json"_s)))
                .json;
        };
        const auto some = run({{"extraction_target", "per_page"}, {"target_pages", "2, 3"}, {"cite_sources", true}});
        QCOMPARE(some["extract_result"].size(), 2u);
        QCOMPARE(some["extract_metadata"]["field_metadata"]["page_metadata"].size(), 2u);
        QCOMPARE(some["metadata"]["usage"]["num_pages_extracted"].get<int>(), 2);
        QCOMPARE(run({{"max_pages", 1}})["metadata"]["usage"]["num_pages_extracted"].get<int>(), 1);
        QVERIFY(run({{"extraction_target", "per_table_row"}})["extract_result"].is_array());
        QCOMPARE(toQString(run({{"target_pages", "900"}})["error_message"]).section(u':', 0, 0),
                 u"TARGET_PAGES_MISSING"_s);
    }

    void documentsThatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const auto sample = [](const char *name) {
            return readFile(QStringLiteral(XS_SOURCE_DIR "/tests/samples/") + QString::fromLatin1(name));
        };
        QTest::newRow("encrypted") << sample("encrypted.pdf") << u"PDF_IS_PROTECTED"_s;
        QTest::newRow("damaged") << sample("broken.pdf") << u"PDF_IS_BROKEN"_s;
        QTest::newRow("truncated") << sample("encrypted.pdf").left(300) << u"PDF_IS_BROKEN"_s;
        QTest::newRow("no document") << QByteArray("just some text") << u"UNSUPPORTED_FILE_TYPE"_s;
        QTest::newRow("a program") << QByteArray("\x7f"
                                                 "ELF\x02\x01\x01")
                                   << u"UNSUPPORTED_FILE_TYPE"_s;
    }

    void documentsThatCannotBeRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QVERIFY(!bytes.isEmpty());
        const auto file = m_service->upload(u"document.pdf"_s, bytes).text("id");
        const auto failed = m_service->waitForJob(create(createBody(file)));
        QCOMPARE(failed.text("status"), u"FAILED"_s);
        QCOMPARE(failed.text("error_message").section(u':', 0, 0), code);
        QVERIFY(failed.text("error_message").section(u':', 1).size() > 5);
        QVERIFY(failed.json["extract_result"].is_null());
    }

    void jobsThatAreRefused()
    {
        const auto status = [this](const Json &body) { return m_service->post(m_jobs, body).status; };
        QCOMPARE(status(Json::object()), 422);
        QCOMPARE(status({{"file_input", toStd(m_invoice)}}), 422);
        QCOMPARE(status(createBody(m_invoice, {{"target_pages", "5-"}})), 422);
        const auto unknown = m_service->post(m_jobs, createBody(u"dfl-none"_s));
        QCOMPARE(unknown.status, 400);
        QVERIFY(unknown.detail().startsWith("inputs_invalid: "_L1));
        const auto schema = m_service->post(m_jobs, createBody(m_invoice, {{"data_schema", {{"type", "string"}}}}));
        QCOMPARE(schema.status, 400);
        QVERIFY(schema.detail().startsWith("schema_validation: "_L1));
        QCOMPARE(m_service->get(m_jobs + u"/ext-none"_s).status, 404);
        QCOMPARE(m_service->send("DELETE", m_jobs + u"/ext-none"_s).status, 404);
        QCOMPARE(m_service->send("POST", m_jobs + u"/ext-none/cancel"_s).status, 404);
    }

    void aFinishedJobCannotBeCancelled()
    {
        const auto id = create(createBody(m_invoice));
        (void)m_service->waitForJob(id);
        const auto answer = m_service->send("POST", m_jobs + u'/' + id + u"/cancel"_s);
        QCOMPARE(answer.status, 409);
        // The SDKs would repeat a 409 for many seconds.
        QCOMPARE(answer.headers["x-should-retry"], "false");
    }

    void cancellingAndDeletingEndTheWork()
    {
        QTemporaryDir folder;
        RunningService service(folder.filePath(u"data"_s), {u"--workers"_s, u"1"_s});
        const auto file = service.uploadSample(u"resources/samples/manypages.pdf"_s);
        QStringList ids;
        for (int i = 0; i < 12; ++i)
            ids << service.post(m_jobs, createBody(file)).text("id");
        // The last ones still wait, whatever the speed of this computer.
        const auto cancelled = service.send("POST", m_jobs + u'/' + ids[11] + u"/cancel"_s);
        QCOMPARE(cancelled.status, 200);
        QCOMPARE(cancelled.text("status"), u"CANCELLED"_s);
        QCOMPARE(service.send("DELETE", m_jobs + u'/' + ids[10]).status, 200);
        QCOMPARE(service.get(m_jobs + u'/' + ids[10]).status, 404);
        for (int i = 0; i < 10; ++i) {
            const auto answer = service.send("POST", m_jobs + u'/' + ids[i] + u"/cancel"_s);
            QVERIFY(answer.status == 200 || answer.status == 409);
        }
        // One more runs: the worker of a cancelled job is not waited for.
        const auto last = service.post(m_jobs, createBody(file)).text("id");
        QCOMPARE(service.waitForJob(last).text("status"), u"COMPLETED"_s);
        QCOMPARE(service.get(m_jobs + u'/' + ids[11]).text("status"), u"CANCELLED"_s);
    }

    void aReaderThatCrashesFailsItsJobOnly()
    {
        QTemporaryDir folder;
        RunningService service(folder.filePath(u"data"_s), {u"--workers"_s, u"1"_s});
        const auto slow = service.uploadSample(u"resources/samples/manypages.pdf"_s);
        QVERIFY(!slow.isEmpty());
        const auto victim = service.post(m_jobs, createBody(slow)).text("id");
        signalReader(service, SIGSEGV);
        const auto failed = service.waitForJob(victim);
        QCOMPARE(failed.text("status"), u"FAILED"_s);
        QVERIFY(failed.text("error_message").startsWith("PDF_IS_BROKEN: "_L1));
        readsTheNext(service);
    }

    void aReaderThatHangsFailsItsJobOnly()
    {
        QTemporaryDir folder;
        RunningService service(folder.filePath(u"data"_s), {u"--workers"_s, u"1"_s, u"--time-limit"_s, u"5"_s});
        const auto slow = service.uploadSample(u"resources/samples/manypages.pdf"_s);
        QVERIFY(!slow.isEmpty());
        const auto id = service.post(m_jobs, createBody(slow)).text("id");
        // A stopped process neither reads on nor ends.
        signalReader(service, SIGSTOP);
        const auto victim = service.waitForJob(id);
        QCOMPARE(victim.text("status"), u"FAILED"_s);
        QVERIFY(victim.text("error_message").startsWith("TIMEOUT: "_L1));
        readsTheNext(service);
    }

    void aForkServerThatHangsIsReplaced()
    {
        QTemporaryDir folder;
        RunningService service(folder.filePath(u"data"_s), {u"--workers"_s, u"1"_s, u"--time-limit"_s, u"5"_s});
        const auto file = service.uploadSample(u"resources/samples/form.pdf"_s);
        const auto forkServers = childrenOf(service.process().processId());
        QCOMPARE(forkServers.size(), 1);
        ::kill(static_cast<pid_t>(forkServers.first()), SIGSTOP);
        const auto victim = service.waitForJob(service.post(m_jobs, createBody(file)).text("id"));
        QCOMPARE(victim.text("status"), u"FAILED"_s);
        QVERIFY(victim.text("error_message").startsWith("TIMEOUT: "_L1));
        readsTheNext(service);
    }

    void aDeletedFileFailsItsJob()
    {
        QTemporaryDir folder;
        RunningService service(folder.filePath(u"data"_s), {u"--workers"_s, u"1"_s});
        const auto slow = service.uploadSample(u"resources/samples/manypages.pdf"_s);
        const auto file = service.uploadSample(u"resources/samples/form.pdf"_s);
        for (int i = 0; i < 5; ++i)
            (void)service.post(m_jobs, createBody(slow));
        const auto id = service.post(m_jobs, createBody(file)).text("id");
        QCOMPARE(service.send("DELETE", u"/api/v1/beta/files/"_s + file).status, 204);
        QCOMPARE(service.waitForJob(id).text("status"), u"FAILED"_s);
    }

    void listsHavePagesAndFilters()
    {
        const auto file = m_service->upload(u"list.pdf"_s, "nothing").text("id");
        QStringList ids;
        for (int i = 0; i < 5; ++i)
            ids << create(createBody(file));
        for (const auto &id : ids)
            (void)m_service->waitForJob(id);
        const auto found = [&](const QString &query) {
            QStringList all;
            QString token;
            do {
                const auto page = m_service->get(m_jobs + u"?file_input="_s + file + query + u"&page_token="_s + token);
                if (page.status != 200)
                    return QStringList(page.detail());
                for (const auto &item : page.json["items"])
                    all.prepend(toQString(item["id"]));
                token = page.text("next_page_token");
            } while (!token.isEmpty());
            return all;
        };
        QCOMPARE(found({}), ids);
        QCOMPARE(found(u"&page_size=2"_s), ids);
        QCOMPARE(found(u"&page_size=5"_s), ids);
        QCOMPARE(found(u"&status=FAILED"_s), ids);
        QCOMPARE(found(u"&status=COMPLETED"_s), QStringList());
        QCOMPARE(found(u"&status=&project_id=&organization_id="_s), ids);
        QCOMPARE(found(u"&job_ids=%1&job_ids=%2"_s.arg(ids[1], ids[3])), (QStringList{ids[1], ids[3]}));
        const auto third = m_service->get(m_jobs + u'/' + ids[2]).text("created_at").replace(u":"_s, u"%3A"_s);
        QCOMPARE(found(u"&created_at_on_or_after="_s + third), ids.mid(2));
        QCOMPARE(found(u"&created_at_on_or_before="_s + third), ids.mid(0, 3));
        QCOMPARE(found(u"&document_input_type=parse_job_id"_s), QStringList());
        QCOMPARE(found(u"&configuration_id=cfg-none"_s), QStringList());
        QCOMPARE(m_service->get(m_jobs + u"?document_input_value="_s + file).json["items"].size(), 5u);
        for (const auto &bad :
             {u"status=DONE"_s, u"page_size=0"_s, u"page_token=x"_s, u"created_at_on_or_after=today"_s})
            QCOMPARE(m_service->get(m_jobs + u'?' + bad).status, 422);
    }

    void historyOfStates()
    {
        const auto file = m_service->upload(u"history.pdf"_s, "nothing").text("id");
        const auto id = create(createBody(file));
        (void)m_service->waitForJob(id);
        const auto points =
            m_service->get(u"/api/v1/job-data-points?job_type=extract&status=failed&status=cancelled&page_size=1"_s);
        QCOMPARE(points.status, 200);
        const auto &point = points.json["items"][0];
        QCOMPARE(toQString(point["id"]), id);
        QCOMPARE(toQString(point["status"]), u"failed"_s);
        const auto &states = point["state_transitions"];
        QVERIFY(toQString(states["pending_at"]) <= toQString(states["running_at"]));
        QVERIFY(toQString(states["running_at"]) <= toQString(states["failed_at"]));
        QVERIFY(states["completed_at"].is_null());
        QVERIFY(!points.text("next_page_token").isEmpty());
        QCOMPARE(m_service->get(u"/api/v1/job-data-points?job_type=classify"_s).json["items"].size(), 0u);
        for (const auto &bad : {u""_s, u"?job_type=other"_s, u"?job_type=extract&hours=169"_s})
            QCOMPARE(m_service->get(u"/api/v1/job-data-points"_s + bad).status, 422);
    }

    void aRepeatedCreateWithAKeyMakesOneJob()
    {
        const auto send = [this](const QByteArray &key) {
            return m_service
                ->send("POST", m_jobs, toBytes(createBody(m_invoice)),
                       {{"Content-Type", "application/json"}, {"Idempotency-Key", key}})
                .text("id");
        };
        const auto first = send("k1");
        QVERIFY(!first.isEmpty());
        QCOMPARE(send("k1"), first);
        QVERIFY(send("k2") != first);
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
