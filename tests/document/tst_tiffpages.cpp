// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pagesource.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

struct TiffPage
{
    quint32 width;
    quint32 height;
    quint32 dotsPerInch;
    char grey;
    quint16 orientation = 1;
};

template <typename T>
void put(QByteArray &file, T value)
{
    const auto little = qToLittleEndian(value);
    file.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// A TIFF of grey pages in one strip each, by hand, so that the test decides what it says.
QByteArray makeTiff(const std::vector<TiffPage> &pages)
{
    QByteArray file("II*\0", 4);
    auto link = file.size();
    put<quint32>(file, 0);
    for (const auto &page : pages) {
        const auto data = static_cast<quint32>(file.size());
        file.append(QByteArray(qsizetype(page.width) * page.height, page.grey));
        const auto resolution = static_cast<quint32>(file.size());
        put<quint32>(file, page.dotsPerInch);
        put<quint32>(file, 1);
        qToLittleEndian(static_cast<quint32>(file.size()), file.data() + link);
        const std::array<std::array<quint32, 3>, 13> entries{{{256, 4, page.width},
                                                              {257, 4, page.height},
                                                              {258, 3, 8},
                                                              {259, 3, 1},
                                                              {262, 3, 1},
                                                              {273, 4, data},
                                                              {274, 3, page.orientation},
                                                              {277, 3, 1},
                                                              {278, 4, page.height},
                                                              {279, 4, page.width * page.height},
                                                              {282, 5, resolution},
                                                              {283, 5, resolution},
                                                              {296, 3, 2}}};
        put<quint16>(file, entries.size());
        for (const auto &[tag, type, value] : entries) {
            put<quint16>(file, static_cast<quint16>(tag));
            put<quint16>(file, static_cast<quint16>(type));
            put<quint32>(file, 1);
            put<quint32>(file, value);
        }
        link = file.size();
        put<quint32>(file, 0);
    }
    return file;
}

} // namespace

class TestTiffPages : public QObject
{
    Q_OBJECT

private slots:
    void pagesHaveTheirOwnSizes();
    void partsFitTogether();
    void manyPagesOpen();
    void whatIsBrokenIsSaid();

private:
    QString write(const QByteArray &content);

    QTemporaryDir m_folder;
    int m_files = 0;
};

QString TestTiffPages::write(const QByteArray &content)
{
    QFile file(m_folder.filePath(u"%1.tif"_s.arg(++m_files)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("a test file cannot be written");
    return file.fileName();
}

void TestTiffPages::pagesHaveTheirOwnSizes()
{
    const auto source = document::openDocument(
        write(makeTiff({{850, 1100, 100, char(200)}, {600, 300, 300, char(40)}, {400, 200, 100, char(90), 6}})));
    QVERIFY(source);
    QCOMPARE((*source)->pageCount(), 3);
    QCOMPARE((*source)->pageSize(0), QSizeF(612, 792));
    QCOMPARE((*source)->pageSize(1), QSizeF(144, 72));
    // Orientation 6 stands on its side, and so does the picture.
    QCOMPARE((*source)->pageSize(2), QSizeF(144, 288));
    QCOMPARE((*source)->recognitionPicture(2, 0).size(), QSize(200, 400));
    const auto second = (*source)->render(1, 300);
    QCOMPARE(second.size(), QSize(300, 150));
    QVERIFY(qAbs(qGray(second.pixel(150, 70)) - 40) < 3);
    const auto first = (*source)->render(0, 85);
    QCOMPARE(first.size(), QSize(85, 110));
    QVERIFY(qAbs(qGray(first.pixel(40, 50)) - 200) < 3);
}

void TestTiffPages::partsFitTogether()
{
    // Half of it black: the edge stands where it belongs in every part, also in parts that begin within a pixel.
    auto content = makeTiff({{10, 10, 72, char(255)}});
    content.replace(8, 50, QByteArray(50, '\0'));
    const auto source = document::openDocument(write(content));
    QVERIFY(source);
    for (const auto top : {0.0, 0.33, 0.45}) {
        const auto part = (*source)->render(0, 400, {0, top, 1, 0.2});
        QCOMPARE(part.size(), QSize(400, 80));
        for (const auto y : {5, 40, 75}) {
            const auto place = top + y / 400.0;
            if (qAbs(place - 0.5) > 0.06)
                QCOMPARE(qGray(part.pixel(200, y)) < 128, place < 0.5);
        }
    }
}

void TestTiffPages::manyPagesOpen()
{
    std::vector<TiffPage> pages(1, {100, 100, 100, char(10)});
    for (int i = 0; i < 3000; ++i)
        pages.push_back({4, 4, 100, char(10)});
    const auto source = document::openDocument(write(makeTiff(pages)));
    QVERIFY(source);
    QCOMPARE((*source)->pageCount(), 3001);
    QVERIFY(qAbs(qGray((*source)->render(2999, 4).pixel(1, 1)) - 10) < 3);
}

void TestTiffPages::whatIsBrokenIsSaid()
{
    const auto whole = makeTiff({{100, 100, 100, char(10)}, {100, 100, 100, char(10)}});
    const auto cut = document::openDocument(write(whole.left(500)));
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, ErrorCode::DocumentBroken);
    const auto huge =
        document::openDocument(write(makeTiff({{1, 1, 100, 0}})
                                         .replace(QByteArray("\x00\x01\x04\x00\x01\x00\x00\x00\x01\x00\x00\x00", 12),
                                                  QByteArray("\x00\x01\x04\x00\x01\x00\x00\x00\xff\xff\xff\x0f", 12))));
    QVERIFY(!huge);
    QCOMPARE(huge.error().code, ErrorCode::DocumentTooLarge);
    // The second page's pixels are missing: the first is there, and the second is no picture.
    auto broken = whole;
    broken.truncate(4 + 4 + 10000 + 8 + 2 + 13 * 12 + 4 + 5000);
    const auto half = document::openDocument(write(broken));
    QVERIFY(half);
    QCOMPARE((*half)->pageCount(), 1);
    QVERIFY(!(*half)->render(0, 50).isNull());
}

QTEST_GUILESS_MAIN(TestTiffPages)
#include "tst_tiffpages.moc"
