// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/isolatedpages.h"
#include "document/readpage.h"
#include "testpdf.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::document;

namespace {

const auto sample = QStringLiteral(XS_SOURCE_DIR "/tests/samples/plain.pdf");

/// The processes that this one has started.
QList<int> startedProcesses()
{
    QList<int> found;
    for (const auto &task : QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(u"/proc/self/task/%1/children"_s.arg(task));
        if (file.open(QIODevice::ReadOnly))
            for (const auto &id : file.readAll().simplified().split(' '))
                if (!id.isEmpty())
                    found << id.toInt();
    }
    return found;
}

} // namespace

/// Documents that end the process that reads them.
class TestIsolatedPages : public QObject
{
    Q_OBJECT

private slots:
    void pagesAreThoseOfTheDocument();
    void recognisedWordsToo();
    void errorsAreThoseOfTheDocument();
    void deadReaderIsStartedAgain();
    void crashOnOnePageLeavesTheOthers();
    void readerWithoutMemoryLeavesTheProgram();
    void whatNobodyWaitsForIsEnded();
    void endlessPageLeavesTheOthers();
    void nothingIsLeft();
    void oddRepliesAreRefused();
    void promisedListsAreRefused();

private:
    QString file(const QString &name, const QByteArray &content)
    {
        return tests::writeFile(m_folder.filePath(name), content);
    }

    QTemporaryDir m_folder;
};

void TestIsolatedPages::pagesAreThoseOfTheDocument()
{
    const auto here = openDocument(sample);
    const auto there = IsolatedPages::open(sample);
    QVERIFY(here && there);
    QCOMPARE((*there)->pageCount(), (*here)->pageCount());
    QCOMPARE((*there)->pageSize(0), (*here)->pageSize(0));
    QVERIFY(!(*there)->words(0).empty());
    QVERIFY((*there)->words(0) == (*here)->words(0));
    const domain::PageRect upperHalf(0, 0, 1, 0.5);
    const auto picture = (*there)->render(0, 500, upperHalf);
    QCOMPARE(picture.width(), 500);
    QCOMPARE(picture, (*here)->render(0, 500, upperHalf).convertToFormat(picture.format()));
    QVERIFY((*there)->render(9'999, 500).isNull());
}

void TestIsolatedPages::recognisedWordsToo()
{
    QImage print(800, 300, QImage::Format_RGB32);
    print.fill(Qt::white);
    QPainter painter(&print);
    auto font = painter.font();
    font.setPixelSize(60);
    painter.setFont(font);
    painter.drawText(print.rect(), Qt::AlignCenter, u"Invoice 2471"_s);
    painter.end();
    const auto scan = m_folder.filePath(u"scan.png"_s);
    QVERIFY(print.save(scan));
    const auto here = openDocument(scan);
    const auto there = IsolatedPages::open(scan);
    QVERIFY(here && there);
    const auto words = (*there)->readWords(0);
    QVERIFY(!words.empty());
    QVERIFY(words == PageReader(**here).read(0).words);
}

void TestIsolatedPages::errorsAreThoseOfTheDocument()
{
    QCOMPARE(IsolatedPages::open(u"/nowhere.pdf"_s).error().code, ErrorCode::FileMissing);
    QCOMPARE(IsolatedPages::open(file(u"empty.pdf"_s, {})).error().code, ErrorCode::FileEmpty);
    QCOMPARE(IsolatedPages::open(file(u"broken.pdf"_s, "%PDF-1.4 nothing")).error().code, ErrorCode::DocumentBroken);
}

void TestIsolatedPages::deadReaderIsStartedAgain()
{
    const auto pages = IsolatedPages::open(sample);
    QVERIFY(pages);
    for (const auto signal : {SIGKILL, SIGSEGV}) {
        QCOMPARE(startedProcesses().size(), 1);
        const auto reader = startedProcesses().first();
        ::kill(reader, signal);
        QVERIFY(!(*pages)->render(0, 200).isNull());
        QCOMPARE(startedProcesses().size(), 1);
        QVERIFY(startedProcesses().first() != reader);
    }
}

void TestIsolatedPages::crashOnOnePageLeavesTheOthers()
{
    const auto pages = IsolatedPages::open(file(u"divides.pdf"_s, tests::pdfThatDividesBadly()));
    QVERIFY(pages);
    QVERIFY(!(*pages)->render(0, 200).isNull());
    // Not there where the library is ended by it; here is who noticed.
    const auto picture = (*pages)->render(1, 200);
    const auto readers = startedProcesses();
    QCOMPARE((*pages)->render(1, 200).isNull(), picture.isNull());
    // It is not tried for ever.
    QCOMPARE(startedProcesses(), readers);
    QVERIFY(!(*pages)->render(2, 200).isNull());
    QVERIFY(!(*pages)->render(0, 300).isNull());
}

/// As a page does that wants more than there is.
void TestIsolatedPages::readerWithoutMemoryLeavesTheProgram()
{
    const auto pages = IsolatedPages::open(sample);
    QVERIFY(pages);
    const auto reader = startedProcesses().first();
    const rlimit little{64 * 1024 * 1024, 64 * 1024 * 1024};
    QCOMPARE(::prlimit(reader, RLIMIT_AS, &little, nullptr), 0);
    // The first process cannot paint so large a page any more, the second one can.
    QCOMPARE((*pages)->render(0, 4'000).width(), 4'000);
    QVERIFY(startedProcesses().first() != reader);
}

void TestIsolatedPages::whatNobodyWaitsForIsEnded()
{
    const auto pages = IsolatedPages::open(sample);
    QVERIFY(pages);
    const auto reader = startedProcesses().first();
    // As if a library never returned.
    ::kill(reader, SIGSTOP);
    (*pages)->setGiveUp([] { return true; });
    QVERIFY((*pages)->render(0, 200).isNull());
    QVERIFY(startedProcesses().isEmpty());
    (*pages)->setGiveUp({});
    QVERIFY(!(*pages)->render(0, 200).isNull());
}

/// Neither processes nor folders.
/// A stopped reader answers as one that goes round for ever: not at all.
void TestIsolatedPages::endlessPageLeavesTheOthers()
{
    const auto path = file(u"several.pdf"_s, tests::makeLongPdf(3));
    const auto pages = IsolatedPages::open(path);
    QVERIFY(pages);
    (*pages)->setPageTime(std::chrono::milliseconds(50));
    const auto readers = startedProcesses();
    QCOMPARE(readers.size(), 1);
    QCOMPARE(::kill(readers.front(), SIGSTOP), 0);
    QVERIFY((*pages)->words(1).empty());
    QVERIFY(startedProcesses() != readers);
    (*pages)->setPageTime(std::chrono::minutes(3));
    QVERIFY(!(*pages)->words(2).empty());
    const auto again = startedProcesses();
    QVERIFY((*pages)->words(1).empty());
    QCOMPARE(startedProcesses(), again);
}

void TestIsolatedPages::nothingIsLeft()
{
    // Other programs come and go in the shared temporary folder.
    const auto shared = QDir::tempPath();
    const QTemporaryDir own;
    qputenv("TMPDIR", QFile::encodeName(own.path()));
    const auto back = qScopeGuard([&shared] { qputenv("TMPDIR", QFile::encodeName(shared)); });
    const auto left = [&own] { return QDir(own.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(); };
    {
        const auto pages = IsolatedPages::open(sample);
        QVERIFY(pages);
        QCOMPARE(left(), 1);
        QCOMPARE(startedProcesses().size(), 1);
    }
    QCOMPARE(left(), 0);
    QVERIFY(startedProcesses().isEmpty());
}

/// What a reader says that its document has taken over.
void TestIsolatedPages::oddRepliesAreRefused()
{
    const QImage picture(10, 10, QImage::Format_RGB32);
    const auto head = toMessageHead(picture);
    const QByteArray bits(picture.sizeInBytes(), 'x');
    QCOMPARE(pictureOf(head + bits).size(), picture.size());
    QVERIFY(pictureOf(head + bits.chopped(1)).isNull());
    QVERIFY(pictureOf({}).isNull());
    auto wider = head;
    wider[0] = 0x7f;
    QVERIFY(pictureOf(wider + bits).isNull());
    QVERIFY(wordsOf("many words").empty());
    const Word good{u"a"_s, {0.1, 0.2, 0.3, 0.1}};
    const std::vector<Word> words{
        {u"b"_s, {1e300, 0, 1, 1}}, good, {u"c"_s, {0, qQNaN(), 1, 1}}, {u"d"_s, good.box, true, qQNaN()}};
    QCOMPARE(wordsOf(toMessage(words)), std::vector<Word>{good});
    QCOMPARE(openedOf({}).error().code, ErrorCode::DocumentBroken);
    const std::vector<domain::PageSize> sizes{{qInf(), 10}, {-1, 5}, {1e300, 1}, {100, 200}};
    const domain::PageSize letter(612, 792);
    QCOMPARE(*openedOf(toMessage(Expected<std::vector<domain::PageSize>>(sizes))),
             (std::vector<domain::PageSize>{letter, letter, letter, {100, 200}}));
    QVERIFY(!requestOf("no request"));
    const ReaderRequest request{ReaderRequest::What::Render, u"a"_s, false, 7, 300, {0, 0.5, 1, 0.25}};
    QVERIFY(requestOf(toMessage(request)) == request);
}

/// A few bytes that say that thousands of millions of pages or words follow.
void TestIsolatedPages::promisedListsAreRefused()
{
    const auto pages = QByteArray::fromHex("00000000fffffffe") + QByteArray(32, '\x3f');
    const auto words = QByteArray::fromHex("fffffffe") + toMessage(std::vector<Word>{{u"a"_s, {0, 0, 1, 1}}}).mid(4);
    QCOMPARE(openedOf(pages).error().code, ErrorCode::DocumentBroken);
    QVERIFY(wordsOf(words).empty());
}

QTEST_MAIN(TestIsolatedPages)
#include "tst_isolatedpages.moc"
