// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/rulefinder.h"

#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

const QSizeF page(300, 200);

/// A page of one pixel a point on which lines are drawn.
class Paper
{
public:
    Paper() : m_image(page.toSize(), QImage::Format_RGB32)
    {
        m_image.fill(Qt::white);
        m_painter.begin(&m_image);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(Qt::black, 0.5));
    }
    QPainter &painter() { return m_painter; }
    void line(double x1, double y1, double x2, double y2) { m_painter.drawLine(QPointF(x1, y1), QPointF(x2, y2)); }
    document::DrawnRules rules()
    {
        m_painter.end();
        return readers::findDrawnRules(m_image, page);
    }

private:
    QImage m_image;
    QPainter m_painter;
};

} // namespace

class TestDrawnRules : public QObject
{
    Q_OBJECT

private slots:
    void gridsHaveRulesBothWays();
    void areasAreNoRulesAndKeepNone();
    void shortStrokesAreNone();
    void nothingIsDrawnOnNothing();
};

void TestDrawnRules::gridsHaveRulesBothWays()
{
    Paper paper;
    for (const double x : {20.0, 120.0, 250.0})
        paper.line(x, 30, x, 150);
    for (const double y : {30.0, 90.0, 150.0})
        paper.line(20, y, 250, y);
    const auto rules = paper.rules();
    QCOMPARE(rules.upright.size(), 3U);
    QCOMPARE(rules.level.size(), 3U);
    const auto first = std::ranges::min_element(rules.upright, {}, &QRectF::left);
    QVERIFY(std::abs(first->center().x() - 20 / page.width()) < 0.01);
    QVERIFY(std::abs(first->top() - 30 / page.height()) < 0.02);
    QVERIFY(std::abs(first->bottom() - 150 / page.height()) < 0.02);
}

void TestDrawnRules::areasAreNoRulesAndKeepNone()
{
    Paper paper;
    paper.painter().fillRect(QRectF(20, 30, 230, 20), QColor(30, 60, 120));
    paper.line(120, 50, 120, 150);
    const auto rules = paper.rules();
    QCOMPARE(rules.upright.size(), 1U);
    QVERIFY(rules.upright.front().height() * page.height() > 80);
    QVERIFY(rules.level.empty());
}

void TestDrawnRules::shortStrokesAreNone()
{
    Paper paper;
    for (int i = 0; i < 20; ++i)
        paper.line(20 + 5 * i, 40, 20 + 5 * i, 49);
    const auto rules = paper.rules();
    QVERIFY(rules.upright.empty() && rules.level.empty());
}

void TestDrawnRules::nothingIsDrawnOnNothing()
{
    QVERIFY(readers::findDrawnRules({}, page).upright.empty());
    QVERIFY(Paper().rules().level.empty());
}

QTEST_GUILESS_MAIN(TestDrawnRules)
#include "tst_drawnrules.moc"
