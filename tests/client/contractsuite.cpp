// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/contractsuite.h"

#include "client/canceljobcall.h"
#include "client/configurationcalls.h"
#include "client/createjobcall.h"
#include "client/deletejobcall.h"
#include "client/getjobcall.h"
#include "client/listjobscall.h"
#include "client/listprojectscall.h"
#include "client/uploadfilecall.h"
#include "client/validateschemacall.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace xs::client;

namespace xs::test {

void ContractSuite::initTestCase()
{
    m_document = m_folder.filePath(u"größe.pdf"_s);
    QVERIFY(QFile::copy(QStringLiteral(XS_SOURCE_DIR "/tests/samples/plain.pdf"), m_document));
}

Json ContractSuite::configuration() const
{
    return *parseJson(R"({"data_schema": {"type": "object", "properties": {"total": {"type": "number"}}},
                          "tier": "cost_effective", "extraction_target": "per_doc",
                          "cite_sources": true, "confidence_scores": true})");
}

QString ContractSuite::upload()
{
    UploadFileCall call(network(), connection(), m_document);
    runToEnd(call);
    return call.state() == Call::State::Finished ? call.file().id.text() : QString();
}

JobId ContractSuite::create(const QString &fileInput)
{
    CreateJobCall call(network(), connection(), {fileInput, configuration(), {}});
    runToEnd(call);
    return call.job().id;
}

domain::ExtractJob ContractSuite::untilOver(const JobId &id)
{
    for (;;) {
        GetJobCall call(network(), connection(), id, Expand::Everything);
        runToEnd(call);
        if (call.state() != Call::State::Finished || domain::isOver(call.job().status))
            return call.job();
        pause();
    }
}

void ContractSuite::listsProjects()
{
    ListProjectsCall call(network(), connection());
    runToEnd(call);
    QCOMPARE(call.state(), Call::State::Finished);
    QVERIFY(!call.projects().empty());
    QVERIFY(!call.projects().front().id.isEmpty());
}

void ContractSuite::refusesAWrongKey()
{
    auto wrong = connection();
    wrong.key = u"llx-wrong"_s;
    ListProjectsCall call(network(), wrong);
    runToEnd(call);
    QCOMPARE(call.error().code, ErrorCode::WrongKey);
    UploadFileCall uploading(network(), wrong, m_document);
    runToEnd(uploading);
    QCOMPARE(uploading.error().code, ErrorCode::WrongKey);
}

void ContractSuite::uploadsAndExtracts()
{
    UploadFileCall uploading(network(), connection(), m_document);
    runToEnd(uploading);
    QCOMPARE(uploading.state(), Call::State::Finished);
    QCOMPARE(uploading.file().name, u"größe.pdf"_s);
    QVERIFY(uploading.file().id.text().startsWith("dfl-"_L1));

    const auto id = create(uploading.file().id.text());
    QVERIFY(id.text().startsWith("ext-"_L1));
    const auto job = untilOver(id);
    QCOMPARE(job.status, domain::JobStatus::Completed);
    QCOMPARE(job.fileInput, uploading.file().id.text());
    QVERIFY(job.extractResult.is_object() && job.extractResult.contains("total"));
    QVERIFY(job.extractMetadata.is_object());
    QVERIFY(job.configuration.has_value());
    QCOMPARE(toQString(member(job.raw, "configuration")["data_schema"]["properties"]["total"]["type"]), u"number"_s);
}

void ContractSuite::listsJobs()
{
    const auto file = upload();
    const auto first = create(file);
    const auto second = create(file);
    QVERIFY(first != second);
    JobFilter byFile;
    byFile.fileInput = file;
    ListJobsCall ofFile(network(), connection(), byFile);
    runToEnd(ofFile);
    QCOMPARE(ofFile.page().items.size(), 2u);
    QVERIFY(ofFile.page().nextPageToken.isEmpty());

    JobFilter byId;
    byId.ids = {first};
    byId.pageSize = 1;
    ListJobsCall ofId(network(), connection(), byId);
    runToEnd(ofId);
    QCOMPARE(ofId.page().items.size(), 1u);
    QCOMPARE(ofId.page().items.front().id, first);

    JobFilter future;
    future.fileInput = file;
    future.createdOnOrAfter = network().clock.now().addDays(1);
    ListJobsCall ofFuture(network(), connection(), future);
    runToEnd(ofFuture);
    QCOMPARE(ofFuture.state(), Call::State::Finished);
    QVERIFY(ofFuture.page().items.empty());
}

void ContractSuite::cancelsOnlyWhatRuns()
{
    const auto id = create(upload());
    CancelJobCall call(network(), connection(), id);
    runToEnd(call);
    // A quick server may have finished the job already.
    QVERIFY(call.state() == Call::State::Finished || CancelJobCall::meansOver(call.error()));
    const auto job = untilOver(id);
    if (call.state() == Call::State::Finished)
        QCOMPARE(job.status, domain::JobStatus::Cancelled);
    CancelJobCall again(network(), connection(), id);
    runToEnd(again);
    QCOMPARE(again.state(), Call::State::Failed);
    QVERIFY(CancelJobCall::meansOver(again.error()));
}

void ContractSuite::deletesAJob()
{
    const auto id = create(upload());
    untilOver(id);
    DeleteJobCall deleting(network(), connection(), id);
    runToEnd(deleting);
    QCOMPARE(deleting.state(), Call::State::Finished);
    GetJobCall reading(network(), connection(), id, Expand::Nothing);
    runToEnd(reading);
    QCOMPARE(reading.error().code, ErrorCode::NotFound);
}

void ContractSuite::doesNotKnowOtherIds()
{
    for (const auto &id : {u"ext-00000000-0000-4000-8000-000000000000"_s, u"ext 1/2"_s}) {
        GetJobCall call(network(), connection(), JobId(id), Expand::Everything);
        runToEnd(call);
        QCOMPARE(call.error().code, ErrorCode::NotFound);
    }
}

void ContractSuite::refusesAnUnknownFile()
{
    CreateJobCall call(network(), connection(), {u"dfl-00000000-0000-4000-8000-000000000000"_s, configuration(), {}});
    runToEnd(call);
    QCOMPARE(call.error().code, ErrorCode::RequestRefused);
    QVERIFY(call.error().detail.contains("inputs_invalid"_L1));
    QVERIFY(!call.mayHaveArrived());
}

void ContractSuite::checksSchemas()
{
    const auto good = configuration()["data_schema"];
    ValidateSchemaCall accepted(network(), connection(), good);
    runToEnd(accepted);
    QCOMPARE(accepted.state(), Call::State::Finished);
    QVERIFY(accepted.schema() == good);
    ValidateSchemaCall refused(network(), connection(), {{"type", "array"}});
    runToEnd(refused);
    QCOMPARE(refused.error().code, ErrorCode::RequestRefused);
    QVERIFY(refused.error().detail.contains("schema_validation"_L1));
}

/// Save, list, read, change and delete; what this program does not know comes back as it was sent.
void ContractSuite::keepsConfigurations()
{
    auto parameters = configuration();
    parameters["parse_tier"] = "tier_of_tomorrow";
    parameters["of_tomorrow"] = {{"a", 1}};
    SaveConfigurationCall saving(network(), connection(), u"Größe"_s, product::extract.toString(), parameters);
    runToEnd(saving);
    QCOMPARE(saving.state(), Call::State::Finished);
    const auto id = saving.saved().id;
    QVERIFY(id.startsWith("cfg-"_L1));

    // The same name is the same configuration.
    SaveConfigurationCall again(network(), connection(), u"Größe"_s, product::extract.toString(), parameters);
    runToEnd(again);
    QCOMPARE(again.saved().id, id);

    ListConfigurationsCall listing(network(), connection(), product::extract.toString());
    runToEnd(listing);
    QCOMPARE(listing.items().size(), 1u);
    QCOMPARE(listing.items().front().name, u"Größe"_s);
    QVERIFY(listing.nextPageToken().isEmpty());
    ListConfigurationsCall others(network(), connection(), product::parse.toString());
    runToEnd(others);
    QVERIFY(others.items().empty());

    GetConfigurationCall reading(network(), connection(), id);
    runToEnd(reading);
    const auto &read = reading.saved().parameters;
    QCOMPARE(toQString(member(read, "parse_tier")), u"tier_of_tomorrow"_s);
    QCOMPARE(member(read, "of_tomorrow"), parameters["of_tomorrow"]);
    QCOMPARE(member(read, "data_schema"), parameters["data_schema"]);

    UpdateConfigurationCall renaming(network(), connection(), id, u"Other name"_s, nullptr);
    runToEnd(renaming);
    QCOMPARE(renaming.saved().name, u"Other name"_s);
    QCOMPARE(member(renaming.saved().parameters, "of_tomorrow"), parameters["of_tomorrow"]);

    DeleteConfigurationCall deleting(network(), connection(), id);
    runToEnd(deleting);
    QCOMPARE(deleting.state(), Call::State::Finished);
    GetConfigurationCall gone(network(), connection(), id);
    runToEnd(gone);
    QCOMPARE(gone.error().code, ErrorCode::NotFound);
}

} // namespace xs::test
