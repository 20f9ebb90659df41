// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobsteps.h"
#include "jobs/pollschedule.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::jobs;

namespace {

JobRecord inPhase(Phase phase)
{
    JobRecord job;
    job.document.path = u"/somewhere/a.pdf"_s;
    job.phase = phase;
    return job;
}

JobRecord failedWith(ErrorCode code)
{
    auto job = inPhase(Phase::Failed);
    job.error.code = code;
    job.fileId = FileId(u"dfl-1"_s);
    return job;
}

} // namespace

class TestJobSteps : public QObject
{
    Q_OBJECT

private slots:
    void phasesHaveNames();
    void transitions();
    void stepsFollowFromTheRecord();
    void retriesBeginWhereItMakesSense();
    void refusalsOfServerInputsSayWhatIsMissing_data();
    void refusalsOfServerInputsSayWhatIsMissing();
    void everyRetryIsAllowed();
    void pollsSlowDown();
};

void TestJobSteps::phasesHaveNames()
{
    for (int i = 0; i <= static_cast<int>(Phase::Cancelled); ++i)
        QCOMPARE(phaseFromName(phaseName(static_cast<Phase>(i))), static_cast<Phase>(i));
    QVERIFY(!phaseFromName(u"Dancing"));
}

void TestJobSteps::transitions()
{
    QStringList table;
    for (int from = 0; from <= static_cast<int>(Phase::Cancelled); ++from) {
        QString row;
        for (int to = 0; to <= static_cast<int>(Phase::Cancelled); ++to)
            row += mayFollow(static_cast<Phase>(from), static_cast<Phase>(to)) ? u'x' : u'.';
        table << row;
    }
    //                              QUCWcFX
    QCOMPARE(table, (QStringList{u".xx..xx"_s,    // Queued
                                 u"..x..xx"_s,    // Uploading
                                 u"x..x.xx"_s,    // Creating
                                 u"....xxx"_s,    // Waiting
                                 u"......."_s,    // Completed
                                 u"x.xx..."_s,    // Failed
                                 u"x.x...."_s})); // Cancelled
}

void TestJobSteps::stepsFollowFromTheRecord()
{
    QCOMPARE(nextStep(inPhase(Phase::Queued)), Step::Upload);
    QCOMPARE(nextStep(inPhase(Phase::Uploading)), Step::Upload);
    QCOMPARE(nextStep(inPhase(Phase::Creating)), Step::Create);
    QCOMPARE(nextStep(inPhase(Phase::Waiting)), Step::Poll);
    QCOMPARE(nextStep(inPhase(Phase::Completed)), Step::None);
    auto sent = inPhase(Phase::Creating);
    sent.createSentAt = QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC);
    QCOMPARE(nextStep(sent), Step::LookUp);
    sent.cancelWanted = true;
    QCOMPARE(nextStep(sent), Step::LookUp);
    auto unwanted = inPhase(Phase::Waiting);
    unwanted.cancelWanted = true;
    QCOMPARE(nextStep(unwanted), Step::CancelThere);
    unwanted.phase = Phase::Uploading;
    QCOMPARE(nextStep(unwanted), Step::CancelHere);
}

void TestJobSteps::retriesBeginWhereItMakesSense()
{
    auto keyWasWrong = failedWith(ErrorCode::WrongKey);
    QCOMPARE(begunAgain(keyWasWrong).phase, Phase::Creating);
    QCOMPARE(begunAgain(keyWasWrong).fileId, keyWasWrong.fileId);
    QCOMPARE(begunAgain(keyWasWrong).run, 2);

    const auto fileIsGone = begunAgain(failedWith(ErrorCode::RequestRefused));
    QCOMPARE(fileIsGone.phase, Phase::Queued);
    QVERIFY(fileIsGone.fileId.isEmpty());

    auto running = failedWith(ErrorCode::WrongKey);
    running.remoteId = JobId(u"ext-1"_s);
    running.remoteStatus = u"RUNNING"_s;
    QCOMPARE(begunAgain(running).phase, Phase::Waiting);
    QCOMPARE(begunAgain(running).remoteId, running.remoteId);

    // The document may have been repaired since the server refused it, so it is sent again.
    auto badDocument = failedWith(ErrorCode::DocumentBroken);
    badDocument.remoteId = JobId(u"ext-1"_s);
    badDocument.remoteStatus = u"FAILED"_s;
    const auto again = begunAgain(badDocument);
    QCOMPARE(again.phase, Phase::Queued);
    QVERIFY(again.remoteId.isEmpty() && again.fileId.isEmpty() && again.remoteStatus.isEmpty());
    QCOMPARE(again.formerRemoteIds, std::vector{JobId(u"ext-1"_s)});
    QCOMPARE(again.error.code, ErrorCode::None);
}

void TestJobSteps::refusalsOfServerInputsSayWhatIsMissing_data()
{
    QTest::addColumn<Error>("refusal");
    QTest::addColumn<ErrorCode>("code");
    const auto refused = [](const QString &detail) {
        return Error{ErrorCode::RequestRefused, detail, u"https://api.example.com/api/v2/extract"_s};
    };
    using enum ErrorCode;
    QTest::newRow("gone") << refused(u"inputs_invalid: there is no file dfl-1"_s) << FileMissing;
    QTest::newRow("not named") << refused(u"inputs_invalid"_s) << FileMissing;
    QTest::newRow("404") << Error{NotFound, u"Not Found"_s, {}} << FileMissing;
    QTest::newRow("not yet") << refused(u"inputs_invalid: parse job pjb-1 is not completed (status: pending)"_s)
                             << FileUnreadable;
    QTest::newRow("schema") << refused(u"schema_validation: /properties/a"_s) << RequestRefused;
    QTest::newRow("settings") << refused(u"inputs_invalid: there is no parse configuration cfg-1"_s) << RequestRefused;
    QTest::newRow("webhook") << refused(u"inputs_invalid: there is no webhook endpoint x"_s) << RequestRefused;
    QTest::newRow("key") << Error{WrongKey, {}, {}} << WrongKey;
}

/// A person is not sent to the schema when it is the input that is not there.
void TestJobSteps::refusalsOfServerInputsSayWhatIsMissing()
{
    QFETCH(Error, refusal);
    QFETCH(ErrorCode, code);
    const auto error = errorOfServerInput(refusal, FileId(u"dfl-1"_s));
    QCOMPARE(error.code, code);
    if (code == refusal.code)
        QCOMPARE(error, refusal);
    else
        QCOMPARE(error.place, u"dfl-1"_s);
    QVERIFY(!error.detail.startsWith(u"inputs_invalid:"_s) || code == refusal.code);
}

void TestJobSteps::everyRetryIsAllowed()
{
    for (const auto code : {ErrorCode::WrongKey, ErrorCode::NotFound, ErrorCode::RequestRefused, ErrorCode::TimedOut})
        for (const auto &remote : {u""_s, u"ext-1"_s})
            for (const auto &status : {u""_s, u"RUNNING"_s, u"FAILED"_s}) {
                auto job = failedWith(code);
                job.remoteId = JobId(remote);
                job.remoteStatus = status;
                QVERIFY(mayFollow(Phase::Failed, begunAgain(job).phase));
                job.phase = Phase::Cancelled;
                QVERIFY(mayFollow(Phase::Cancelled, begunAgain(job).phase));
            }
}

void TestJobSteps::pollsSlowDown()
{
    QStringList waits;
    for (int reads = 0; reads < 7; ++reads)
        waits << QString::number(pollWait(reads, 0s).count() / 1000);
    QCOMPARE(waits.join(u' '), u"1 2 3 4 5 5 5"_s);
    QCOMPARE(pollWait(50, 119s), 5s);
    QCOMPARE(pollWait(50, 120s), 10s);
    QCOMPARE(pollWait(50, 599s), 10s);
    QCOMPARE(pollWait(50, 600s), 20s);
}

QTEST_GUILESS_MAIN(TestJobSteps)
#include "tst_jobsteps.moc"
