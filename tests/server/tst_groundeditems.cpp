// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/groundeditems.h"

#include "server/worker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestGroundedItems : public QObject
{
    Q_OBJECT

private:
    static Json parsed(const QString &path, const Json &levels)
    {
        const auto reply = workOn({{"task", "parse"},
                                   {"path", toStd(path)},
                                   {"configuration", {{"output_options", {{"granular_bboxes", levels}}}}}});
        return member(reply, "result");
    }

    static QString sample(const QString &name)
    {
        return QStringLiteral(XS_SOURCE_DIR) + u"/resources/samples/"_s + name;
    }

    /// The bytes that a span names.
    static std::string sliceOf(const Json &text, const Json &grounded)
    {
        const auto &source = text.get_ref<const std::string &>();
        const auto first = grounded["span"][0].get<std::size_t>(), last = grounded["span"][1].get<std::size_t>();
        return first < last && last <= source.size() ? source.substr(first, last - first) : std::string("bad span");
    }

    static engine::PageItem paragraph(const QString &text, const QStringList &words)
    {
        engine::PageItem item;
        item.text = text;
        item.wordLines.emplace_back();
        for (const auto &word : words)
            item.wordLines.back().push_back({word, {10.0 * double(item.wordLines.back().size()), 20, 8, 12}});
        return item;
    }

    static Json groundingOf(const engine::PageItem &item, const QString &md, const BoxLevels &levels)
    {
        engine::ParsedPage page;
        page.items = {item};
        const Json pages = Json::array({{{"items", Json::array({{{"md", toStd(md)}}})}}});
        return groundedItems({page}, pages, levels)[0]["items"][0]["grounding"];
    }

private slots:
    void samples_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {"form.pdf", "invoice.pdf", "manypages.pdf", "statement.pdf", "receipt.png"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    /// Every word that has a box and a span is what the span says, and nearly all words have one.
    void samples()
    {
        QFETCH(QString, name);
        const auto result = parsed(sample(name), {"word", "line", "cell"});
        const auto &pages = result["grounded_items"];
        QCOMPARE(pages.size(), result["items"]["pages"].size());
        int words = 0, cells = 0;
        const auto check = [&words](const Json &text, const Json &lines) {
            for (const auto &line : lines)
                for (const auto &word : line["words"]) {
                    ++words;
                    const auto slice = sliceOf(text, word);
                    QVERIFY2(!slice.empty() && slice.find(' ') == std::string::npos, slice.c_str());
                    QVERIFY(sliceOf(text, line).find(slice) != std::string::npos);
                    QVERIFY(word["bbox"]["w"].get<double>() > 0);
                    QVERIFY(line["bbox"]["x"].get<double>() <= word["bbox"]["x"].get<double>());
                }
        };
        for (const auto &page : pages)
            for (const auto &item : page["items"]) {
                const auto &grounding = item["grounding"];
                if (item["type"] != "table") {
                    QCOMPARE(grounding["source"], "md");
                    check(item["md"], grounding["lines"]);
                    continue;
                }
                QCOMPARE(grounding["rows"].size(), item["rows"].size());
                for (std::size_t r = 0; r < item["rows"].size(); ++r) {
                    QCOMPARE(grounding["rows"][r].size(), item["rows"][r].size());
                    for (std::size_t c = 0; c < item["rows"][r].size(); ++c) {
                        const auto &cell = grounding["rows"][r][c];
                        QCOMPARE(cell.is_null(), item["rows"][r][c] == "");
                        if (cell.is_null())
                            continue;
                        ++cells;
                        QCOMPARE(cell["bbox"].size(), 1u);
                        check(item["rows"][r][c], cell["lines"]);
                    }
                }
            }
        const auto all = result["job_metadata"]["words"].get<int>();
        QVERIFY2(words >= 0.97 * all && words <= all, qPrintable(u"%1 of %2 words"_s.arg(words).arg(all)));
        if (name == "invoice.pdf"_L1)
            QVERIFY(cells > 20);
    }

    void onlyWhatIsAskedForIsGiven()
    {
        QVERIFY(!parsed(sample(u"form.pdf"_s), Json::array()).contains("grounded_items"));
        const auto item = paragraph(u"One two"_s, {u"One"_s, u"two"_s});
        QVERIFY(groundingOf(item, u"One two"_s, {false, false, true}).is_null());
        const auto lines = groundingOf(item, u"One two"_s, {false, true, false});
        QVERIFY(!lines["lines"][0].contains("words"));
        QCOMPARE(lines["lines"][0]["span"], Json::array({0, 7}));
        QCOMPARE(lines["lines"][0]["bbox"], Json({{"x", 0.0}, {"y", 20.0}, {"w", 18.0}, {"h", 12.0}}));
    }

    void spansCountBytesBehindMarks_data()
    {
        QTest::addColumn<QString>("md");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("slices");
        QTest::newRow("heading") << u"## Größe ab"_s << QStringList{u"Größe"_s, u"ab"_s}
                                 << QStringList{u"Größe"_s, u"ab"_s};
        QTest::newRow("bullet") << u"- first thing"_s << QStringList{u"•"_s, u"first"_s, u"thing"_s}
                                << QStringList{u"first"_s, u"thing"_s};
        QTest::newRow("box to tick") << u"- [x] done"_s << QStringList{u"☒"_s, u"done"_s} << QStringList{u"done"_s};
        QTest::newRow("escaped") << u"\\# a\\<b 1\\."_s << QStringList{u"#"_s, u"a<b"_s, u"1."_s}
                                 << QStringList{u"\\#"_s, u"a\\<b"_s, u"1\\."_s};
        QTest::newRow("without blanks") << u"EUR12,50"_s << QStringList{u"EUR"_s, u"12,50"_s}
                                        << QStringList{u"EUR"_s, u"12,50"_s};
        QTest::newRow("a word that is elsewhere")
            << u"one two three"_s << QStringList{u"three"_s, u"one"_s} << QStringList{u"one"_s};
        QTest::newRow("beyond the first plane")
            << u"😀 smile"_s << QStringList{u"😀"_s, u"smile"_s} << QStringList{u"😀"_s, u"smile"_s};
    }

    void spansCountBytesBehindMarks()
    {
        QFETCH(QString, md);
        QFETCH(QStringList, words);
        QFETCH(QStringList, slices);
        const auto grounding = groundingOf(paragraph(md, words), md, {true, true, false});
        QStringList found;
        for (const auto &word : grounding["lines"][0]["words"])
            found << toQString(sliceOf(Json(toStd(md)), word));
        QCOMPARE(found, slices);
    }
};

QTEST_MAIN(TestGroundedItems)
#include "tst_groundeditems.moc"
