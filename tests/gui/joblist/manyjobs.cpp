// SPDX-License-Identifier: GPL-3.0-or-later
// For scripts/bench joblist: how long the event loop is held while a list of very many jobs is loaded, filtered and
// sorted. Prints one line each: what, the longest time without a turn of the loop in ms (of this thread's processor
// time, so that a busy computer changes nothing), and how long the whole took.
#include "base/scheduler.h"
#include "client/accessmanager.h"
#include "gui/joblist/joblistcontroller.h"
#include "gui/joblist/jobspage.h"
#include "jobs/jobqueue.h"
#include "jobs/jobstore.h"
#include "support/processortime.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using tests::processorTime;

namespace {

void fill(const QString &path, int count)
{
    std::vector<jobs::JobRecord> all;
    const auto now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < count; ++i) {
        jobs::JobRecord job;
        job.id = LocalJobId(u"job-%1"_s.arg(i));
        job.document = {u"/documents/%1/invoice %2.pdf"_s.arg(i % 100).arg((i * 7919) % count), {}, 10'000, {}, 2};
        job.document.name = u"invoice %1.pdf"_s.arg((i * 7919) % count);
        job.connectionName = u"bench"_s;
        job.phase = i % 10 == 0 ? jobs::Phase::Failed : jobs::Phase::Completed;
        job.error.code = i % 10 == 0 ? ErrorCode::DocumentBroken : ErrorCode::None;
        job.remoteId = JobId(u"ext-%1"_s.arg(i));
        job.fileId = FileId(u"dfl-%1"_s.arg(i));
        if (i % 10 != 0)
            job.summary = jobs::JobSummary{(i * 31 % 100) / 100.0, 12, 2, 10};
        job.createdAt = now.addSecs(-i);
        job.updatedAt = now;
        all.push_back(std::move(job));
    }
    auto store = jobs::JobStore::open(path);
    if (!store || !(*store)->insert(all, {{"data_schema", {{"type", "object"}}}}))
        qFatal("the store cannot be filled");
}

/// Runs the event loop until `done`, and prints the longest time between two turns.
void measure(const QString &what, const std::function<void()> &begin, const std::function<bool()> &done)
{
    QElapsedTimer whole;
    whole.start();
    auto longest = 0.0;
    auto last = processorTime();
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        const auto now = processorTime();
        longest = std::max(longest, now - last);
        last = now;
    });
    beat.start(0ms);
    QTimer::singleShot(0, &beat, begin);
    // A few turns more, for what comes after the work: layout and painting.
    for (int quiet = 0; quiet < 40; quiet = done() ? quiet + 1 : 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QTextStream(stdout) << what << ' ' << longest << ' ' << whole.elapsed() << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const auto count = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 100'000;
    QTemporaryDir folder;
    const auto path = folder.filePath(u"jobs.sqlite"_s);
    fill(path, count);
    auto store = jobs::JobStore::open(path);
    client::AccessManager manager;
    SystemClock clock;
    SystemScheduler scheduler;
    const client::Network network{manager, clock, scheduler};
    jobs::JobQueue queue(**store, network, [](const QString &) -> Expected<client::Connection> {
        return Unexpected(ErrorCode::KeyMissing, {});
    });
    std::unique_ptr<gui::joblist::JobListController> controller;
    std::unique_ptr<gui::joblist::JobsPage> page;
    measure(
        u"load"_s,
        [&] {
            (void)queue.resume().has_value();
            controller = std::make_unique<gui::joblist::JobListController>(queue, clock);
            page = std::make_unique<gui::joblist::JobsPage>(*controller);
            page->resize(1400, 800);
            page->show();
        },
        [&] { return controller && controller->model().rowCount() == count; });
    auto *table = page->findChild<QTreeView *>(u"jobTable"_s);
    auto *filter = page->findChild<QLineEdit *>(u"jobFilterEdit"_s);
    measure(
        u"filter"_s, [&] { filter->setText(u"77"_s); },
        [&] { return table->model()->rowCount() > 0 && table->model()->rowCount() < count; });
    measure(
        u"unfilter"_s, [&] { filter->clear(); }, [&] { return table->model()->rowCount() == count; });
    using Column = gui::joblist::JobModel::Column;
    for (const auto &[column, what] :
         {std::pair{Column::Document, u"sort-by-name"_s}, std::pair{Column::Confidence, u"sort-by-confidence"_s}}) {
        const auto first = [&, of = column] { return table->model()->index(0, of).data().toString(); };
        const auto before = first();
        measure(
            what, [&, of = column] { table->sortByColumn(of, Qt::DescendingOrder); },
            [&] { return first() != before; });
    }
    return 0;
}
