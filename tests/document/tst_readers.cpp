// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers.h"

#include <QFile>
#include <QImage>
#include <QLibrary>
#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

const auto sample = QStringLiteral(XS_SOURCE_DIR "/tests/samples/plain.pdf");
const auto receipt = QStringLiteral(XS_SOURCE_DIR "/resources/samples/receipt.png");

/// Whether this process has loaded a library of that name.
bool isLoaded(const QByteArray &library)
{
    QFile maps(u"/proc/self/maps"_s);
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains('/' + library);
}

} // namespace

/// In this order: what is loaded stays loaded.
class TestReaders : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLoadedAtTheStart();
    void textsNeedNone();
    void printNeedsTheNetsAlone();
    void firstPdfLoadsPoppler();
    void firstPackLoadsTesseract();
    void otherVersionsAreRefused_data();
    void otherVersionsAreRefused();
};

void TestReaders::nothingIsLoadedAtTheStart()
{
    QVERIFY2(isLoaded("libQt6Core.so"), "the list of libraries was not understood");
    for (const auto *library : {"libpoppler", "libtesseract", "liblept", "libtiff"})
        QVERIFY2(!isLoaded(library), library);
}

void TestReaders::textsNeedNone()
{
    QVERIFY(document::openDocument(QStringLiteral(XS_SOURCE_DIR "/README.md")));
    QVERIFY(!isLoaded("libpoppler"));
}

void TestReaders::printNeedsTheNetsAlone()
{
    const auto recogniser = document::makePictureReader();
    QVERIFY(recogniser);
    QVERIFY(!recogniser->read(QImage(receipt)).empty());
    QVERIFY(isLoaded("liblept"));
    QVERIFY(!isLoaded("libtesseract"));
    QVERIFY(!isLoaded("libpoppler"));
}

void TestReaders::firstPdfLoadsPoppler()
{
    const auto pages = document::openDocument(sample);
    QVERIFY2(pages, qPrintable(pages ? QString() : pages.error().detail));
    QVERIFY(!(*pages)->words(0).empty());
    QVERIFY(isLoaded("libpoppler"));
    QVERIFY(!isLoaded("libtesseract"));
}

void TestReaders::firstPackLoadsTesseract()
{
    document::makePictureReader()->prepare();
    QVERIFY(isLoaded("libtesseract"));
}

void TestReaders::otherVersionsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("PDF") << u"pdf"_s << QByteArray("extractStudioPdf");
    QTest::newRow("pictures") << u"readers"_s << QByteArray("extractStudioReaders");
    QTest::newRow("language packs") << u"packs"_s << QByteArray("extractStudioPacks");
}

void TestReaders::otherVersionsAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, entry);
    QLibrary module(QCoreApplication::applicationDirPath() + u"/../lib/extract-studio/%1.so"_s.arg(name));
    const auto offer = reinterpret_cast<const void *(*)(const char *version)>(module.resolve(entry.constData()));
    QVERIFY2(offer, qPrintable(module.errorString()));
    QVERIFY(offer(XS_VERSION));
    QVERIFY(!offer("0.0.1"));
}

QTEST_GUILESS_MAIN(TestReaders)
#include "tst_readers.moc"
