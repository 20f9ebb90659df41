// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/findbar.h"
#include "gui/common/studiostyle.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/locator.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/textsearch.h"
#include "gui/viewer/wordloader.h"
#include "testpdf.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui;
using namespace xs::gui::viewer;
using document::Word;

namespace {

constexpr int patience = 60'000;

/// Words on one line, each 0.1 wide with gaps between.
std::vector<Word> line(const QStringList &texts, double y, double x = 0.05)
{
    std::vector<Word> words;
    for (const auto &text : texts) {
        words.push_back({text, QRectF(x, y, 0.1, 0.02), true, 1});
        x += 0.12;
    }
    return words;
}

std::vector<Word> joined(std::vector<std::vector<Word>> lines)
{
    std::vector<Word> all;
    for (auto &one : lines)
        all.insert(all.end(), one.begin(), one.end());
    return all;
}

domain::ResultNode value(const QString &name, const QString &text, const domain::Citation &citation)
{
    domain::ResultNode node;
    node.name = name;
    node.value = toStd(text);
    node.evidence = domain::Evidence{{citation}, 0.95, {}, {}, {}};
    return node;
}

} // namespace

/// Text that is looked up on pages: by a person who searches, and for citations that name no place.
class TestLookup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsPartsOfWordsAndPhrases();
    void searchWalksThroughTheDocument();
    void searchKeys();
    void locatesTheOneNearby();
    void unplacedCitationsOfAResult();
    void placesAreFoundWhenTheirPageIsSeen();
    void withoutAPageAllPagesAreLookedThrough();
    void scannedPagesAreReadByRecognition();

private:
    void showLong(DocumentView &view, const domain::ResultNode &result)
    {
        view.resize(800, 700);
        view.show();
        view.open(m_long);
        view.setResult(result);
    }

    QTemporaryDir m_folder;
    QString m_long;
};

void TestLookup::initTestCase()
{
    auto *style = common::StudioStyle::install(*qApp, common::StudioStyle::Scheme::Light);
    style->setMotionAllowed(false);
    m_long = tests::writeFile(m_folder.filePath(u"long.pdf"_s), tests::makeLongPdf(12));
}

void TestLookup::findsPartsOfWordsAndPhrases()
{
    auto words = joined({line({u"Grand"_s, u"Total"_s, u"Größe"_s}, 0.1), line({u"due"_s, u"totally"_s}, 0.2)});
    const auto total = findOnPage(3, words, u"total"_s);
    QCOMPARE(total.size(), size_t(2));
    QCOMPARE(total[0].page, 3);
    QCOMPARE(total[0].rects.front(), words[1].box);
    // A part of a word takes its part of the box.
    QCOMPARE(total[1].rects.front().left(), words[4].box.left());
    QVERIFY(qAbs(total[1].rects.front().width() - 0.1 * 5 / 7) < 1e-9);
    // Accents do not count, and a phrase goes on at the next line.
    QCOMPARE(findOnPage(0, words, u"GROSSE  DUE"_s).size(), size_t(0));
    const auto phrase = findOnPage(0, words, u"größe due"_s);
    QCOMPARE(phrase.size(), size_t(1));
    QCOMPARE(phrase.front().rects.size(), size_t(2));
    QCOMPARE(findOnPage(0, words, u"grosze"_s).size(), size_t(0));
    // Pieces that touch each other are one word.
    words = {{u"INV"_s, QRectF(0.1, 0.1, 0.03, 0.02), false, 1}, {u"-42"_s, QRectF(0.13, 0.1, 0.03, 0.02), true, 1}};
    QCOMPARE(findOnPage(0, words, u"inv-42"_s).front().rects, std::vector<QRectF>{QRectF(0.1, 0.1, 0.06, 0.02)});
    QVERIFY(findOnPage(0, words, u"   "_s).empty());
}

void TestLookup::searchWalksThroughTheDocument()
{
    WordLoader words;
    words.setDocument(m_long);
    TextSearch search(words, nullptr);
    QSignalSpy arrived(&search, &TextSearch::arrived);
    search.reset(12);
    search.start(u"page 1"_s, 5);
    QTRY_COMPARE_WITH_TIMEOUT(search.pagesLeft(), 0, patience);
    // "Page 1", "Page 10", "Page 11", "Page 12": from page 6 on, the first is page 10.
    QCOMPARE(search.places().size(), size_t(4));
    QCOMPARE(search.current(), 1);
    QCOMPARE(arrived.count(), 1);
    QCOMPARE(search.places()[1].page, 9);
    search.next();
    QCOMPARE(search.places()[size_t(search.current())].page, 10);
    search.previous();
    search.previous();
    QCOMPARE(search.current(), 0);
    search.previous();
    QCOMPARE(search.places()[size_t(search.current())].page, 11);
    search.start({}, 0);
    QVERIFY(search.places().empty() && search.current() == -1);
}

void TestLookup::searchKeys()
{
    DocumentView view;
    view.resize(800, 700);
    view.show();
    view.open(m_long);
    QTRY_VERIFY_WITH_TIMEOUT(!view.pageSizes().empty(), patience);
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.activateWindow();
    view.pages()->setFocus();
    QTest::keyClick(&view, Qt::Key_F, Qt::ControlModifier);
    auto *bar = view.findChild<common::FindBar *>(u"searchBar"_s);
    auto *edit = view.findChild<QLineEdit *>(u"searchEdit"_s);
    auto *state = view.findChild<QLabel *>(u"searchState"_s);
    QVERIFY(bar->isVisible());
    QTest::keyClicks(edit, u"Page 7"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state->text(), u"1 of 1"_s, patience);
    QTRY_COMPARE(view.pages()->currentPage(), 6);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, u"long list"_s);
    QTRY_VERIFY_WITH_TIMEOUT(state->text().endsWith(u"of 480"_s), patience);
    const auto before = state->text();
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(state->text() != before);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(state->text(), before);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, u"nowhere to be found"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state->text(), u"Not found"_s, patience);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(view.pages()->hasFocus());
}

void TestLookup::locatesTheOneNearby()
{
    const auto words = joined({line({u"A"_s, u"4"_s, u"12,90"_s}, 0.1), line({u"B"_s, u"4"_s, u"12,90"_s}, 0.3),
                               line({u"C"_s, u"5"_s, u"12,80"_s}, 0.5)});
    // Of equals the first, or the one near the last hit, which is the one on its line.
    QCOMPARE(locate(words, u"4"_s, {}, {}).front(), words[1].box);
    QCOMPARE(locate(words, u"4"_s, QPointF(0.1, 0.31), {}).front(), words[4].box);
    QCOMPARE(locate(words, u"12.90"_s, QPointF(0.1, 0.31), {}).front(), words[5].box);
    // What another value has is left to it while there is another place.
    QCOMPARE(locate(words, u"4"_s, QPointF(0.1, 0.31), {{words[4].box}}).front(), words[1].box);
    QCOMPARE(locate(words, u"5"_s, QPointF(0.1, 0.1), {{words[7].box}}).front(), words[7].box);
    QVERIFY(locate(words, u"something else"_s, {}, {}).empty());
}

void TestLookup::unplacedCitationsOfAResult()
{
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {value(u"placed"_s, u"x"_s, {1, u"x"_s, {QRectF(10, 10, 20, 10)}, QSizeF(100, 100)}),
                     value(u"nearby"_s, u"y"_s, {1, u"text of y"_s, {}, {}}),
                     value(u"anywhere"_s, u"z"_s, {0, {}, {}, {}}), value(u"off"_s, u"w"_s, {9, u"w"_s, {}, {}})};
    const auto found = unplacedCitations(root, {{100, 100}});
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0].text, u"text of y"_s);
    QCOMPARE(found[0].near, std::optional(QPointF(0.2, 0.15)));
    QVERIFY(found[0].highlight.located);
    // Without a text of its own it is looked up by its value.
    QCOMPARE(found[1].text, u"z"_s);
    QCOMPARE(found[1].highlight.page, -1);
}

void TestLookup::placesAreFoundWhenTheirPageIsSeen()
{
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {value(u"first"_s, u"Page 1"_s, {1, u"Page 1"_s, {}, {}}),
                     value(u"tenth"_s, u"Page 10"_s, {10, u"Page 10"_s, {}, {}})};
    DocumentView view;
    QSignalSpy located(&view, &DocumentView::citationLocated);
    showLong(view, root);
    QTRY_COMPARE_WITH_TIMEOUT(located.count(), 1, patience);
    QCOMPARE(located.first().first().toString(), u"/first"_s);
    QVERIFY(!view.pages()->boxOnScreen(u"/first"_s).isEmpty());
    QVERIFY(view.pages()->boxOnScreen(u"/tenth"_s).isEmpty());
    // Choosing a value looks on its page and goes there.
    view.select(u"/tenth"_s);
    QTRY_COMPARE_WITH_TIMEOUT(located.count(), 2, patience);
    QCOMPARE(view.pages()->currentPage(), 9);
    QVERIFY(!view.pages()->flagOnScreen().isEmpty());
    // The same result again keeps what was found.
    view.setResult(root);
    QVERIFY(!view.pages()->boxOnScreen(u"/tenth"_s).isEmpty());
}

void TestLookup::withoutAPageAllPagesAreLookedThrough()
{
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {value(u"somewhere"_s, u"Item 300"_s, {0, u"Item 300 of the long list"_s, {}, {}})};
    DocumentView view;
    QSignalSpy located(&view, &DocumentView::citationLocated);
    showLong(view, root);
    QTRY_VERIFY_WITH_TIMEOUT(!view.pageSizes().empty(), patience);
    view.select(u"/somewhere"_s);
    QTRY_COMPARE_WITH_TIMEOUT(located.count(), 1, patience);
    QCOMPARE(located.first().at(2).toInt(), 7);
    QCOMPARE(view.pages()->currentPage(), 7);
}

void TestLookup::scannedPagesAreReadByRecognition()
{
    QImage scan(1240, 600, QImage::Format_RGB32);
    scan.setDotsPerMeterX(5906);
    scan.setDotsPerMeterY(5906);
    scan.fill(Qt::white);
    {
        QPainter painter(&scan);
        QFont font(u"DejaVu Sans"_s);
        font.setPixelSize(48);
        painter.setFont(font);
        painter.drawText(100, 150, u"Customer Northwind"_s);
        painter.drawText(100, 350, u"Amount 1450"_s);
    }
    const auto file = m_folder.filePath(u"scan.png"_s);
    QVERIFY(scan.save(file));
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {value(u"customer"_s, u"Northwind"_s, {1, u"Northwind"_s, {}, {}})};
    DocumentView view;
    QSignalSpy located(&view, &DocumentView::citationLocated);
    view.resize(800, 700);
    view.show();
    view.open(file);
    view.setResult(root);
    QTRY_COMPARE_WITH_TIMEOUT(located.count(), 1, patience);
    const auto place = view.pages()->highlights().front().rects.front();
    // "Northwind" begins behind "Customer " and stands on the first line.
    QVERIFY(place.left() > 0.2 && place.right() < 0.6);
    QVERIFY(place.top() > 0.14 && place.bottom() < 0.29);
}

QTEST_MAIN(TestLookup)
#include "tst_lookup.moc"
