// SPDX-License-Identifier: GPL-3.0-or-later
// xs_longanswer ROWS: opens the review of a job whose answer has so many rows of five cells, each with its evidence, in
// the real window, and prints the answer's size in megabytes and for how many milliseconds of its own the event loop
// was held at most: a line "name value" each.
#include "endtoend/studiorig.h"

#include "base/json.h"
#include "gui/review/resultmodel.h"
#include "gui/review/resultspage.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

const QStringList columns{u"item"_s, u"description"_s, u"quantity"_s, u"price"_s, u"amount"_s};

Json configuration()
{
    Json row;
    for (const auto &column : columns)
        row[toStd(column)] = {{"type", "string"}};
    const Json rows{{"type", "array"}, {"items", {{"type", "object"}, {"properties", row}}}};
    return {{"data_schema", {{"type", "object"}, {"properties", {{"rows", rows}}}}}};
}

/// The server's job object.
Json answer(int rows)
{
    auto values = Json::array();
    auto evidence = Json::array();
    for (int r = 0; r < rows; ++r) {
        Json value, proof;
        for (qsizetype c = 0; c < columns.size(); ++c) {
            const auto name = toStd(columns[c]);
            const auto text = toStd(u"%1 %2"_s.arg(columns[c]).arg(r));
            value[name] = text;
            const Json box{{"x", 40 + 90 * int(c)}, {"y", 40 + r % 50 * 14}, {"w", 80}, {"h", 12}};
            proof[name] = {
                {"confidence", 0.5 + 0.01 * (r % 50)},
                {"citation",
                 Json::array({{{"page", 1}, {"matching_text", text}, {"bounding_boxes", Json::array({box})}}})}};
        }
        values.push_back(value);
        evidence.push_back(proof);
    }
    return {{"id", "ext-1"},
            {"status", "COMPLETED"},
            {"extract_result", {{"rows", values}}},
            {"extract_metadata", {{"field_metadata", {{"document_metadata", {{"rows", evidence}}}}}}}};
}

jobs::JobRecord record()
{
    jobs::JobRecord job;
    job.id = LocalJobId(u"long"_s);
    job.document.path = QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf");
    job.document.name = u"invoice.pdf"_s;
    job.connectionName = u"none"_s;
    job.createdAt = job.updatedAt = QDateTime::currentDateTimeUtc();
    job.remoteId = JobId(u"ext-1"_s);
    job.remoteStatus = u"COMPLETED"_s;
    return job;
}

/// What this thread has taken of the processor.
double milliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTemporaryDir folder;
    const auto whole = answer(application.arguments().value(1).toInt());
    {
        const auto store = *jobs::JobStore::open(folder.path() + u"/jobs.sqlite"_s);
        auto job = record();
        if (!store->insert({job}, configuration()))
            return 1;
        job.phase = jobs::Phase::Completed;
        job.hasAnswer = true;
        job.summary = jobs::JobSummary{};
        if (!store->update(job, whole))
            return 1;
    }
    StudioRig rig(folder.path());
    QTest::qWait(1500);
    // Between two beats; what other programs take of the processor is none of the window's.
    auto last = milliseconds();
    double longest = 0;
    QTimer heart;
    QObject::connect(&heart, &QTimer::timeout, &heart, [&] {
        longest = std::max(longest, milliseconds() - last);
        last = milliseconds();
    });
    heart.start(1);
    rig.window().showJob(record().id);
    auto *page = rig.find<gui::review::ResultsPage>(u"resultsPage"_s);
    if (!QTest::qWaitFor([&] { return !page->model()->values().empty(); }, 60'000))
        return 1;
    QTest::qWait(1000);
    QTextStream(stdout) << "megabytes " << toBytes(whole).size() / 1e6 << "\nlongest_block " << longest << Qt::endl;
    return 0;
}
