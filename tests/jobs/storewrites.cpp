// SPDX-License-Identifier: GPL-3.0-or-later
// For scripts/bench storewrites: how long the writes of a job's steps take, each of them on the disk when it returns.
// Prints one line each: what, the median, the 99th percentile and the longest, in ms by the clock on the wall.
// Usage: storewrites FOLDER COUNT
#include "jobs/jobstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

std::vector<jobs::JobRecord> makeJobs(int count)
{
    std::vector<jobs::JobRecord> all;
    for (int i = 0; i < count; ++i) {
        jobs::JobRecord job;
        job.id = LocalJobId(u"job-%1"_s.arg(i));
        job.document = {u"/documents/invoice %1.pdf"_s.arg(i), u"invoice %1.pdf"_s.arg(i), 100'000, {}, 2};
        job.connectionName = u"bench"_s;
        job.createdAt = job.updatedAt = QDateTime::currentDateTimeUtc();
        all.push_back(std::move(job));
    }
    return all;
}

/// As much as an invoice with a hundred rows and its citations has.
Json makeAnswer()
{
    auto rows = Json::array();
    for (int i = 0; i < 400; ++i)
        rows.push_back({{"description", "Lens set 50 mm, matched pair, coated"},
                        {"quantity", i},
                        {"amount", 9.5 * i},
                        {"citation", {{"page", 1}, {"matching_text", "Lens set 50 mm"}, {"box", {1, 2, 3, 4}}}}});
    return {{"id", "ext-1"}, {"status", "COMPLETED"}, {"extract_result", {{"rows", std::move(rows)}}}};
}

void measure(const QString &what, int count, const std::function<bool(int)> &write)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!write(i))
            qFatal("a write failed");
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    QTextStream(stdout) << what << ' ' << times[times.size() / 2] << ' ' << times[times.size() * 99 / 100] << ' '
                        << times.back() << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto count = arguments.value(2).toInt();
    auto store = jobs::JobStore::open(arguments.value(1) + u"/jobs.sqlite"_s);
    auto all = makeJobs(count);
    if (!store || !(*store)->insert(all, {{"data_schema", {{"type", "object"}}}}))
        qFatal("the store cannot be filled");
    const auto answer = makeAnswer();
    // A row that says the same as before would not be written at all.
    measure(u"step"_s, count, [&](int i) {
        auto &job = all[static_cast<std::size_t>(i)];
        job.phase = jobs::Phase::Uploading;
        return (*store)->update(job).has_value();
    });
    measure(u"answer"_s, count,
            [&](int i) { return (*store)->update(all[static_cast<std::size_t>(i)], answer).has_value(); });
    measure(u"removal"_s, count,
            [&](int i) { return (*store)->remove(all[static_cast<std::size_t>(i)].id).has_value(); });
    return 0;
}
