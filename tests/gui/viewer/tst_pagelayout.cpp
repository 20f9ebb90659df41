// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewer/highlight.h"
#include "gui/viewer/pagelayout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::viewer;

class TestPageLayout : public QObject
{
    Q_OBJECT

private slots:
    void pagesLieBelowEachOther();
    void narrowPagesAreCentred();
    void fitsWidthAndPage();
    void findsPages();
    void nothingOpen();
    void highlightsComeFromCitations();
};

void TestPageLayout::pagesLieBelowEachOther()
{
    PageLayout layout({{100, 200}, {100, 50}});
    layout.arrange(2, 0);
    QCOMPARE(layout.pageRect(0), QRectF(12, 12, 200, 400));
    QCOMPARE(layout.pageRect(1), QRectF(12, 424, 200, 100));
    QCOMPARE(layout.size(), QSizeF(224, 536));
    QCOMPARE(layout.toPixels(1, {0.5, 0.5, 0.25, 0.5}), QRectF(112, 474, 50, 50));
}

void TestPageLayout::narrowPagesAreCentred()
{
    PageLayout layout({{100, 100}, {50, 100}});
    layout.arrange(1, 324);
    QCOMPARE(layout.pageRect(0).left(), 112.0);
    QCOMPARE(layout.pageRect(1).left(), 137.0);
}

void TestPageLayout::fitsWidthAndPage()
{
    const PageLayout layout({{100, 200}, {200, 100}});
    QCOMPARE(layout.scaleForWidth(424), 2.0);
    QCOMPARE(layout.scaleForPage(0, QSizeF(1000, 424)), 2.0);
    QCOMPARE(layout.scaleForPage(1, QSizeF(424, 1000)), 2.0);
}

void TestPageLayout::findsPages()
{
    PageLayout layout({{100, 100}, {100, 100}, {100, 100}});
    layout.arrange(1, 0);
    QCOMPARE(layout.pageAt(-50), 0);
    QCOMPARE(layout.pageAt(130), 1);
    QCOMPARE(layout.pageAt(5000), 2);
    QCOMPARE(layout.pagesBetween(50, 130), (std::vector<int>{0, 1}));
}

void TestPageLayout::nothingOpen()
{
    PageLayout layout;
    layout.arrange(1, 100);
    QCOMPARE(layout.pageAt(3), -1);
    QVERIFY(layout.pagesBetween(0, 100).empty());
}

void TestPageLayout::highlightsComeFromCitations()
{
    const auto value = [](const QString &name, std::vector<domain::Citation> citations) {
        domain::ResultNode node;
        node.name = name;
        node.value = "x";
        node.evidence = domain::Evidence{std::move(citations), 0.5, {}, {}, {}};
        return node;
    };
    domain::ResultNode tags;
    tags.kind = domain::ResultNode::Kind::List;
    tags.name = u"tags"_s;
    tags.children = {value({}, {{1, u"t"_s, {QRectF(50, 50, 10, 10)}, {}}})};
    domain::ResultNode root;
    root.kind = domain::ResultNode::Kind::Object;
    root.children = {value(u"a/b"_s, {{1, u"x"_s, {QRectF(10, 20, 30, 10)}, QSizeF(100, 100)}, {2, u"x"_s, {}, {}}}),
                     value(u"offTheDocument"_s, {{9, u"x"_s, {QRectF(1, 1, 5, 5)}, {}}}), tags,
                     value(u"nowhere"_s, {})};
    const auto found = highlightsOf(root, {{200, 200}, {200, 200}});
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0].path, u"/a~1b"_s);
    QCOMPARE(found[0].label, u"a/b"_s);
    QCOMPARE(found[0].rects.front(), QRectF(0.1, 0.2, 0.3, 0.1));
    QCOMPARE(found[0].level, domain::ConfidenceLevel::Low);
    // Without page dimensions the boxes count in points of the page that is shown.
    QCOMPARE(found[1].label, u"tags 1"_s);
    QCOMPARE(found[1].rects.front(), QRectF(0.25, 0.25, 0.05, 0.05));
    QCOMPARE(countWithoutEvidence(root), 1);
}

QTEST_GUILESS_MAIN(TestPageLayout)
#include "tst_pagelayout.moc"
