// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers.h"

#include <QFile>
#include <QLibrary>
#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

const auto sample = QStringLiteral(XS_SOURCE_DIR "/tests/samples/plain.pdf");

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
    void firstPdfLoadsThem();
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

void TestReaders::firstPdfLoadsThem()
{
    const auto pages = document::openDocument(sample);
    QVERIFY2(pages, qPrintable(pages ? QString() : pages.error().detail));
    QVERIFY(!(*pages)->words(0).empty());
    QVERIFY(isLoaded("libpoppler"));
    QVERIFY(document::makePictureReader());
}

void TestReaders::otherVersionsAreRefused()
{
    QLibrary module(QCoreApplication::applicationDirPath() + u"/../lib/extract-studio/readers.so"_s);
    using Entry = const document::Readers *(*)(const char *version);
    const auto entry = reinterpret_cast<Entry>(module.resolve("extractStudioReaders"));
    QVERIFY2(entry, qPrintable(module.errorString()));
    QVERIFY(entry(XS_VERSION));
    QVERIFY(!entry("0.0.1"));
}

QTEST_GUILESS_MAIN(TestReaders)
#include "tst_readers.moc"
