// SPDX-License-Identifier: GPL-3.0-or-later
// Which of both ways reads a picture. The packs are a folder of the test's own, in which the pack of English stands
// under the names of two languages: its letters are more than those that the nets know.
#include "readers/textrecogniser.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace xs::readers;
using namespace Qt::StringLiterals;

namespace {

const auto price = u"Preis 48 € oder 52 €"_s;

QImage paperWith(const QStringList &lines)
{
    QImage paper(900, 600, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    auto font = painter.font();
    font.setFamily(u"DejaVu Sans"_s);
    font.setPixelSize(32);
    painter.setFont(font);
    for (int i = 0; i < lines.size(); ++i)
        painter.drawText(QPoint(60, 80 + 70 * i), lines[i]);
    return paper;
}

QString read(TextRecogniser &recogniser, const QStringList &lines)
{
    QStringList texts;
    for (const auto &word : recogniser.read(paperWith(lines)))
        texts << word.text;
    return texts.join(u' ');
}

/// The pack of English that is installed; empty where there is none.
QString installedPack()
{
    for (const auto &folder :
         {qEnvironmentVariable("TESSDATA_PREFIX"), u"/usr/share/tesseract-ocr/5/tessdata"_s, u"/usr/share/tessdata"_s})
        if (const auto path = folder + u"/eng.traineddata"_s; !folder.isEmpty() && QFile::exists(path))
            return path;
    return {};
}

} // namespace

class TestTextRecogniser : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void englishIsReadByTheNets();
    void otherLanguagesAreReadByTesseract();
    void optionsMayComeLater();
    void wordsTellTheLanguage();
    void languagesWithoutPackChangeNothing();
    void printIsReadWithoutAnyPack();

private:
    QTemporaryDir m_packs;
};

void TestTextRecogniser::initTestCase()
{
    const auto pack = installedPack();
    QVERIFY(!pack.isEmpty());
    for (const auto *name : {"eng", "deu"})
        QVERIFY(QFile::link(pack, m_packs.filePath(QLatin1StringView(name) + u".traineddata"_s)));
    qputenv("TESSDATA_PREFIX", QFile::encodeName(m_packs.path()));
    QCOMPARE(TextRecogniser::installedLanguages(), QStringList({u"eng"_s, u"deu"_s}));
}

void TestTextRecogniser::englishIsReadByTheNets()
{
    for (const auto &options : {RecognitionOptions(), RecognitionOptions{{u"eng"_s}}}) {
        TextRecogniser recogniser(options);
        const auto text = read(recogniser, {u"Corner Market"_s, price, u"Total amount 73.90"_s});
        QVERIFY2(text.contains(u"Total amount 73.90"_s) && !text.contains(u'€'), qPrintable(text));
    }
}

void TestTextRecogniser::otherLanguagesAreReadByTesseract()
{
    for (const auto &languages : {QStringList{u"deu"_s}, QStringList{u"deu"_s, u"eng"_s}}) {
        TextRecogniser recogniser({languages});
        QVERIFY(recogniser.isReady());
        const auto text = read(recogniser, {price});
        QVERIFY2(text.contains(price), qPrintable(text));
    }
}

void TestTextRecogniser::optionsMayComeLater()
{
    TextRecogniser recogniser;
    recogniser.prepare();
    recogniser.setOptions({{u"deu"_s}});
    const auto text = read(recogniser, {price});
    QVERIFY2(text.contains(price), qPrintable(text));
    recogniser.setOptions({{u"eng"_s}});
    QVERIFY(!read(recogniser, {u"Corner Market"_s, price, u"Total amount 73.90"_s}).contains(u'€'));
}

void TestTextRecogniser::wordsTellTheLanguage()
{
    TextRecogniser recogniser;
    const auto text = read(recogniser, {u"Die Ware ist und bleibt bis zur"_s, u"Zahlung mit der Rechnung und"_s,
                                        u"nicht ohne die Summe von uns auf"_s, price});
    QVERIFY2(text.contains(price), qPrintable(text));
}

void TestTextRecogniser::languagesWithoutPackChangeNothing()
{
    TextRecogniser recogniser({{u"tlh"_s}});
    const auto text = read(recogniser, {u"Corner Market"_s, u"Total amount 73.90"_s});
    QVERIFY2(text.contains(u"Total amount 73.90"_s), qPrintable(text));
}

void TestTextRecogniser::printIsReadWithoutAnyPack()
{
    const QTemporaryDir nothing;
    qputenv("TESSDATA_PREFIX", QFile::encodeName(nothing.path()));
    TextRecogniser recogniser;
    QVERIFY(recogniser.isReady());
    const auto text = read(recogniser, {u"Corner Market"_s, u"Total amount 73.90"_s, u"Green tea 12.50"_s});
    QVERIFY2(text.contains(u"Total amount 73.90"_s), qPrintable(text));
    QVERIFY(read(recogniser, {}).isEmpty());
    qputenv("TESSDATA_PREFIX", QFile::encodeName(m_packs.path()));
}

QTEST_MAIN(TestTextRecogniser)
#include "tst_textrecogniser.moc"
