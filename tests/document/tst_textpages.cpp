// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/filetype.h"
#include "document/pagesource.h"
#include "document/readpage.h"
#include "document/textgrid.h"

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QtMath>

#include <sys/resource.h>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

QString joined(const std::vector<document::Word> &words)
{
    QStringList texts;
    for (const auto &word : words)
        texts << word.text;
    return texts.join(u' ');
}

const document::Word *find(const std::vector<document::Word> &words, const QString &text)
{
    for (const auto &word : words)
        if (word.text == text)
            return &word;
    return nullptr;
}

} // namespace

class TestTextPages : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<document::PageSource> open(const QByteArray &bytes, const QString &name = u"some"_s)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            return nullptr;
        file.close();
        auto source = document::openDocument(file.fileName());
        return source ? std::move(*source) : nullptr;
    }

    QTemporaryDir m_folder;

private slots:
    void formsAreTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        using Kind = document::TextForm::Kind;
        const auto row = [](const char *name, const char *text, Kind kind) {
            QTest::newRow(name) << QString::fromUtf8(text) << int(kind);
        };
        row("letter", "Dear customer,\n\nyour parcel, as agreed, is on its way.\nYours", Kind::Plain);
        row("one line", "a,b,c", Kind::Plain);
        row("commas", "no,name,price\n1,Tea,2.50\n2,Milk,0.90\n", Kind::Table);
        row("semicolons", "no;name;price\n1;\"Tea; green\";2,50\n2;Milk;0,90\n", Kind::Table);
        row("tabs", "a\tb\n1\t2\n", Kind::Table);
        row("markdown table", "Order\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", Kind::Markdown);
        row("markdown heading", "# Order\n\ntext\n", Kind::Markdown);
        row("html", "<!DOCTYPE html><html><body><p>x</p></body></html>", Kind::Html);
        row("html fragment", "  <table><tr><td>1</td></tr></table>", Kind::Html);
    }
    void formsAreTold()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QCOMPARE(int(document::textForm(text).kind), kind);
    }

    void mailIsNoText()
    {
        QFile file(m_folder.filePath(u"invoice.eml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("Received: from mail.example\r\n by mx.example; Mon, 1 Dec 2025\r\nFrom: a@b.example\r\n"
                   "Subject: Invoice\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n");
        file.close();
        const auto opened = document::openDocument(file.fileName());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::UnsupportedFileType);
        QCOMPARE(opened.error().detail, u"e-mail"_s);
        // A letter may begin with such words.
        QVERIFY(open("From: Maple Conveyors\nTo: Tall Oak\nSubject: Invoice 12\n\nTotal 12.50\n"));
    }

    void plainTextKeepsItsLines()
    {
        const auto source = open("Invoice  A-1\n\n   Total:\t12.50\n\fSecond page\n");
        QVERIFY(source);
        QCOMPARE(source->pageCount(), 2);
        const auto words = source->words(0);
        QCOMPARE(joined(words), u"Invoice A-1 Total: 12.50"_s);
        QVERIFY(find(words, u"Total:"_s)->box.left() > find(words, u"Invoice"_s)->box.left());
        QVERIFY(find(words, u"Total:"_s)->box.top() > find(words, u"Invoice"_s)->box.bottom());
        QCOMPARE(joined(source->words(1)), u"Second page"_s);
        for (const auto &word : words)
            QVERIFY(QRectF(0, 0, 1, 1).contains(word.box));
    }

    void cellsOfTablesStandBelowEachOther()
    {
        const auto source = open("no;article;price\n1;\"Tea;\ngreen\";2,50\n22;Milk;0,90\n");
        QVERIFY(source);
        const auto words = source->words(0);
        QCOMPARE(find(words, u"article"_s)->box.left(), find(words, u"Milk"_s)->box.left());
        QCOMPARE(find(words, u"price"_s)->box.left(), find(words, u"0,90"_s)->box.left());
        QCOMPARE(find(words, u"Tea;"_s)->box.left(), find(words, u"green"_s)->box.left());
        QVERIFY(find(words, u"green"_s)->box.top() > find(words, u"Tea;"_s)->box.top());
    }

    void markdownLosesItsMarks()
    {
        const auto source = open(
            "# Order 7\n\nfor **Example Ltd**, see [the terms](https://example.com)\n\n| Item | Price |\n|:---|---:|\n"
            "| Tea | 2.50 |\n");
        QVERIFY(source);
        QCOMPARE(joined(source->words(0)), u"Order 7 for Example Ltd, see the terms Item Price Tea 2.50"_s);
        QCOMPARE(find(source->words(0), u"Price"_s)->box.left(), find(source->words(0), u"2.50"_s)->box.left());
    }

    void htmlIsReadAndNothingIsLoaded()
    {
        QFile secret(m_folder.filePath(u"secret.html"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("<p>secret</p>");
        secret.close();
        const auto page = u"<html><head><style>p{}</style><script>var hidden = 1;</script>"
                          "<link rel=stylesheet href='file://%1'></head><body><h1>Order</h1><p>Total &amp; tax</p>"
                          "<img src='file://%1'><ul><li>first</li></ul>"
                          "<table><tr><th>Item</th><th>Price</th></tr><tr><td>Black tea</td><td>2.50</td></tr></table>"
                          "</body></html>"_s.arg(secret.fileName());
        const auto source = open(page.toUtf8());
        QVERIFY(source);
        const auto words = source->words(0);
        const auto text = joined(words);
        QVERIFY2(text.startsWith("Order Total & tax"_L1) && text.endsWith("first Item Price Black tea 2.50"_L1),
                 qPrintable(text));
        QVERIFY(!text.contains("hidden"_L1) && !text.contains("secret"_L1));
        QCOMPARE(find(words, u"Price"_s)->box.left(), find(words, u"2.50"_s)->box.left());
    }

    /// Tables in tables only place things: their parts follow one another.
    void layoutTablesFollowOneAnother()
    {
        const auto source = open("<html><body><table><tr><td><table><tr><td>A</td><td>B</td></tr></table></td>"
                                 "<td>C</td></tr></table></body></html>");
        QVERIFY(source);
        QCOMPARE(joined(source->words(0)), u"A B C"_s);
    }

    void encodings()
    {
        QCOMPARE(joined(open("Z\xfcrich 12 \xa3")->words(0)), u"Zürich 12 £"_s);
        QCOMPARE(joined(open("Zürich 12 £")->words(0)), u"Zürich 12 £"_s);
        QCOMPARE(joined(open(QByteArray("\xff\xfe", 2) + QByteArray("Z\0\xfc\0r\0i\0c\0h\0", 12))->words(0)),
                 u"Zürich"_s);
        // Right-to-left text stays in the order in which it is written.
        QCOMPARE(joined(open("חשבונית 17 סכום")->words(0)), u"חשבונית 17 סכום"_s);
    }

    void hostileTexts()
    {
        QByteArray deep = "<html>";
        for (int i = 0; i < 400; ++i)
            deep += "<table><tr><td><div>";
        QVERIFY(open(deep + "x"));
        const auto wide = open(QByteArray("a,").repeated(5000) + "\n" + QByteArray("b,").repeated(5000));
        QVERIFY(wide && wide->pageCount() >= 1);
        const auto line = open(QByteArray(300'000, 'x'));
        QVERIFY(line);
        QVERIFY(line->pageCount() > 10);
        for (const auto &word : line->words(0))
            QVERIFY(QRectF(0, 0, 1, 1).contains(word.box));
        // Control characters are of no text.
        QVERIFY(!open(QByteArray("abc\0def", 7)));
        // A text that calls itself a PDF is a broken file.
        QVERIFY(!open("just words", u"fake.pdf"_s));
    }

    /// A few bytes of HTML may ask for a table of billions of cells; these are refused before they are built.
    void htmlBombs()
    {
        const auto times = [](const QByteArray &part, int count) { return part.repeated(count); };
        QVERIFY(!open("<html><table><tr>" + times("<td colspan=1000>x</td>", 50) + "</tr>" +
                      times("<tr><td rowspan='1000'>y</td></tr>", 50) + "</table>"));
        QVERIFY(
            !open("<html><table><tr>" + times("<td title='>' colSpan = \"20000\">x", 60) + "<tr><td rowspan=20000>"));
        QVERIFY(!open("<html>" + times("<table><tr><td>", 30'000)));
        QVERIFY(!open("<html>" + times("<div><ul><li>", 100'000)));
        QVERIFY(!open("<html>" + times("<table><tr>" + times("<td>x", 1000) + times("<tr><td>", 900) + "</table>", 2)));
        // Neither long lists nor tables, nor paragraphs that nobody closes.
        const auto lines = open("<html><ul>" + times("<li>point", 30'000));
        QVERIFY(lines && joined(lines->words(0)).startsWith(u"point point"));
        QVERIFY(open("<html>" + times("<p>x", 20'000)));
        const auto list = open("<html><script>1<2</script><ol><li>one<STYLE>x</style >two</ol>");
        QVERIFY(list);
        QCOMPARE(joined(list->words(0)), u"1. onetwo"_s);
        QVERIFY(open("<html>seen" + times("<script ", 100'000)));
        const auto table = open("<html><table>" + times("<tr><td>a<td colspan=2>b<td>c", 500) + "</table>");
        QVERIFY(table && joined(table->words(0)).startsWith(u"a b c"));
    }

    /// What is refused for its length is never read whole.
    void aTextWithoutEndIsNotReadWhole()
    {
        QFile file(m_folder.filePath(u"endless.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
        constexpr qint64 gigabyte = 1024 * 1024 * 1024;
        QVERIFY(file.resize(3 * gigabyte)); // a hole, no real bytes
        file.close();
        QCOMPARE(document::openDocument(file.fileName()).error().code, ErrorCode::DocumentTooLarge);
        rusage usage{};
        QVERIFY(::getrusage(RUSAGE_SELF, &usage) == 0);
        QVERIFY2(usage.ru_maxrss < gigabyte / 1024, qPrintable(QString::number(usage.ru_maxrss)));
    }

    /// The ink of a word is inside its box, so that what is marked on the page is what was read.
    void wordsArePaintedInTheirBoxes()
    {
        const auto source = open("Total amount\n\n\n          73.50\n");
        QVERIFY(source);
        const auto picture = source->render(0, 1200);
        for (const auto &word : source->words(0)) {
            int dark = 0;
            const QRect box(int(word.box.x() * picture.width()), int(word.box.y() * picture.height()),
                            int(word.box.width() * picture.width()), int(word.box.height() * picture.height()));
            for (int y = box.top(); y <= box.bottom(); ++y)
                for (int x = box.left(); x <= box.right(); ++x)
                    dark += qGray(picture.pixel(x, y)) < 160;
            QVERIFY2(dark > 10, qPrintable(word.text));
        }
        const auto size = source->pageSize(0);
        QCOMPARE(picture.height(), qCeil(size.height() * 1200 / size.width()));
        // A page of few words is not taken for a picture.
        document::PageReader reader(*source);
        QCOMPARE(joined(reader.read(0).words), u"Total amount 73.50"_s);
    }
};

QTEST_MAIN(TestTextPages)
#include "tst_textpages.moc"
