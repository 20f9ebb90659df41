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

jobs::JobRecord job(const QString &name, jobs::Phase phase, Error error = {})
{
    jobs::JobRecord record;
    record.id = LocalJobId(name);
    record.document.name = name;
    record.document.path = u"/somewhere/"_s + name;
    record.phase = phase;
    record.error = std::move(error);
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
    void answersAreReadOnce();
    void jobsComeChangeAndGo();
    void filtersAndSorts();
};

void TestJobModel::statesAndNotes()
{
    FixedClock clock;
    JobModel model(clock, [](const LocalJobId &) { return JobSummary{0.46, 24, 2, 50.0}; });
    QAbstractItemModelTester tester(&model);
    model.setJob(job(u"a.pdf"_s, jobs::Phase::Uploading));
    model.setUploadProgress(LocalJobId(u"a.pdf"_s), 38, 100);
    model.setJob(job(u"b.pdf"_s, jobs::Phase::Waiting, {ErrorCode::RateLimited, {}, {}}));
    model.setJob(job(u"c.pdf"_s, jobs::Phase::Failed, {ErrorCode::DocumentProtected, {}, u"c.pdf"_s}));
    model.setJob(job(u"d.pdf"_s, jobs::Phase::Completed));
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

void TestJobModel::answersAreReadOnce()
{
    FixedClock clock;
    int reads = 0;
    JobModel model(clock, [&reads](const LocalJobId &) {
        ++reads;
        return JobSummary{{}, 3, {}, {}};
    });
    model.setJob(job(u"a.pdf"_s, jobs::Phase::Waiting));
    QCOMPARE(cell(model, 0, JobModel::Confidence), QString());
    QCOMPARE(reads, 0);
    model.setJob(job(u"a.pdf"_s, jobs::Phase::Completed));
    QVERIFY(!model.index(0, JobModel::Confidence).data(JobModel::LowestRole).isValid());
    QVERIFY(cell(model, 0, JobModel::Confidence).contains(u"unknown"_s));
    QVERIFY(model.index(0, 0).data(JobModel::SecondLineRole).toString().contains(u'3'));
    QCOMPARE(reads, 1);
}

void TestJobModel::jobsComeChangeAndGo()
{
    FixedClock clock;
    JobModel model(clock, {});
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
    JobModel model(clock, [](const LocalJobId &id) {
        return JobSummary{id.text() == u"x.pdf"_s ? 0.3 : 0.9, 1, 1, {}};
    });
    JobProxy proxy;
    QAbstractItemModelTester tester(&proxy);
    proxy.setSourceModel(&model);
    model.setJob(job(u"harrow-1.pdf"_s, jobs::Phase::Completed));
    model.setJob(job(u"x.pdf"_s, jobs::Phase::Completed));
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
    QCOMPARE(proxy.rowCount(), 0);
}

QTEST_MAIN(TestJobModel)
#include "tst_jobmodel.moc"
