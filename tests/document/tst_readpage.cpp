// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/lettersense.h"
#include "document/readers.h"
#include "document/readpage.h"

#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

/// White paper with three lines of print.
QImage printedPaper(const QStringList &lines)
{
    QImage paper(900, 500, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    auto font = painter.font();
    font.setFamily(u"DejaVu Sans"_s);
    font.setPixelSize(36);
    painter.setFont(font);
    for (int i = 0; i < lines.size(); ++i)
        painter.drawText(60, 100 + 90 * i, lines[i]);
    return paper;
}

const QStringList receipt{u"Green Garden Market"_s, u"Invoice number 48213"_s, u"Total amount 73.50"_s};

QString textOf(const std::vector<document::Word> &words)
{
    QStringList texts;
    for (const auto &word : words)
        texts << word.text;
    return texts.join(u' ');
}

} // namespace

class TestReadPage : public QObject
{
    Q_OBJECT

private slots:
    void picturesAreRead();
    void contentTellsTheFormat_data();
    void contentTellsTheFormat();
    void turnedPicturesAreRead_data();
    void turnedPicturesAreRead();
    void usableTextIsTold();
    void lettersInTheWrongPlaceAreTold();
    void garbledTextIsRecognised();
    void emptyPaperHasNoWords();

private:
    QTemporaryDir m_folder;
};

void TestReadPage::contentTellsTheFormat_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const auto *format : {"png", "jpeg", "bmp", "webp"})
        QTest::newRow(format) << QByteArray(format);
}

/// Whatever the name says.
void TestReadPage::contentTellsTheFormat()
{
    QFETCH(QByteArray, format);
    QImage picture(20, 10, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (const auto &name : {u"wrong.png"_s, u"wrong.jpg"_s, u"wrong.gif"_s}) {
        const auto path = m_folder.filePath(name);
        QVERIFY(picture.save(path, format.constData()));
        const auto source = document::openDocument(path);
        QVERIFY(source);
        QCOMPARE((*source)->render(0, 20).size(), picture.size());
    }
}

void TestReadPage::picturesAreRead()
{
    const auto paper = printedPaper(receipt);
    const auto path = m_folder.filePath(u"paper.png"_s);
    QVERIFY(paper.save(path));
    const auto source = document::openDocument(path);
    QVERIFY(source);
    document::PageReader reader(**source);
    const auto words = reader.read(0).words;
    QCOMPARE(textOf(words), receipt.join(u' '));
    // Boxes hug the ink: the first word begins where the first dark pixel is, within three pixels.
    const auto left = words.front().box.left() * paper.width(), top = words.front().box.top() * paper.height();
    QVERIFY2(qAbs(left - 62) < 6, qPrintable(QString::number(left)));
    QVERIFY2(top > 60 && top < 90, qPrintable(QString::number(top)));
    for (const auto &word : words)
        QVERIFY(word.confidence > 0.5 && word.confidence <= 1);
}

void TestReadPage::turnedPicturesAreRead_data()
{
    QTest::addColumn<double>("degrees");
    QTest::newRow("leaning") << 3.0;
    QTest::newRow("upside down") << 180.0;
    QTest::newRow("on its side") << 90.0;
}

void TestReadPage::turnedPicturesAreRead()
{
    QFETCH(double, degrees);
    QImage turned(printedPaper(receipt).transformed(QTransform().rotate(degrees), Qt::SmoothTransformation));
    QImage paper(turned.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, turned);
    const auto recogniser = document::makePictureReader();
    QVERIFY(recogniser && recogniser->isReady());
    const auto words = recogniser->read(paper);
    QVERIFY2(textOf(words).contains(u"48213"_s), qPrintable(textOf(words)));
    QVERIFY2(textOf(words).contains(u"73.50"_s), qPrintable(textOf(words)));
    // The number's box holds its ink in the picture as it was given.
    for (const auto &word : words) {
        if (word.text != "48213"_L1)
            continue;
        const QRect box(int(word.box.x() * paper.width()), int(word.box.y() * paper.height()),
                        int(word.box.width() * paper.width()), int(word.box.height() * paper.height()));
        int dark = 0;
        for (int y = box.top(); y <= box.bottom(); ++y)
            for (int x = box.left(); x <= box.right(); ++x)
                dark += qGray(paper.pixel(x, y)) < 128;
        QVERIFY2(dark > 0.08 * box.width() * box.height(), qPrintable(QString::number(dark)));
    }
}

void TestReadPage::usableTextIsTold()
{
    const auto word = [](const QString &text) { return document::Word{text, {0, 0, 0.1, 0.1}, true, 1}; };
    QVERIFY(document::isUsable({word(u"Invoice"_s)}));
    QVERIFY(!document::isUsable({}));
    QVERIFY(!document::isUsable({word(QString(6, QChar(0xfffd)))}));
    QVERIFY(!document::isUsable({word(QString(6, QChar(0xe001)))}));
    QVERIFY(!document::isUsable({word(u"---"_s)}));
}

namespace {

std::vector<document::Word> wordsOf(const QString &text, int shift)
{
    std::vector<document::Word> words;
    for (auto word : text.split(u' ')) {
        for (auto &c : word)
            c = QChar(c.unicode() - shift);
        words.push_back({word, {0, 0, 0.1, 0.1}, true, 1});
    }
    return words;
}

/// A page whose fonts name each glyph by its place in the font.
class GarbledPage : public document::PageSource
{
public:
    int pageCount() const override { return 1; }
    domain::PageSize pageSize(int) const override { return {595, 842}; }
    std::vector<document::Word> words(int) const override { return wordsOf(receipt.join(u' ').repeated(3), 29); }
    QImage render(int, int, const domain::PageRect &) const override
    {
        return isPaper ? printedPaper(receipt) : QImage();
    }
    bool isPaper = true;
};

} // namespace

void TestReadPage::lettersInTheWrongPlaceAreTold()
{
    const auto english = u"The invoice is payable within thirty days after delivery of the goods"_s;
    QVERIFY(!document::isLikelyGarbled(wordsOf(english, 0)));
    QVERIFY(!document::isLikelyGarbled(wordsOf(english.toUpper(), 0)));
    QVERIFY(!document::isLikelyGarbled(wordsOf(u"Zahlbar innerhalb von dreißig Tagen ab Lieferung der Ware"_s, 0)));
    QVERIFY(document::isLikelyGarbled(wordsOf(english, 29)));
    // Few letters say nothing, and other alphabets have other frequencies.
    QVERIFY(!document::isLikelyGarbled(wordsOf(u"The invoice"_s, 29)));
    QVERIFY(
        !document::letterSense(wordsOf(u"Счёт подлежит оплате в течение тридцати дней после поставки товара"_s, 0)));
}

void TestReadPage::garbledTextIsRecognised()
{
    GarbledPage page;
    QVERIFY(document::isLikelyGarbled(page.words(0)));
    QVERIFY2(textOf(document::PageReader(page).read(0).words).contains(u"48213"_s), "the paper is read");
    // Where nothing better is read the text layer stays.
    page.isPaper = false;
    QCOMPARE(document::PageReader(page).read(0).words, page.words(0));
}

void TestReadPage::emptyPaperHasNoWords()
{
    const auto recogniser = document::makePictureReader();
    QImage paper(300, 300, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QVERIFY(recogniser->read(paper).empty());
    QVERIFY(recogniser->read(QImage()).empty());
    QVERIFY(recogniser->read(QImage(2, 2, QImage::Format_RGB32)).empty());
}

QTEST_MAIN(TestReadPage)
#include "tst_readpage.moc"
