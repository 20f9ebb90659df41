// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pages/pageitems.h"

#include "engine/pagebuilder.h"
#include "engine/pages/markdown.h"

#include <QTest>

#include <numeric>

using namespace xs;
using engine::PageItem;
using namespace Qt::StringLiterals;

namespace {

std::vector<engine::ParsedPage> parse(const document::PageSource &source)
{
    std::vector<int> numbers(std::size_t(source.pageCount()));
    std::iota(numbers.begin(), numbers.end(), 1);
    return engine::parsePages(document::readPages(source, numbers));
}

std::vector<engine::ParsedPage> parseSample(const QString &name)
{
    const auto source = document::openDocument(QStringLiteral(XS_SOURCE_DIR) + u"/resources/samples/"_s + name);
    return source ? parse(**source) : std::vector<engine::ParsedPage>();
}

/// Words that keep a page from being read as a picture, far below what is tested.
tests::BuiltPages &filled(tests::BuiltPages &pages)
{
    return pages.text(40, 600, u"These lines say nothing at all and stand here so that the page"_s)
        .text(40, 612, u"is full enough to be taken for a page with a layer of text."_s);
}

const PageItem *firstOf(const engine::ParsedPage &page, PageItem::Kind kind)
{
    for (const auto &item : page.items)
        if (item.kind == kind)
            return &item;
    return nullptr;
}

} // namespace

class TestPageItems : public QObject
{
    Q_OBJECT

private slots:
    void columnsOfTextAreReadOneAfterTheOther()
    {
        tests::BuiltPages pages;
        pages.page();
        for (int line = 0; line < 6; ++line) {
            pages.text(40, 100 + 12 * line, u"left%1 words of the first column"_s.arg(line));
            pages.text(330, 100 + 12 * line, u"right%1 words of the second one"_s.arg(line));
        }
        const auto text = engine::plainText(parse(filled(pages)).front());
        QVERIFY2(text.indexOf(u"left5"_s) < text.indexOf(u"right0"_s), qPrintable(text));
        QVERIFY(text.indexOf(u"right5"_s) < text.indexOf(u"nothing"_s));
    }

    /// Lines and cells come with the words that they were made of.
    void itemsKeepTheirWords()
    {
        const auto joined = [](const std::vector<engine::ItemLine> &lines) {
            QString text;
            for (const auto &line : lines)
                for (const auto &word : line)
                    text += word.text;
            return text;
        };
        const auto solid = [](QString text) { return text.remove(u' '); };
        int tables = 0;
        for (const auto *name : {"form.pdf", "invoice.pdf", "statement.pdf"})
            for (const auto &page : parseSample(QString::fromLatin1(name)))
                for (const auto &item : page.items) {
                    QCOMPARE(item.wordLines.size(), std::size_t(item.lines.size()));
                    for (qsizetype l = 0; l < item.lines.size(); ++l)
                        QCOMPARE(joined({item.wordLines[std::size_t(l)]}), solid(item.lines[l]));
                    QCOMPARE(item.cellLines.size(), item.rows.size());
                    for (std::size_t r = 0; r < item.rows.size(); ++r)
                        for (qsizetype c = 0; c < item.rows[r].size(); ++c)
                            QCOMPARE(joined(item.cellLines[r].at(std::size_t(c))), solid(item.rows[r][c]));
                    tables += item.kind == PageItem::Kind::Table;
                }
        QVERIFY(tables > 0);
    }

    void rowsOfCellsAreATable()
    {
        tests::BuiltPages pages;
        pages.page();
        pages.text(40, 100, u"Item"_s).text(200, 100, u"Qty"_s).text(300, 100, u"Price"_s);
        pages.text(40, 124, u"Brass lantern"_s).text(200, 124, u"2"_s).text(300, 124, u"84.50"_s);
        pages.text(40, 135, u"with clear glass"_s);
        pages.text(40, 160, u"Wick"_s).text(200, 160, u"12"_s).text(300, 160, u"0.50"_s);
        const auto page = parse(filled(pages)).front();
        const auto *table = firstOf(page, PageItem::Kind::Table);
        QVERIFY(table);
        QCOMPARE(table->rows.size(), 3u);
        QCOMPARE(table->rows[1], QStringList({u"Brass lantern with clear glass"_s, u"2"_s, u"84.50"_s}));
        QCOMPARE(engine::markdown(*table), u"| Item | Qty | Price |\n| --- | --- | --- |\n"
                                           "| Brass lantern with clear glass | 2 | 84.50 |\n| Wick | 12 | 0.50 |"_s);
        QCOMPARE(table->box.left(), 40.0);
        QVERIFY(table->box.bottom() < 200);
    }

    void cellsAreWrittenSafely()
    {
        PageItem table;
        table.kind = PageItem::Kind::Table;
        table.rows = {{u"a|b"_s, u"<i>%1"_s}, {u"say \"x\""_s, u"1,5"_s}};
        QCOMPARE(engine::markdown(table), u"| a\\|b | \\<i>%1 |\n| --- | --- |\n| say \"x\" | 1,5 |"_s);
        QCOMPARE(engine::csv(table), u"a|b,<i>%1\r\n\"say \"\"x\"\"\",\"1,5\"\r\n"_s);
        QCOMPARE(engine::html(table), u"<table><tr><th>a|b</th><th>&lt;i&gt;%1</th></tr>"
                                      "<tr><td>say &quot;x&quot;</td><td>1,5</td></tr></table>"_s);
    }

    void textThatLooksLikeMarkdownIsEscaped()
    {
        PageItem item;
        item.text = u"# 5 pieces\n- 3.00 <b>\n12. March"_s;
        QCOMPARE(engine::markdown(item), u"\\# 5 pieces  \n\\- 3.00 \\<b>  \n12\\. March"_s);
    }

    void entriesOfLists()
    {
        tests::BuiltPages pages;
        pages.page();
        pages.text(40, 100, u"We need these things before the winter comes to the harbour:"_s);
        pages.text(50, 130, u"•"_s).text(70, 130, u"oil for the great lamp and"_s);
        pages.text(70, 141, u"wicks for the small ones"_s);
        pages.text(50, 152, u"•"_s).text(70, 152, u"new glass"_s);
        const auto page = parse(filled(pages)).front();
        const auto *list = firstOf(page, PageItem::Kind::List);
        QVERIFY(list);
        QCOMPARE(engine::markdown(*list), u"- oil for the great lamp and wicks for the small ones\n- new glass"_s);
        QVERIFY(!list->ordered);
    }

    void largeWordsAreHeadings()
    {
        const auto pages = parseSample(u"manypages.pdf"_s);
        QVERIFY(pages.size() > 5);
        const auto *title = firstOf(pages.front(), PageItem::Kind::Heading);
        QVERIFY(title);
        QCOMPARE(title->level, 1);
        QCOMPARE(title->text, u"Agreement"_s);
        const auto *section = firstOf(pages[1], PageItem::Kind::Heading);
        QVERIFY(section && section->level > 1);
        QVERIFY(section->text.contains(u"Definitions"_s));
    }

    void headsAndFeetAreKeptApart()
    {
        const auto pages = parseSample(u"manypages.pdf"_s);
        const auto *header = firstOf(pages[2], PageItem::Kind::Header);
        QVERIFY(header && header->text.startsWith(u"Agreement on the keeping"_s));
        QVERIFY(!engine::markdown(pages[2]).contains(u"FL-2026-008"_s));
        QVERIFY(engine::plainText(pages[2]).contains(u"FL-2026-008"_s));
        for (const auto &page : pages)
            QCOMPARE(page.printedNumber, QString::number(page.number));
    }

    void theRowsOfARealInvoice()
    {
        const auto pages = parseSample(u"invoice.pdf"_s);
        const PageItem *items = nullptr;
        for (const auto &item : pages.front().items)
            if (item.kind == PageItem::Kind::Table && item.rows.front().contains(u"Description"_s))
                items = &item;
        QVERIFY(items);
        QCOMPARE(items->rows.front(),
                 QStringList({u"Item"_s, u"Description"_s, u"Qty"_s, u"Unit price"_s, u"Amount"_s}));
        const QStringList wall{u"WB-014"_s, u"Wall bracket, forged with four screws each"_s, u"8"_s, u"23.75"_s,
                               u"190.00"_s};
        QVERIFY2(std::ranges::find(items->rows, wall) != items->rows.end(), qPrintable(engine::markdown(*items)));
        QCOMPARE(pages.front().printedNumber, u"1"_s);
        QVERIFY(!pages.front().confidence);
    }

    /// Every word of the page is in its text once.
    void noWordIsLost_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {"invoice.pdf", "statement.pdf", "form.pdf", "manypages.pdf"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void noWordIsLost()
    {
        QFETCH(QString, name);
        const auto source = document::openDocument(QStringLiteral(XS_SOURCE_DIR) + u"/resources/samples/"_s + name);
        QVERIFY(source);
        for (const auto &page : parse(**source)) {
            QString written, read;
            for (const auto c : engine::plainText(page))
                if (!c.isSpace())
                    written += c;
            for (const auto &word : (*source)->words(page.number - 1))
                read += word.text;
            std::ranges::sort(written);
            read.removeIf([](QChar c) { return c.isSpace(); });
            std::ranges::sort(read);
            QCOMPARE(written, read);
        }
    }
};

QTEST_GUILESS_MAIN(TestPageItems)
#include "tst_pageitems.moc"
