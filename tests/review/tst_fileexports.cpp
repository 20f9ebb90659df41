// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/csvexport.h"
#include "review/exportfile.h"
#include "review/htmlexport.h"
#include "review/resultbuilder.h"
#include "review/sqliteexport.h"
#include "review/xlsxexport.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::review;

namespace {

std::vector<ReviewedDocument> twoDocuments()
{
    ReviewedDocument first;
    first.name = u"one.pdf"_s;
    first.result = tests::resultOf(
        parseJson(
            R"({"no":"007","date":"2026-03-16","total":-12.5,"paid":true,"evil":"=1+1","text":"Größe, \"ü\"\nzwei",
                      "none":null,"lines":[{"d":"x","n":1},{"d":"y","n":2.25}]})")
            .value(),
        0.5);
    first.decisions = {{u"/total"_s, {Verdict::Corrected, -13, {}, u"stamp"_s}}};
    ReviewedDocument second;
    second.name = u"<two>.pdf"_s;
    second.result = tests::resultOf(parseJson(R"({"no":"008","date":"2026-04-01","total":3,"paid":false,
        "evil":"<script>alert(1)</script>","text":"-","none":null,"lines":[]})")
                                        .value());
    return {first, second};
}

/// What LibreOffice makes of a file: its sheet as CSV, formulas calculated.
QByteArray readBack(const QString &file, const QString &filter, int sheet = 1)
{
    QTemporaryDir folder;
    QProcess office;
    office.start(u"soffice"_s,
                 {u"-env:UserInstallation=file://%1/profile"_s.arg(folder.path()), u"--headless"_s, u"--convert-to"_s,
                  u"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,%1"_s.arg(sheet),
                  u"--infilter=%1"_s.arg(filter), u"--outdir"_s, folder.path(), file});
    if (!office.waitForFinished(180'000))
        return "LibreOffice does not answer";
    const auto made = QDir(folder.path()).entryInfoList({u"*.csv"_s});
    QFile csv(made.isEmpty() ? QString() : made.front().filePath());
    return csv.open(QIODevice::ReadOnly) ? csv.readAll() : office.readAll();
}

} // namespace

class TestFileExports : public QObject
{
    Q_OBJECT

private slots:
    void xlsxIsReadByLibreOffice();
    void csvIsReadByLibreOffice();
    void sqliteHasTypesAndEvidence();
    void folderThatIsNotThere();
    void filesThatAreThereAreNamed();
    void formerFileStaysWhenWritingFails();
    void evidencePageStandsAlone();
    void evidencePageEscapesEverything();

private:
    QTemporaryDir m_folder;
};

void TestFileExports::xlsxIsReadByLibreOffice()
{
    if (QStandardPaths::findExecutable(u"soffice"_s).isEmpty())
        QSKIP("LibreOffice is not installed");
    const auto documents = twoDocuments();
    const auto file = m_folder.filePath(u"out.xlsx"_s);
    QVERIFY(writeXlsx(file, flatten(documents), documents));
    QCOMPARE(readBack(file, u"Calc MS Excel 2007 XML"_s),
             QByteArray("document,no,date,total,paid,evil,text,none\n"
                        "one.pdf,007,2026-03-16,-13,TRUE,=1+1,\"Größe, \"\"ü\"\"\nzwei\",\n"
                        "<two>.pdf,008,2026-04-01,3,FALSE,<script>alert(1)</script>,-,\n"));
    QCOMPARE(readBack(file, u"Calc MS Excel 2007 XML"_s, 2),
             QByteArray("document,row,d,n\none.pdf,1,x,1\none.pdf,2,y,2.25\n"));
}

void TestFileExports::csvIsReadByLibreOffice()
{
    if (QStandardPaths::findExecutable(u"soffice"_s).isEmpty())
        QSKIP("LibreOffice is not installed");
    const auto documents = twoDocuments();
    const auto file = m_folder.filePath(u"in.csv"_s);
    QFile csvFile(file);
    QVERIFY(csvFile.open(QIODevice::WriteOnly));
    csvFile.write(csv(exploded(flatten(documents), u"lines"_s), documents));
    csvFile.close();
    const auto back = readBack(file, u"Text - txt - csv (StarCalc):44,34,76"_s);
    // The formula was not calculated: its apostrophe makes it text.
    QVERIFY2(back.contains("=1+1"), back);
    QVERIFY2(back.contains("\"Größe, \"\"ü\"\"\nzwei\""), back);
    QVERIFY2(back.contains("-13"), back);
    QCOMPARE(back.count("one.pdf"), 2);
}

void TestFileExports::sqliteHasTypesAndEvidence()
{
    const auto documents = twoDocuments();
    const auto file = m_folder.filePath(u"out.sqlite"_s);
    QVERIFY(writeSqlite(file, flatten(documents), documents));
    // Once more over the first: the file is replaced.
    QVERIFY(writeSqlite(file, flatten(documents), documents));
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"back"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        const auto answer = [&](const QString &sql) {
            QSqlQuery query(database);
            return query.exec(sql) && query.next() ? query.value(0).toString() : u"nothing"_s;
        };
        QCOMPARE(answer(u"SELECT sum(total) FROM documents"_s), u"-10"_s);
        QCOMPARE(answer(u"SELECT no FROM documents WHERE document = 'one.pdf'"_s), u"007"_s);
        QCOMPARE(answer(u"SELECT count(*) FROM documents WHERE none IS NULL"_s), u"2"_s);
        QCOMPARE(answer(u"SELECT sum(n) FROM lines JOIN documents USING (document_id) WHERE document = 'one.pdf'"_s),
                 u"3.25"_s);
        QCOMPARE(answer(u"SELECT state FROM evidence WHERE column_name = 'total' AND document_id = 1"_s),
                 u"corrected"_s);
        QCOMPARE(answer(u"SELECT typeof(total) FROM documents LIMIT 1"_s), u"integer"_s);
        database.close();
    }
    QSqlDatabase::removeDatabase(u"back"_s);
    QCOMPARE(QDir(m_folder.path()).entryList({u"*.sqlite*"_s}), QStringList{u"out.sqlite"_s});
}

void TestFileExports::folderThatIsNotThere()
{
    const auto documents = twoDocuments();
    const auto file = m_folder.filePath(u"no/such/folder/out"_s);
    QCOMPARE(writeXlsx(file, flatten(documents), documents).error().code, ErrorCode::FileNotWritten);
    QCOMPARE(writeSqlite(file, flatten(documents), documents).error().code, ErrorCode::FileNotWritten);
}

void TestFileExports::filesThatAreThereAreNamed()
{
    const QTemporaryDir folder;
    const auto documents = twoDocuments();
    const ExportChoice json{ExportFormat::Json, {}, false};
    QCOMPARE(replacedFiles(folder.path(), json, documents), QStringList());
    QVERIFY(writeFile(folder.filePath(u"one.json"_s), "somebody's own"));
    QCOMPARE(replacedFiles(folder.path(), json, documents), QStringList{u"one.json"_s});
    QVERIFY(exportTo(folder.path(), json, documents, {}));
    QCOMPARE(replacedFiles(folder.path(), json, documents), (QStringList{u"one.json"_s, u"<two>.json"_s}));
    // The name of a single file was asked for with a question of its own.
    QCOMPARE(replacedFiles(folder.filePath(u"one.json"_s), json, {documents.front()}), QStringList());
}

void TestFileExports::formerFileStaysWhenWritingFails()
{
    const auto file = m_folder.filePath(u"kept.xlsx"_s);
    QVERIFY(writeFile(file, "former"));
    FlatTable endless{{}, {u"a"_s}, {true}, std::vector<FlatRow>(1'048'576)};
    const auto documents = twoDocuments();
    QCOMPARE(writeXlsx(file, {endless}, documents).error().code, ErrorCode::InvalidArgument);
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), "former");
}

void TestFileExports::evidencePageStandsAlone()
{
    const auto pictures = [](const ReviewedDocument &, int page) {
        QImage image(100, 140, QImage::Format_RGB32);
        image.fill(Qt::white);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        return page == 1 ? PagePicture{bytes, u"image/png"_s, domain::PageSize(595, 842)} : PagePicture();
    };
    const auto page = evidencePage(twoDocuments(), pictures);
    QVERIFY(!page.contains("<script"));
    QVERIFY(!page.contains("http://") && !page.contains("https://"));
    QVERIFY(page.contains("default-src 'none'"));
    QCOMPARE(page.count("<img "), 2);
    // A link to each box, and each box once.
    QVERIFY(page.contains("href=\"#d1b1\"") && page.count("id=\"d1b1\"") == 1);
    QVERIFY(page.contains("left:10.000%;top:10.000%;width:20.000%;height:2.000%"));
    QVERIFY(page.contains("corrected") && page.contains("<s class=\"quiet\">-12.5</s>") && page.contains("stamp"));
}

void TestFileExports::evidencePageEscapesEverything()
{
    auto documents = twoDocuments();
    documents[1].result =
        tests::resultOf(parseJson(R"({"<b>":"%1 <img src=x onerror=alert(1)>","\"q\"":"&"})").value());
    const auto page = evidencePage(documents, [](const ReviewedDocument &, int) { return PagePicture(); });
    QVERIFY(!page.contains("<img"));
    QVERIFY(!page.contains("<b>"));
    QVERIFY(page.contains("&lt;two&gt;.pdf"));
    QVERIFY(page.contains("%1 &lt;img"));
}

QTEST_MAIN(TestFileExports)
#include "tst_fileexports.moc"
