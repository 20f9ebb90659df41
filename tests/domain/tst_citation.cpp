// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/citation.h"
#include "domain/confidence.h"

#include <QTest>

using namespace xs::domain;

class TestCitation : public QObject
{
    Q_OBJECT

private slots:
    void scalesWithThePageAsTheServerMeasuredIt()
    {
        Citation citation;
        citation.boxes = {{100, 50, 200, 25}};
        citation.pageSize = PageSize(400, 500);
        QCOMPARE(rectsOnPage(citation, {800, 1000}), std::vector{PageRect(0.25, 0.1, 0.5, 0.05)});
    }

    void takesTheShownPageWhenTheServerSaysNothing()
    {
        Citation citation;
        citation.boxes = {{100, 50, 200, 25}};
        QCOMPARE(rectsOnPage(citation, {800, 1000}), std::vector{PageRect(0.125, 0.05, 0.25, 0.025)});
        QVERIFY(rectsOnPage(citation, {0, 0}).empty());
    }

    void takesSmallValuesAsRatios()
    {
        Citation citation;
        citation.boxes = {{0.25, 0.5, 0.5, 0.125}};
        citation.pageSize = PageSize(400, 500);
        QCOMPARE(rectsOnPage(citation, {800, 1000}), std::vector{PageRect(0.25, 0.5, 0.5, 0.125)});
    }

    void clampsToThePageAndDropsWhatIsEmpty()
    {
        Citation citation;
        citation.boxes = {{-100, 50, 200, 25}, {10, 10, 0, 5}, {10, 10, 5, -5}, {900, 900, 50, 50}};
        citation.pageSize = PageSize(400, 500);
        QCOMPARE(rectsOnPage(citation, {}), std::vector{PageRect(0, 0.1, 0.25, 0.05)});
    }

    void neverTakesAMissingScoreForCertain()
    {
        QCOMPARE(confidenceLevel({}), ConfidenceLevel::Unknown);
        QCOMPARE(confidenceLevel(0.9), ConfidenceLevel::Certain);
        QCOMPARE(confidenceLevel(0.899), ConfidenceLevel::Check);
        QCOMPARE(confidenceLevel(0.6), ConfidenceLevel::Check);
        QCOMPARE(confidenceLevel(0.599), ConfidenceLevel::Low);
        QCOMPARE(confidenceLevel(0.7, {0.7, 0.5}), ConfidenceLevel::Certain);
    }
};

QTEST_GUILESS_MAIN(TestCitation)
#include "tst_citation.moc"
