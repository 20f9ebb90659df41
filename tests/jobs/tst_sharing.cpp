// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/bench.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace xs;
using namespace xs::jobs;
using namespace xs::test;

/// No content is sent twice to a server, in whatever order equal documents come; counted in uploads.
class TestSharing : public QObject
{
    Q_OBJECT

private slots:
    void equalDocumentsOfOneBatch_data();
    void equalDocumentsOfOneBatch();
    void anEqualDocumentLater_data();
    void anEqualDocumentLater();
    void othersOfTheSameLength();
    void otherLengthsDoNotWait();
    void oneThatIsRefusedHoldsNobodyUp();
    void oneThatIsCancelledHoldsNobodyUp();
    void missingDocumentsHoldNobodyUp();
    void aLostUploadIsSentAgain();

private:
    static std::vector<LocalJobId> add(Bench &bench, const QList<QByteArray> &contents, int firstNumber = 1);
    static int uploads(const Bench &bench) { return bench.count(u"upload 201"_s); }
};

/// Documents of these contents; an empty one is not written.
std::vector<LocalJobId> TestSharing::add(Bench &bench, const QList<QByteArray> &contents, int firstNumber)
{
    QStringList paths;
    for (const auto &content : contents) {
        paths << bench.folder.filePath(u"%1.pdf"_s.arg(firstNumber++));
        if (!content.isEmpty() && !writeFile(paths.back(), content))
            return {};
    }
    return bench.queue->add(paths, {{"data_schema", {{"type", "object"}}}}, u"fake"_s).value_or({});
}

void TestSharing::equalDocumentsOfOneBatch_data()
{
    QTest::addColumn<QList<QByteArray>>("before");
    QTest::addColumn<QList<QByteArray>>("contents");
    QTest::addColumn<int>("files");
    const QList<QByteArray> nothing;
    QTest::newRow("two") << nothing << QList<QByteArray>{"%PDF a", "%PDF a"} << 1;
    QTest::newRow("two of three") << nothing << QList<QByteArray>{"%PDF a", "%PDF b", "%PDF a"} << 2;
    QTest::newRow("another length between") << nothing << QList<QByteArray>{"%PDF a", "%PDF long", "%PDF a"} << 2;
    QTest::newRow("many") << nothing << QList<QByteArray>(40, "%PDF a") << 1;
    QTest::newRow("one of their length is there")
        << QList<QByteArray>{"%PDF x"} << QList<QByteArray>{"%PDF a", "%PDF a"} << 2;
    QTest::newRow("an equal one is there") << QList<QByteArray>{"%PDF a"} << QList<QByteArray>{"%PDF a", "%PDF a"} << 1;
}

void TestSharing::equalDocumentsOfOneBatch()
{
    QFETCH(QList<QByteArray>, before);
    QFETCH(QList<QByteArray>, contents);
    QFETCH(int, files);
    Bench bench;
    add(bench, before, 1001);
    QVERIFY(bench.finish());
    const auto ids = add(bench, contents);
    QCOMPARE(ids.size(), static_cast<std::size_t>(contents.size()));
    QVERIFY(bench.finish());
    QCOMPARE(uploads(bench), files);
    QCOMPARE(bench.server.fileCount(), files);
    QHash<QByteArray, FileId> fileOf;
    for (qsizetype i = 0; i < contents.size(); ++i) {
        const auto &job = bench.job(ids[static_cast<std::size_t>(i)]);
        QCOMPARE(job.phase, Phase::Completed);
        QCOMPARE(job.document.sha256.toLatin1(),
                 QCryptographicHash::hash(contents[i], QCryptographicHash::Sha256).toHex());
        QCOMPARE(job.document.size, contents[i].size());
        const auto known = fileOf.constFind(contents[i]);
        QVERIFY(known == fileOf.cend() || *known == job.fileId);
        fileOf.insert(contents[i], job.fileId);
    }
}

void TestSharing::anEqualDocumentLater_data()
{
    QTest::addColumn<bool>("restarts");
    QTest::newRow("at once") << false;
    QTest::newRow("after a restart") << true;
}

void TestSharing::anEqualDocumentLater()
{
    QFETCH(bool, restarts);
    Bench bench;
    const auto first = add(bench, {"%PDF a"}).front();
    QVERIFY(bench.finish());
    if (restarts)
        bench.restart();
    const auto second = add(bench, {"%PDF a"}, 2).front();
    QVERIFY(bench.finish());
    QCOMPARE(uploads(bench), 1);
    QCOMPARE(bench.job(second).fileId, bench.job(first).fileId);
}

void TestSharing::othersOfTheSameLength()
{
    Bench bench;
    QList<QByteArray> contents;
    for (char letter = 'a'; letter <= 'z'; ++letter)
        contents << QByteArray("%PDF ") + letter;
    add(bench, contents);
    QVERIFY(bench.finish());
    QCOMPARE(uploads(bench), 26);
    QCOMPARE(bench.server.fileCount(), 26);
}

/// What has no equal by its length alone is sent while another is on its way.
void TestSharing::otherLengthsDoNotWait()
{
    Bench bench;
    bench.server.fault = [](const QString &word, const FakeRequest &request) -> std::optional<FakeServer::Fault> {
        if (word != "upload"_L1 || !request.body.contains("slow"))
            return {};
        return FakeServer::Fault{FakeServer::Fault::Kind::Late, {.delay = 50s}};
    };
    const auto ids = add(bench, {"%PDF slow", "%PDF fast and longer", "%PDF also"});
    bench.time.advance(1s);
    QCOMPARE(bench.job(ids[0]).phase, Phase::Uploading);
    QCOMPARE(bench.job(ids[1]).phase, Phase::Waiting);
    // As long as the slow one, whose hash is known at its end only.
    QCOMPARE(QByteArray("%PDF slow").size(), QByteArray("%PDF also").size());
    QCOMPARE(bench.job(ids[2]).phase, Phase::Uploading);
    QVERIFY(bench.finish());
    QCOMPARE(uploads(bench), 3);
}

void TestSharing::oneThatIsRefusedHoldsNobodyUp()
{
    Bench bench;
    int asked = 0;
    bench.server.fault = [&](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word != "upload"_L1 || ++asked > 1)
            return {};
        return instead(413);
    };
    const auto ids = add(bench, {"%PDF a", "%PDF a"});
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(ids[0]).phase, Phase::Failed);
    QCOMPARE(bench.job(ids[1]).phase, Phase::Completed);
    QCOMPARE(asked, 2);
}

void TestSharing::oneThatIsCancelledHoldsNobodyUp()
{
    Bench bench;
    int asked = 0;
    bench.server.fault = [&](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word != "upload"_L1 || ++asked > 1)
            return {};
        return FakeServer::Fault{FakeServer::Fault::Kind::Instead, {.hangs = true}};
    };
    const auto ids = add(bench, {"%PDF a", "%PDF a"});
    bench.time.advance(1s);
    QCOMPARE(bench.job(ids[0]).phase, Phase::Uploading);
    bench.queue->cancel(ids[0]);
    bench.time.advance(3s);
    QCOMPARE(bench.job(ids[0]).phase, Phase::Cancelled);
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(ids[1]).phase, Phase::Completed);
    QCOMPARE(uploads(bench), 1);
}

void TestSharing::missingDocumentsHoldNobodyUp()
{
    Bench bench;
    const auto ids = add(bench, {"%PDF a", "%PDF b"});
    for (const auto *name : {"1.pdf", "2.pdf"})
        QFile::remove(bench.folder.filePath(QString::fromLatin1(name)));
    bench.time.settle();
    for (const auto &id : ids)
        QCOMPARE(bench.job(id).error.code, ErrorCode::FileMissing);
    QCOMPARE(uploads(bench), 0);
}

void TestSharing::aLostUploadIsSentAgain()
{
    Bench bench;
    add(bench, {"%PDF a"});
    QVERIFY(bench.finish());
    int creates = 0;
    bench.server.fault = [&](const QString &word, const FakeRequest &) -> std::optional<FakeServer::Fault> {
        if (word != "create"_L1 || ++creates > 1)
            return {};
        return FakeServer::Fault{FakeServer::Fault::Kind::Instead, FakeAnswer::refusal(400, u"inputs_invalid"_s)};
    };
    const auto id = add(bench, {"%PDF a"}, 2).front();
    QVERIFY(bench.finish());
    QCOMPARE(bench.job(id).phase, Phase::Completed);
    QCOMPARE(uploads(bench), 2);
}

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"
