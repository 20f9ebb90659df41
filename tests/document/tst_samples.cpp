// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/datafolder.h"
#include "base/json.h"
#include "document/pagesource.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

QString testSample(const QString &name)
{
    return QStringLiteral(XS_SOURCE_DIR "/tests/samples/") + name;
}

/// Letters and digits of all pages.
QString squeezed(const QString &text)
{
    QString result;
    for (const auto c : text) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

QString squeezedText(const document::PageSource &pages)
{
    QString result;
    for (int page = 0; page < pages.pageCount(); ++page) {
        for (const auto &word : pages.words(page))
            result += squeezed(word.text);
    }
    return result;
}

/// Text values; dates, numbers and choices are written differently on the page.
void collectTexts(const Json &value, QStringList &texts)
{
    if (value.is_structured()) {
        for (const auto &child : value)
            collectTexts(child, texts);
    } else if (value.is_string()) {
        texts += toQString(value);
    }
}

} // namespace

/// The documents of resources/samples and tests/samples, as scripts/make-samples draws them.
class TstSamples : public QObject
{
    Q_OBJECT

private slots:
    void badDocuments_data();
    void badDocuments();
    void turnedPages();
    void croppedPage();
    void pagesAsTheManifestSays();
    void expectedTextsAreOnThePages();

private:
    void compareFirstWord(const document::PageSource &pages, int page) const;
};

void TstSamples::badDocuments_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("truncated") << u"broken.pdf"_s << ErrorCode::DocumentBroken;
    QTest::newRow("needs a password") << u"encrypted.pdf"_s << ErrorCode::DocumentProtected;
    QTest::newRow("nothing in it") << u"empty.pdf"_s << ErrorCode::FileEmpty;
    QTest::newRow("a text") << u"notapdf.pdf"_s << ErrorCode::UnsupportedFileType;
    QTest::newRow("not there") << u"missing.pdf"_s << ErrorCode::FileMissing;
}

void TstSamples::badDocuments()
{
    QFETCH(QString, file);
    QFETCH(ErrorCode, code);
    const auto pages = document::openDocument(testSample(file));
    QVERIFY(!pages);
    QCOMPARE(errorCodeName(pages.error().code), errorCodeName(code));
    QCOMPARE(pages.error().place, testSample(file));
}

/// The word stands 72 points from the left, its base line 90 from the top, on the page as it is shown.
void TstSamples::compareFirstWord(const document::PageSource &pages, int page) const
{
    const auto words = pages.words(page);
    QVERIFY(words.size() >= 2);
    QCOMPARE(words[0].text, u"Number"_s);
    QCOMPARE(words[1].text, u"INV-42"_s);
    const auto size = pages.pageSize(page);
    QVERIFY(qAbs(words[0].box.left() * size.width() - 72) < 1);
    QVERIFY(words[0].box.top() * size.height() > 76);
    QVERIFY(words[0].box.top() * size.height() < 86);
    QVERIFY(words[0].box.bottom() * size.height() > 88);
    QVERIFY(words[0].box.bottom() * size.height() < 96);
}

void TstSamples::turnedPages()
{
    const auto pages = document::openDocument(testSample(u"rotated.pdf"_s));
    QVERIFY(pages.has_value());
    QCOMPARE((*pages)->pageCount(), 4);
    for (int page = 0; page < 4; ++page)
        compareFirstWord(**pages, page);
}

void TstSamples::croppedPage()
{
    const auto pages = document::openDocument(testSample(u"cropped.pdf"_s));
    QVERIFY(pages.has_value());
    QCOMPARE((*pages)->pageSize(0).toSize(), QSize(612 - 150, 792 - 140));
    compareFirstWord(**pages, 0);
}

void TstSamples::pagesAsTheManifestSays()
{
    const auto folder = dataFolder(u"samples"_s).value() + u'/';
    const auto manifest = readJsonFile(folder + u"manifest.json"_s);
    QVERIFY(manifest.has_value());
    for (const auto &entry : member(*manifest, "documents")) {
        const auto pages = document::openDocument(folder + *stringMember(entry, "file"));
        QVERIFY(pages.has_value());
        QCOMPARE((*pages)->pageCount(), int(*integerMember(entry, "pages")));
    }
}

void TstSamples::expectedTextsAreOnThePages()
{
    const auto folder = dataFolder(u"samples"_s).value() + u'/';
    for (const auto &name : {u"invoice"_s, u"statement"_s, u"manypages"_s}) {
        const auto pages = document::openDocument(folder + name + u".pdf"_s);
        QVERIFY(pages.has_value());
        const auto text = squeezedText(**pages);
        QStringList expected;
        collectTexts(readJsonFile(folder + name + u".expected.json"_s).value(), expected);
        QVERIFY(expected.size() > 5);
        for (const auto &value : expected) {
            if (!QDate::fromString(value, Qt::ISODate).isValid())
                QVERIFY2(text.contains(squeezed(value)), qPrintable(name + u": "_s + value));
        }
    }
}

QTEST_GUILESS_MAIN(TstSamples)
#include "tst_samples.moc"
