// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/bestlines.h"

#include <QTest>

using namespace xs::readers;
using xs::document::Word;
using namespace Qt::StringLiterals;

namespace {

Word word(const QString &text, double x, double y, double confidence)
{
    return {text, {x, y, 0.02 * double(text.size()), 0.02}, true, confidence};
}

QString joined(const std::vector<Word> &words)
{
    QStringList texts;
    for (const auto &word : words)
        texts << word.text;
    return texts.join(u' ');
}

} // namespace

class TestBestLines : public QObject
{
    Q_OBJECT

private slots:
    void everyLineIsTheSurestReading();
    void missingWordsCostMoreThanDoubt();
    void noReadingGivesNoWords();
};

void TestBestLines::everyLineIsTheSurestReading()
{
    const std::vector<Word> one{word(u"TEA"_s, 0.1, 0.1, 0.9), word(u"H0USE"_s, 0.2, 0.101, 0.5),
                                word(u"Total"_s, 0.1, 0.2, 0.9), word(u"4.20"_s, 0.6, 0.2, 0.9)};
    const std::vector<Word> other{word(u"TEA"_s, 0.1, 0.102, 0.9), word(u"HOUSE"_s, 0.2, 0.1, 0.8),
                                  word(u"Total"_s, 0.1, 0.2, 0.8), word(u"A.20"_s, 0.6, 0.2, 0.4)};
    QCOMPARE(joined(bestLines({one, other})), u"TEA HOUSE Total 4.20"_s);
}

void TestBestLines::missingWordsCostMoreThanDoubt()
{
    const std::vector<Word> one{word(u"Total"_s, 0.1, 0.2, 0.8), word(u"4.20"_s, 0.6, 0.2, 0.7)};
    const std::vector<Word> other{word(u"Total"_s, 0.1, 0.2, 0.9)};
    QCOMPARE(joined(bestLines({one, other})), u"Total 4.20"_s);
}

void TestBestLines::noReadingGivesNoWords()
{
    QVERIFY(bestLines({}).empty());
    QVERIFY(bestLines({{}, {word(u"alone"_s, 0.1, 0.1, 0.9)}}).empty());
}

QTEST_GUILESS_MAIN(TestBestLines)
#include "tst_bestlines.moc"
