// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/labelbeside.h"

#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

/// A page of lines: each word is 0.01 wide for each letter, with blanks of one letter; "|" goes on at the next column.
std::vector<document::Word> page(const QStringList &lines)
{
    std::vector<document::Word> words;
    for (qsizetype row = 0; row < lines.size(); ++row) {
        double x = 0.1;
        int column = 0;
        for (const auto &word : lines[row].split(u' ', Qt::SkipEmptyParts)) {
            if (word == "|"_L1) {
                x = 0.1 + 0.25 * ++column;
                continue;
            }
            words.push_back({word, QRectF(x, 0.1 + 0.03 * static_cast<double>(row),
                                          0.01 * static_cast<double>(word.size()), 0.015)});
            x += 0.01 * static_cast<double>(word.size() + 1);
        }
    }
    return words;
}

} // namespace

class TestLabelBeside : public QObject
{
    Q_OBJECT

private slots:
    void findsTheLabel_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("label");
        QTest::newRow("left") << QStringList{u"Invoice no. | INV-7"_s} << u"INV-7"_s << u"Invoice no."_s;
        QTest::newRow("colon") << QStringList{u"Total due: 12.50"_s} << u"12.50"_s << u"Total due"_s;
        QTest::newRow("above") << QStringList{u"Date | Order | Total"_s, u"1.2.26 | A-3 | 12.50"_s} << u"12.50"_s
                               << u"Total"_s;
        QTest::newRow("not the number at the left")
            << QStringList{u"Qty | Price"_s, u"3 | 4.10"_s} << u"4.10"_s << u"Price"_s;
        QTest::newRow("nearest phrase") << QStringList{u"Page 1 | Due date | 3.4.26"_s} << u"3.4.26"_s << u"Due date"_s;
        QTest::newRow("nothing") << QStringList{u"alone"_s} << u"alone"_s << QString();
    }

    void findsTheLabel()
    {
        QFETCH(QStringList, lines);
        QFETCH(QString, value);
        QFETCH(QString, label);
        const auto words = page(lines);
        const auto found = std::ranges::find(words, value, &document::Word::text);
        QVERIFY(found != words.end());
        QCOMPARE(document::labelBeside(words, found->box), label);
    }
};

QTEST_APPLESS_MAIN(TestLabelBeside)
#include "tst_labelbeside.moc"
