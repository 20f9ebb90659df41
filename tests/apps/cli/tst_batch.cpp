// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/clirun.h"
#include "apps/service/runningservice.h"
#include "support/webserver.h"

#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::cli::test;
using xs::service::test::RunningService;

/// Batches of the real program against the real service: formats, folders, what is there already, what it costs, Ctrl+C
/// and kills, a watched folder, the bar on a terminal.
class TestBatch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void formats();
    void aFolderAsOneTable();
    void replacesNothingUnasked();
    void sendsNothingTwice();
    void failsAreTriedAgain();
    void estimates();
    void keepsToTheLimit();
    void goesOnAfterCtrlC();
    void withoutAFolderCtrlCCancels();
    void goesOnAfterKills();
    void theLocalServiceGoesOnToo();
    void endsWithItsReader();
    void namesDoNotSteerTheTerminal();
    void aFolderIsTakenByOneRun();
    void fetchesAddresses();
    void watchesAFolder();
    void drawsABar();

private:
    QStringList runOn(const QStringList &documents, const QStringList &options = {}) const
    {
        return QStringList{u"run"_s, u"--schema"_s, m_schema, u"--output"_s, u"out"_s} + options + documents;
    }
    /// A service that counts; the program is told of it by the environment, as the official SDK is.
    void useService();
    int jobsOfService();
    void interrupt(QProcess &process) { ::kill(static_cast<pid_t>(process.processId()), SIGINT); }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<RunningService> m_service;
    QString m_schema = sample(u"invoice.schema.json"_s);
};

void TestBatch::init()
{
    m_service.reset();
    m_home = std::make_unique<Home>();
}

void TestBatch::useService()
{
    m_service = std::make_unique<RunningService>(m_home->path(u"service"_s));
    QVERIFY(m_service->isUp());
    m_home->environment().insert(u"LLAMA_CLOUD_BASE_URL"_s, m_service->url());
    m_home->environment().insert(u"LLAMA_CLOUD_API_KEY"_s, QString::fromUtf8(m_service->token()));
}

int TestBatch::jobsOfService()
{
    return static_cast<int>(member(m_service->get(u"/api/v2/extract?page_size=100"_s).json, "items").size());
}

void TestBatch::formats()
{
    const QStringList run{u"run"_s, u"--schema"_s, m_schema, sample(u"invoice.pdf"_s), u"--quiet"_s, u"--format"_s};
    const auto plain = m_home->run(run + QStringList{u"json"_s});
    QVERIFY2(plain.status == 0, qPrintable(plain.errors));
    QVERIFY(plain.errors.isEmpty());
    const auto job = parseJson(plain.output.toUtf8());
    QVERIFY(job);
    const auto result = member(*job, "extract_result");
    const auto lines = m_home->run(run + QStringList{u"jsonl"_s});
    const auto line = parseJson(lines.output.toUtf8());
    QVERIFY(line);
    QCOMPARE(toQString(member(*line, "document")), u"invoice.pdf"_s);
    QVERIFY(member(*line, "extract_result") == result);
    const auto csv = m_home->run(run + QStringList{u"csv"_s, u"--rows"_s, u"line_items"_s});
    QCOMPARE(csv.status, 0);
    QCOMPARE(csv.output.count("\r\n"_L1), qsizetype(1 + member(result, "line_items").size()));
    QVERIFY(csv.output.startsWith("document,row,"_L1));
    const auto provenance = m_home->run(run + QStringList{u"csv"_s, u"--provenance"_s});
    QVERIFY(provenance.output.section(u'\n', 0, 0).count(u',') > csv.output.section(u'\n', 0, 0).count(u','));
    const auto workbook = m_home->run(run + QStringList{u"xlsx"_s, u"--output"_s, u"out"_s});
    QCOMPARE(workbook.status, 0);
    QCOMPARE(m_home->files(u"out"_s), QStringList{u"results.xlsx"_s});
    QVERIFY(service::test::readFile(m_home->path(u"out/results.xlsx"_s)).startsWith("PK"));
    QCOMPARE(m_home->files(u"tmp"_s), QStringList());
}

void TestBatch::aFolderAsOneTable()
{
    m_home->makeDocuments(2, u"in/b"_s);
    m_home->makeDocuments(1, u"in/a"_s);
    m_home->write(u"in/notes.txt"_s, "no document");
    const auto outcome = m_home->run(runOn({u"in"_s, u"in/b/document 01.pdf"_s}, {u"--format"_s, u"jsonl"_s}));
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    QVERIFY2(outcome.errors.contains("3 of 3 documents done."_L1), qPrintable(outcome.errors));
    const auto lines = service::test::readFile(m_home->path(u"out/results.jsonl"_s)).split('\n');
    QCOMPARE(lines.size(), 4);
    QStringList names;
    for (const auto &line : lines.mid(0, 3))
        names << toQString(member(*parseJson(line), "document"));
    // In the order of folders, whichever was done first.
    QCOMPARE(names, (QStringList{u"document 00.pdf"_s, u"document 00.pdf"_s, u"document 01.pdf"_s}));
}

void TestBatch::replacesNothingUnasked()
{
    useService();
    const auto documents = m_home->makeDocuments(2);
    m_home->write(u"out/document 01.json"_s, "mine");
    auto outcome = m_home->run(runOn(documents));
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.errors.contains("document 01.json is there already. Give --overwrite to replace it"_L1),
             qPrintable(outcome.errors));
    QCOMPARE(service::test::readFile(m_home->path(u"out/document 01.json"_s)), QByteArray("mine"));
    QCOMPARE(jobsOfService(), 0);

    outcome = m_home->run(runOn(documents, {u"--json-errors"_s}));
    const auto error = parseJson(outcome.errors.toUtf8());
    QVERIFY2(error, qPrintable(outcome.errors));
    QCOMPARE(toQString(member(*error, "code")), u"FileExists"_s);
    QVERIFY(toQString(member(*error, "place")).endsWith("document 01.json"_L1));

    outcome = m_home->run(runOn(documents, {u"--overwrite"_s}));
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    QVERIFY(member(m_home->json(u"out/document 01.json"_s), "extract_result").is_object());

    // Another content or another configuration is another result.
    m_home->makeDocuments(1);
    QFile changed(documents[0]);
    QVERIFY(changed.open(QIODevice::Append) && changed.write("% more\n") > 0);
    changed.close();
    outcome = m_home->run(runOn(documents));
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.errors.contains("document 00.json is there already."_L1));
    QCOMPARE(jobsOfService(), 2);
    QCOMPARE(m_home->run(runOn(documents, {u"--overwrite"_s})).status, 0);
    QCOMPARE(jobsOfService(), 3);
    QCOMPARE(m_home->run(runOn(documents, {u"--overwrite"_s, u"--again"_s})).status, 0);
    QCOMPARE(jobsOfService(), 5);
}

void TestBatch::sendsNothingTwice()
{
    useService();
    const auto documents = m_home->makeDocuments(3);
    QCOMPARE(m_home->run(runOn(documents)).status, 0);
    QCOMPARE(jobsOfService(), 3);
    QVERIFY(QFile::remove(m_home->path(u"out/document 01.json"_s)));
    const auto again = m_home->run(runOn(documents));
    QVERIFY2(again.status == 0, qPrintable(again.errors));
    QVERIFY(again.errors.contains("[1/3] document 00.pdf: done before, see"_L1));
    QVERIFY(member(m_home->json(u"out/document 01.json"_s), "extract_result").is_object());
    QCOMPARE(jobsOfService(), 3);
}

void TestBatch::failsAreTriedAgain()
{
    useService();
    const auto good = m_home->makeDocuments(1);
    const auto bad = m_home->write(u"in/bad.pdf"_s, "no PDF at all");
    auto outcome = m_home->run(runOn(good + QStringList{bad}, {u"--json-errors"_s}));
    QCOMPARE(outcome.status, 1);
    const auto error = parseJson(outcome.errors.toUtf8());
    QVERIFY2(error, qPrintable(outcome.errors));
    QCOMPARE(toQString(member(*error, "code")), u"UnsupportedFileType"_s);
    QCOMPARE(toQString(member(*error, "subject")), bad);
    outcome = m_home->run(runOn(good + QStringList{bad}));
    QCOMPARE(outcome.status, 1);
    QCOMPARE(jobsOfService(), 3);
}

void TestBatch::estimates()
{
    const QStringList run{u"run"_s,       u"--schema"_s, m_schema, sample(u"invoice.pdf"_s), sample(u"manypages.pdf"_s),
                          u"--estimate"_s};
    const auto local = m_home->run(run);
    QCOMPARE(local.status, 0);
    QVERIFY2(local.output.contains("Cost: nothing"_L1), qPrintable(local.output));
    const QStringList cloud{u"--connection"_s, u"LlamaCloud Europe"_s};
    const auto text = m_home->run(run + cloud);
    QVERIFY2(text.output.contains("Documents: 2\n"_L1) && text.output.contains(u"credits ≈ $"_s),
             qPrintable(text.output));
    const auto outcome = m_home->run(run + cloud + QStringList{u"--format"_s, u"json"_s});
    QCOMPARE(outcome.status, 0);
    const auto json = parseJson(outcome.output.toUtf8());
    QVERIFY(json);
    const auto pages = member(*json, "pages").get<int>();
    QVERIFY(pages > 2);
    // The rates of resources/rates.json: 5 credits a page to extract and 3 to parse.
    QCOMPARE(member(member(*json, "credits"), "high").get<double>(), pages * 8.0);
}

void TestBatch::keepsToTheLimit()
{
    useService();
    const auto document = sample(u"invoice.pdf"_s);
    const auto over = m_home->run(runOn({document}, {u"--max-credits"_s, u"15"_s}));
    QCOMPARE(over.status, 3);
    QVERIFY2(over.errors.contains("This run would cost 16 credits ($0.02), more than the limit of 15 credits."_L1),
             qPrintable(over.errors));
    QCOMPARE(m_home->run(runOn({document}, {u"--max-cost"_s, u"0.01"_s})).status, 3);
    // What cannot be counted may cost anything.
    QCOMPARE(m_home->run(runOn({u"dfl-somewhere"_s}, {u"--max-cost"_s, u"100"_s})).status, 3);
    QCOMPARE(jobsOfService(), 0);
    QCOMPARE(m_home->run(runOn({document}, {u"--max-credits"_s, u"16"_s})).status, 0);
    // What is done costs nothing any more.
    QCOMPARE(m_home->run(runOn({document}, {u"--max-credits"_s, u"1"_s})).status, 0);
}

void TestBatch::goesOnAfterCtrlC()
{
    useService();
    const auto documents = m_home->makeDocuments(12);
    auto process = m_home->start(runOn(documents));
    QTRY_VERIFY_WITH_TIMEOUT(jobsOfService() >= 2, ceiling);
    interrupt(*process);
    const auto stopped = outcomeOf(*process);
    QVERIFY2(stopped.status == 130, qPrintable(stopped.errors));
    QVERIFY2(stopped.errors.contains("Stopped. "_L1) && stopped.errors.contains("the same command goes on with"_L1),
             qPrintable(stopped.errors));
    const auto second = m_home->run(runOn(documents));
    QVERIFY2(second.status == 0, qPrintable(second.errors));
    QVERIFY(second.errors.contains("of an earlier run."_L1));
    QCOMPARE(m_home->files(u"out"_s).size(), 12);
    QCOMPARE(jobsOfService(), 12);
}

void TestBatch::withoutAFolderCtrlCCancels()
{
    useService();
    auto process = m_home->start({u"run"_s, u"--schema"_s, m_schema, u"--format"_s, u"csv"_s,
                                  sample(u"manypages.pdf"_s), sample(u"receipt.png"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(jobsOfService() >= 1, ceiling);
    interrupt(*process);
    const auto outcome = outcomeOf(*process);
    QCOMPARE(outcome.status, 130);
    QVERIFY2(outcome.errors.contains("What is not done is cancelled"_L1), qPrintable(outcome.errors));
    const auto jobs = m_service->get(u"/api/v2/extract"_s).json;
    for (const auto &job : member(jobs, "items"))
        QVERIFY(toQString(member(job, "status")) == "CANCELLED"_L1 ||
                toQString(member(job, "status")) == "COMPLETED"_L1);
}

void TestBatch::goesOnAfterKills()
{
    useService();
    const auto documents = m_home->makeDocuments(12);
    const auto seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 5; ++i) {
        auto process = m_home->start(runOn(documents));
        QTest::qWait(static_cast<int>(random.bounded(20, 600)));
        process->kill();
        process->waitForFinished();
    }
    const auto outcome = m_home->run(runOn(documents));
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    QCOMPARE(m_home->files(u"out"_s).size(), 12);
    QCOMPARE(jobsOfService(), 12);
}

void TestBatch::theLocalServiceGoesOnToo()
{
    const auto documents = m_home->makeDocuments(6);
    auto process = m_home->start(runOn(documents));
    QTRY_VERIFY_WITH_TIMEOUT(!m_home->files(u"out"_s).isEmpty(), ceiling);
    process->kill();
    process->waitForFinished();
    const auto outcome = m_home->run(runOn(documents));
    QVERIFY2(outcome.status == 0, qPrintable(outcome.errors));
    QCOMPARE(m_home->files(u"out"_s).size(), 6);
    // The service's copies of the documents are gone.
    const QDir state(m_home->path(u"out/.extract-studio"_s));
    for (const auto &server : state.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY(!QFileInfo::exists(state.filePath(server + u"/service"_s)));
}

/// `… | head -1`: the run ends and leaves nothing behind.
void TestBatch::endsWithItsReader()
{
    useService();
    QProcess shell;
    shell.setProcessEnvironment(m_home->environment());
    shell.start(u"bash"_s, QStringList{u"-c"_s, u"\"$0\" \"$@\" | head -1; exit ${PIPESTATUS[0]}"_s,
                                       QStringLiteral(XS_BIN_DIR "/extract-studio-cli"), u"run"_s, u"--schema"_s,
                                       m_schema, u"--format"_s, u"jsonl"_s} +
                               m_home->makeDocuments(12));
    const auto outcome = outcomeOf(shell);
    QVERIFY2(outcome.status == 130, qPrintable(outcome.errors));
    QCOMPARE(outcome.output.count(u'\n'), 1);
    QCOMPARE(m_home->files(u"tmp"_s), QStringList());
}

void TestBatch::aFolderIsTakenByOneRun()
{
    useService();
    auto first = m_home->start(runOn({}, {u"--watch"_s, u"."_s}));
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += first->readAllStandardError()).contains("Watching"), ceiling);
    const auto second = m_home->run(runOn(m_home->makeDocuments(1), {u"--json-errors"_s}));
    QCOMPARE(second.status, 2);
    QCOMPARE(toQString(member(*parseJson(second.errors.toUtf8()), "code")), u"FolderInUse"_s);
    interrupt(*first);
    QCOMPARE(outcomeOf(*first).status, 0);
}

void TestBatch::fetchesAddresses()
{
    test::WebServer web;
    QFile file(sample(u"invoice.pdf"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    web.putFile(u"/invoice.pdf"_s, file.readAll());
    web.put(u"/gone.pdf"_s, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    web.put(u"/locked.pdf"_s, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    const auto good = web.url(u"/invoice.pdf"_s);
    const auto gone = web.url(u"/gone.pdf"_s);
    const auto locked = web.url(u"/locked.pdf"_s);
    // An estimate fetches nothing.
    const auto estimate = m_home->run(runOn({good}, {u"--estimate"_s}));
    QVERIFY2(estimate.status == 0 && web.asked().isEmpty(), qPrintable(estimate.errors));
    const auto outcome = m_home->run(runOn({gone, locked, good}, {u"--json-errors"_s}));
    QCOMPARE(outcome.status, 1);
    // Neither is about a job or a key of the API.
    QStringList told;
    for (const auto &line : outcome.errors.split(u'\n', Qt::SkipEmptyParts))
        if (const auto error = parseJson(line.toUtf8()))
            told << toQString(member(*error, "code")) + u' ' + toQString(member(*error, "subject"));
    QCOMPARE(told, (QStringList{u"FileMissing "_s + gone, u"FileUnreadable "_s + locked}));
    const auto result = m_home->json(u"out/invoice.json"_s);
    QCOMPARE(toQString(member(result, "status")), u"COMPLETED"_s);
    QCOMPARE(web.asked(), (QStringList{u"/gone.pdf"_s, u"/locked.pdf"_s, u"/invoice.pdf"_s}));
    // What is there and done is neither fetched nor sent again.
    const auto second = m_home->run(runOn({good}));
    QVERIFY2(second.status == 0, qPrintable(second.errors));
    QCOMPARE(web.asked().size(), 3);
    QCOMPARE(m_home->files(u"out"_s), QStringList{u"invoice.json"_s});
}

void TestBatch::namesDoNotSteerTheTerminal()
{
    const auto name = m_home->write(u"in/a\x1b]0;owned\x07.pdf"_s, "no PDF");
    const auto outcome = m_home->run(runOn({name}));
    QCOMPARE(outcome.status, 1);
    QVERIFY2(!outcome.errors.contains(u'\x1b') && outcome.errors.contains(u"a\uFFFD]0;owned"_s),
             qPrintable(outcome.errors));
}

void TestBatch::watchesAFolder()
{
    useService();
    const auto before = m_home->makeDocuments(1, u"inbox"_s);
    const auto watch = runOn({}, {u"--watch"_s, u"inbox"_s});
    const auto whole = service::test::readFile(before[0]);
    auto process = m_home->start(watch);
    QTRY_COMPARE_WITH_TIMEOUT(m_home->files(u"out"_s), QStringList{u"document 00.json"_s}, ceiling);
    // A copy that takes its time: it grows until it is whole.
    QFile growing(m_home->path(u"inbox/growing.pdf"_s));
    QVERIFY(growing.open(QIODevice::WriteOnly));
    for (int part = 0; part < 4; ++part) {
        growing.write(whole.mid(part * whole.size() / 4, (part + 1) * whole.size() / 4 - part * whole.size() / 4));
        growing.flush();
        QTest::qWait(700);
    }
    growing.write("% whole\n");
    growing.close();
    QTRY_COMPARE_WITH_TIMEOUT(m_home->files(u"out"_s).size(), 2, ceiling);
    interrupt(*process);
    const auto ended = outcomeOf(*process);
    QVERIFY2(ended.status == 0, qPrintable(ended.errors));
    QCOMPARE(jobsOfService(), 2);
    // What came meanwhile is taken by the next start, what was done is not.
    m_home->write(u"inbox/later.pdf"_s, whole + "% later\n");
    process = m_home->start(watch);
    QTRY_COMPARE_WITH_TIMEOUT(m_home->files(u"out"_s).size(), 3, ceiling);
    interrupt(*process);
    QCOMPARE(outcomeOf(*process).status, 0);
    QCOMPARE(jobsOfService(), 3);
    QVERIFY(member(m_home->json(u"out/growing.json"_s), "extract_result").is_object());
}

void TestBatch::drawsABar()
{
    const auto documents = m_home->makeDocuments(3);
    int terminal = -1;
    const auto child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    QVERIFY(child >= 0);
    const auto program = QByteArray(XS_BIN_DIR "/extract-studio-cli");
    if (child == 0) {
        ::setenv("HOME", m_home->path({}).toLocal8Bit().constData(), 1);
        ::setenv("TERM", "xterm", 1);
        ::unsetenv("LLAMA_CLOUD_API_KEY");
        ::unsetenv("LLAMA_CLOUD_BASE_URL");
        const auto schema = m_schema.toLocal8Bit();
        const auto output = m_home->path(u"out"_s).toLocal8Bit();
        const auto input = m_home->path(u"in"_s).toLocal8Bit();
        ::execl(program.constData(), program.constData(), "run", "--schema", schema.constData(), "--output",
                output.constData(), input.constData(), nullptr);
        ::_exit(99);
    }
    QByteArray seen;
    QByteArray part(4096, '\0');
    // Reading fails when the program has gone.
    for (auto got = ::read(terminal, part.data(), 4096); got > 0; got = ::read(terminal, part.data(), 4096))
        seen += part.left(got);
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(terminal);
    QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 0, seen.constData());
    QVERIFY2(seen.contains("\r\x1b[2K[") && seen.contains("] 0/3"), seen.constData());
    QVERIFY2(seen.contains("[##############################] 3/3"), seen.constData());
    QVERIFY(seen.contains("3 of 3 documents done."));
    // Lines of single steps are for those who have no bar.
    QVERIFY(!seen.contains("being read"));
}

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
