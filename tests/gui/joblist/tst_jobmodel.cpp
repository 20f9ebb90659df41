// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobmodel.h"

#include "gui/joblist/jobproxy.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::joblist;

namespace {

class FixedClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::fromSecsSinceEpoch(10'000, Qt::UTC); }
};

jobs::JobRecord job(const QString &name, jobs::Phase phase, Error error = {},
                    jobs::JobSummary summary = {{}, 3, {}, {}})
{
    jobs::JobRecord record;
    record.id = LocalJobId(name);
    record.document.name = name;
    record.document.path = u"/somewhere/"_s + name;
    record.phase = phase;
    record.error = std::move(error);
    if (phase == jobs::Phase::Completed)
        record.summary = summary;
    record.hasAnswer = phase == jobs::Phase::Completed;
    record.createdAt = QDateTime::fromSecsSinceEpoch(10'000 - 72, Qt::UTC);
    record.updatedAt = record.createdAt.addSecs(19);
    return record;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestJobModel : public QObject
{
    Q_OBJECT

private slots:
    void statesAndNotes();
    void aSummaryComesWithTheRecord();
    void jobsComeChangeAndGo();
    void filtersAndSorts();
    void arrangesVeryMany();
    void tellsTheTimeOnce();
};

void TestJobModel::statesAndNotes()
{
    FixedClock clock;
    JobModel model(clock);
    QAbstractItemModelTester tester(&model);
    model.setJob(job(u"a.pdf"_s, jobs::Phase::Uploading));
    model.setUploadProgress(LocalJobId(u"a.pdf"_s), 38, 100);
    model.setJob(job(u"b.pdf"_s, jobs::Phase::Waiting, {ErrorCode::RateLimited, {}, {}}));
    model.setJob(job(u"c.pdf"_s, jobs::Phase::Failed, {ErrorCode::DocumentProtected, {}, u"c.pdf"_s}));
    model.setJob(job(u"d.pdf"_s, jobs::Phase::Completed, {}, {0.46, 24, 2, 50.0}));
    model.setJob(job(u"e.pdf"_s, jobs::Phase::Queued));
    QCOMPARE(cell(model, 0, JobModel::Status), u"Running"_s);
    QCOMPARE(cell(model, 0, JobModel::Progress), u"38 %"_s);
    QCOMPARE(cell(model, 0, JobModel::Elapsed), u"1:12"_s);
    QCOMPARE(cell(model, 1, JobModel::Status), u"Waiting to retry"_s);
    QCOMPARE(cell(model, 2, JobModel::Status), u"Failed"_s);
    QVERIFY(!cell(model, 2, JobModel::Note).isEmpty());
    QCOMPARE(cell(model, 3, JobModel::Pages), u"2"_s);
    QCOMPARE(cell(model, 3, JobModel::Credits), u"50"_s);
    QCOMPARE(cell(model, 3, JobModel::Elapsed), u"0:19"_s);
    QVERIFY(cell(model, 3, JobModel::Confidence).contains(u"0.46"_s));
    QCOMPARE(cell(model, 4, JobModel::Status), u"Queued"_s);
    QCOMPARE(model.count(JobState::Running), 1);
    QCOMPARE(model.count(JobState::Retrying), 1);
    QCOMPARE(model.count(JobState::Failed), 1);
}

void TestJobModel::aSummaryComesWithTheRecord()
{
    FixedClock clock;
    JobModel model(clock);
    model.setJob(job(u"a.pdf"_s, jobs::Phase::Waiting));
    QCOMPARE(cell(model, 0, JobModel::Confidence), QString());
    QCOMPARE(cell(model, 0, JobModel::Progress), u"on server"_s);
    model.setJob(job(u"a.pdf"_s, jobs::Phase::Completed));
    QVERIFY(!model.index(0, JobModel::Confidence).data(JobModel::LowestRole).isValid());
    QVERIFY(cell(model, 0, JobModel::Confidence).contains(u"unknown"_s));
    QVERIFY(model.index(0, 0).data(JobModel::SecondLineRole).toString().contains(u'3'));
    QCOMPARE(cell(model, 0, JobModel::Progress), QString());
}

void TestJobModel::jobsComeChangeAndGo()
{
    FixedClock clock;
    JobModel model(clock);
    QAbstractItemModelTester tester(&model);
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
        model.setJob(job(name, jobs::Phase::Queued));
    model.setJob(job(u"b"_s, jobs::Phase::Cancelled));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.count(JobState::Cancelled), 1);
    model.removeJob(LocalJobId(u"a"_s));
    model.removeJob(LocalJobId(u"nobody"_s));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.indexOf(LocalJobId(u"c"_s)).row(), 1);
    QCOMPARE(model.count(JobState::Queued), 1);
}

void TestJobModel::filtersAndSorts()
{
    FixedClock clock;
    JobModel model(clock);
    JobProxy proxy;
    QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    model.setJob(job(u"harrow-1.pdf"_s, jobs::Phase::Completed, {}, {0.9, 1, 1, {}}));
    model.setJob(job(u"x.pdf"_s, jobs::Phase::Completed, {}, {0.3, 1, 1, {}}));
    model.setJob(job(u"harrow-2.pdf"_s, jobs::Phase::Failed, {ErrorCode::DocumentBroken, {}, {}}));
    proxy.sort(JobModel::Confidence);
    QCOMPARE(cell(proxy, 0, JobModel::Document), u"x.pdf"_s);
    proxy.setText(u"HARROW"_s);
    QCOMPARE(proxy.rowCount(), 2);
    proxy.setState(JobState::Failed);
    QCOMPARE(proxy.rowCount(), 1);
    QCOMPARE(cell(proxy, 0, JobModel::Document), u"harrow-2.pdf"_s);
    // A job that changes its state leaves the list.
    model.setJob(job(u"harrow-2.pdf"_s, jobs::Phase::Queued));
    QTRY_COMPARE(proxy.rowCount(), 0);
}

/// Very many rows are arranged by a worker; what was chosen stays chosen, and nothing gets lost on the way.
void TestJobModel::arrangesVeryMany()
{
    FixedClock clock;
    JobModel model(clock);
    JobProxy proxy;
    QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    constexpr int count = 10'000;
    std::vector<jobs::JobRecord> all;
    for (int i = 0; i < count; ++i)
        all.push_back(
            job(u"%1.pdf"_s.arg((i * 7919) % count), i % 2 == 0 ? jobs::Phase::Completed : jobs::Phase::Queued));
    model.setJobs(all);
    QCOMPARE(proxy.rowCount(), count);
    const QPersistentModelIndex chosen = proxy.mapFromSource(model.indexOf(LocalJobId(u"5.pdf"_s)));
    proxy.sort(JobModel::Document);
    QTRY_COMPARE(cell(proxy, 1, JobModel::Document), u"1.pdf"_s);
    for (const auto row : {1, 2, 10, 100, 9'999})
        QCOMPARE(cell(proxy, row, JobModel::Document), u"%1.pdf"_s.arg(row)); // by numbers, not by letters
    QCOMPARE(chosen.row(), 5);
    // Jobs that go and come while it is being arranged.
    proxy.setText(u"99"_s);
    model.removeJob(LocalJobId(u"99.pdf"_s));
    model.setJob(job(u"x99.pdf"_s, jobs::Phase::Queued));
    auto expected = 0;
    for (int i = 0; i < count; ++i)
        expected += QString::number(i).contains(u"99"_s);
    QTRY_COMPARE(proxy.rowCount(), expected);
    proxy.setState(JobState::Queued);
    QTRY_VERIFY(proxy.rowCount() < expected && proxy.rowCount() > 0);
    for (int row = 0; row < proxy.rowCount(); ++row)
        QCOMPARE(proxy.index(row, 0).data(JobModel::StateRole).toInt(), static_cast<int>(JobState::Queued));
}

/// However many jobs are open, a second costs one signal, from the model and from the list that is arranged.
void TestJobModel::tellsTheTimeOnce()
{
    FixedClock clock;
    JobModel model(clock);
    JobProxy proxy;
    proxy.setSourceModel(&model);
    std::vector<jobs::JobRecord> all;
    for (int i = 0; i < 100; ++i)
        all.push_back(job(u"%1.pdf"_s.arg(i), i < 3 || i > 96 ? jobs::Phase::Completed : jobs::Phase::Queued));
    model.setJobs(all);
    proxy.sort(JobModel::Document, Qt::DescendingOrder);
    QTRY_COMPARE(cell(proxy, 0, JobModel::Document), u"99.pdf"_s);
    QSignalSpy ofModel(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy ofProxy(&proxy, &QAbstractItemModel::dataChanged);
    QTRY_COMPARE(ofModel.size(), 1);
    QCOMPARE(ofProxy.size(), 1);
    QCOMPARE(ofModel[0][0].toModelIndex(), model.index(3, JobModel::Elapsed));
    QCOMPARE(ofModel[0][1].toModelIndex(), model.index(96, JobModel::Elapsed));
    QCOMPARE(ofProxy[0][0].toModelIndex(), proxy.index(3, JobModel::Elapsed));
    QCOMPARE(ofProxy[0][1].toModelIndex(), proxy.index(96, JobModel::Elapsed));
}

QTEST_MAIN(TestJobModel)
#include "tst_jobmodel.moc"
