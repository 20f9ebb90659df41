// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/text.h"

#include <QTest>

#include <cmath>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF page(600, 800);
constexpr double middle = 300;

/// Words of a receipt in the order in which they are read, in points of level paper: names at the left, amounts far to
/// the right, lines 14 points apart.
std::vector<document::Word> receipt()
{
    std::vector<document::Word> words;
    for (int line = 0; line < 12; ++line) {
        const auto y = 100 + 14.0 * line;
        for (int k = 0; k < 3; ++k)
            words.push_back({u"goods%1"_s.arg(line), {60 + 50.0 * k, y, 44, 10}, true, 0.95});
        words.push_back({u"%1.50"_s.arg(line), {480, y, 30, 10}, true, 0.95});
    }
    return words;
}

QRectF inFractions(const QRectF &box, const QSizeF &size)
{
    return {box.x() / size.width(), box.y() / size.height(), box.width() / size.width(), box.height() / size.height()};
}

/// As a camera sees it that leans: every line sinks to the right, the lower ones more.
std::vector<document::Word> leaning()
{
    auto words = receipt();
    for (auto &word : words) {
        const auto slope = 0.1 + 0.0002 * word.box.center().y();
        word.box.translate(0, slope * (word.box.center().x() - middle));
        word.box.adjust(0, -slope * word.box.width() / 2, 0, slope * word.box.width() / 2);
        word.box = inFractions(word.box, page);
    }
    return words;
}

/// The level receipt on a page that was turned, so often clockwise, to be read.
std::vector<document::Word> turned(int quarterTurns)
{
    auto words = receipt();
    for (auto &word : words) {
        const auto box = word.box;
        if (quarterTurns == 1)
            word.box = {box.top(), 600 - box.right(), box.height(), box.width()};
        else if (quarterTurns == 2)
            word.box = {600 - box.right(), 800 - box.bottom(), box.width(), box.height()};
        else
            word.box = {800 - box.bottom(), box.left(), box.height(), box.width()};
        word.box = inFractions(word.box, quarterTurns == 2 ? page : page.transposed());
    }
    return words;
}

engine::Text textOf(const std::vector<document::Word> &words, const QSizeF &size)
{
    engine::Text text;
    engine::appendPage(text, 1, size, words);
    return text;
}

double farthestApart(const QRectF &a, const QRectF &b)
{
    return std::max({std::abs(a.left() - b.left()), std::abs(a.right() - b.right()), std::abs(a.top() - b.top()),
                     std::abs(a.bottom() - b.bottom())});
}

QStringList linesOf(const engine::Text &text)
{
    QStringList lines;
    for (const auto &line : text.lines)
        lines << text.textOf(line.tokens);
    return lines;
}

/// Where the words of these lines stand on the page as it is shown.
bool liesAsGiven(const engine::Text &text, const std::vector<document::Word> &words, const QSizeF &size)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QRectF given(words[i].box.x() * size.width(), words[i].box.y() * size.height(),
                           words[i].box.width() * size.width(), words[i].box.height() * size.height());
        if (farthestApart(text.placeOf(text.tokens[i]), given) > 0.5)
            return false;
    }
    return text.tokens.size() == words.size();
}

} // namespace

class TestLevelling : public QObject
{
    Q_OBJECT

private slots:
    void leaningLinesAreBroughtLevel();
    void turnedPagesStandUpright_data();
    void turnedPagesStandUpright();
    void levelPagesStayAsTheyAre();
};

void TestLevelling::leaningLinesAreBroughtLevel()
{
    const auto words = leaning();
    const auto text = textOf(words, page);
    QCOMPARE(linesOf(text).size(), 12);
    QCOMPARE(linesOf(text)[3], u"goods3 goods3 goods3 3.50"_s);
    QCOMPARE_LT(std::abs(text.tokens[0].box.height() - 10), 0.5);
    QVERIFY(liesAsGiven(text, words, page));
}

void TestLevelling::turnedPagesStandUpright_data()
{
    QTest::addColumn<int>("quarterTurns");
    for (const int turns : {1, 2, 3})
        QTest::addRow("%d", turns) << turns;
}

void TestLevelling::turnedPagesStandUpright()
{
    QFETCH(int, quarterTurns);
    const auto size = quarterTurns == 2 ? page : page.transposed();
    const auto words = turned(quarterTurns);
    const auto text = textOf(words, size);
    QCOMPARE(linesOf(text).size(), 12);
    QCOMPARE(linesOf(text)[11], u"goods11 goods11 goods11 11.50"_s);
    QCOMPARE(text.pages[0].size, page);
    QCOMPARE(text.pages[0].levelling.pageSize(), size);
    QVERIFY(liesAsGiven(text, words, size));
}

void TestLevelling::levelPagesStayAsTheyAre()
{
    auto words = receipt();
    for (auto &word : words)
        word.box = inFractions(word.box, page);
    QVERIFY(textOf(words, page).pages[0].levelling.isLevel());
    // A text layer says itself where its lines are.
    auto printed = leaning();
    for (auto &word : printed)
        word.confidence = 1;
    QVERIFY(textOf(printed, page).pages[0].levelling.isLevel());
}

QTEST_APPLESS_MAIN(TestLevelling)
#include "tst_levelling.moc"
