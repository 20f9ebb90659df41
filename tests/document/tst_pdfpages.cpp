// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/limitedpainter.h"
#include "document/pagesource.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace xs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A PDF of one page, 400 × 200 points, that says "Hello" at (100, 120) from the bottom left, with entries of its own
/// in the page's dictionary.
QByteArray pdfWith(const QByteArray &pageEntries)
{
    const QByteArray content = "BT /F1 24 Tf 100 120 Td (Hello) Tj ET";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] " + pageEntries +
            " /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    };
    QByteArray pdf = "%PDF-1.4\n";
    QList<qsizetype> offsets;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        offsets << pdf.size();
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto table = pdf.size();
    pdf += "xref\n0 6\n0000000000 65535 f \n";
    for (const auto offset : offsets)
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    pdf += "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    return pdf;
}

/// Where the page's picture is dark, in fractions.
QRectF inkOf(const QImage &picture)
{
    QRect ink;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (qGray(picture.pixel(x, y)) < 128)
                ink |= QRect(x, y, 1, 1);
    return {double(ink.x()) / picture.width(), double(ink.y()) / picture.height(),
            double(ink.width()) / picture.width(), double(ink.height()) / picture.height()};
}

} // namespace

class TestPdfPages : public QObject
{
    Q_OBJECT

private slots:
    void wordsLieOnTheirInk_data();
    void wordsLieOnTheirInk();
    void partsArePaintedInPlace();
    void aPaintingMayBeGivenUp();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void missingFileIsRefused();

private:
    QString write(const QByteArray &bytes)
    {
        const auto path = m_folder.filePath(u"document.pdf"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return path;
    }

    QTemporaryDir m_folder;
};

void TestPdfPages::wordsLieOnTheirInk_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("plain") << QByteArray() << QSizeF(400, 200);
    QTest::newRow("rotated by 90") << QByteArray("/Rotate 90") << QSizeF(200, 400);
    QTest::newRow("rotated by 180") << QByteArray("/Rotate 180") << QSizeF(400, 200);
    QTest::newRow("rotated by 270") << QByteArray("/Rotate 270") << QSizeF(200, 400);
    QTest::newRow("cropped") << QByteArray("/CropBox [60 80 260 180]") << QSizeF(200, 100);
    QTest::newRow("cropped and rotated") << QByteArray("/CropBox [60 80 260 180] /Rotate 90") << QSizeF(100, 200);
    QTest::newRow("origin elsewhere") << QByteArray("/CropBox [-20 -20 400 200]") << QSizeF(400, 200);
}

void TestPdfPages::wordsLieOnTheirInk()
{
    QFETCH(QByteArray, entries);
    QFETCH(QSizeF, size);
    const auto source = document::openDocument(write(pdfWith(entries)));
    QVERIFY(source);
    QCOMPARE((*source)->pageCount(), 1);
    QCOMPARE((*source)->pageSize(0), size);
    const auto words = (*source)->words(0);
    QCOMPARE(words.size(), 1U);
    QCOMPARE(words[0].text, u"Hello"_s);
    const auto picture = (*source)->render(0, 800);
    QCOMPARE(picture.width(), 800);
    const auto ink = inkOf(picture);
    QVERIFY2(ink.width() > 0, "nothing was painted");
    const auto box = words[0].box;
    const QRectF around = box.adjusted(-0.01, -0.01, 0.01, 0.01);
    QVERIFY2(around.contains(ink),
             qPrintable(u"ink %1 %2 %3 %4"_s.arg(ink.x()).arg(ink.y()).arg(ink.width()).arg(ink.height())));
    QVERIFY(ink.width() * ink.height() > 0.4 * box.width() * box.height());
}

void TestPdfPages::partsArePaintedInPlace()
{
    const auto source = document::openDocument(write(pdfWith("/Rotate 90")));
    QVERIFY(source);
    const auto box = (*source)->words(0).at(0).box;
    const auto whole = (*source)->render(0, 1000);
    const auto part = (*source)->render(0, 1000, box);
    const QRect place(int(box.x() * whole.width()), int(box.y() * whole.height()), part.width(), part.height());
    QCOMPARE(part.convertToFormat(QImage::Format_RGB32), whole.copy(place).convertToFormat(QImage::Format_RGB32));
}

/// The time is looked at while the page is painted: no time at all gives no picture, and enough gives the whole.
void TestPdfPages::aPaintingMayBeGivenUp()
{
    const auto source = document::openDocument(QStringLiteral(XS_SOURCE_DIR "/resources/samples/invoice.pdf"));
    QVERIFY(source);
    const auto *painter = dynamic_cast<const document::LimitedPainter *>(source->get());
    QVERIFY(painter);
    QVERIFY(painter->renderWithin(0ms, 0, 600).isNull());
    QCOMPARE(painter->renderWithin(1h, 0, 600), (*source)->render(0, 600));
}

void TestPdfPages::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::FileEmpty;
    QTest::newRow("text") << QByteArray("Dear customer") << ErrorCode::UnsupportedFileType;
    QTest::newRow("only a header") << QByteArray("%PDF-1.7\n") << ErrorCode::DocumentBroken;
    QTest::newRow("cut in half") << pdfWith({}).left(150) << ErrorCode::DocumentBroken;
    // An encryption dictionary whose key nobody has.
    auto locked = pdfWith({});
    locked.replace("/Root 1 0 R",
                   "/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt "
                   "<< /Filter /Standard "
                   "/V 1 /R 2 /P -4 /O <0011223344556677889900112233445566778899001122334455667788990011> "
                   "/U <1111223344556677889900112233445566778899001122334455667788990011> >>");
    QTest::newRow("encrypted") << locked << ErrorCode::DocumentProtected;
}

void TestPdfPages::badFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const auto path = write(bytes);
    const auto source = document::openDocument(path);
    QVERIFY(!source);
    QCOMPARE(source.error().code, code);
    QCOMPARE(source.error().place, path);
}

void TestPdfPages::missingFileIsRefused()
{
    const auto source = document::openDocument(m_folder.filePath(u"nowhere.pdf"_s));
    QVERIFY(!source);
    QCOMPARE(source.error().code, ErrorCode::FileMissing);
}

QTEST_MAIN(TestPdfPages)
#include "tst_pdfpages.moc"
