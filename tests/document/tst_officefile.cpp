// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/filetype.h"
#include "document/pagesource.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

bool isThere(const QString &module)
{
    return QFile::exists(u"/usr/lib/libreoffice/program/"_s + module);
}

constexpr auto probe = R"(#!/usr/bin/env python3
import os, socket
def tried(call):
    try:
        call()
        return "allowed"
    except PermissionError:
        return "refused"
def local():
    socket.socket(socket.AF_UNIX).bind("own")
os.makedirs("out")
with open("out/sheet.csv", "w") as sheet:
    sheet.write("network " + tried(lambda: socket.socket(socket.AF_INET))
        + ",connect " + tried(lambda: socket.socket(socket.AF_UNIX).connect("own"))
        + ",local " + tried(local))
)";

constexpr auto twoSlides = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body><office:presentation>
 <draw:page draw:name="one"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="18cm" svg:height="3cm"><draw:text-box>
 <text:p>Order number 4711</text:p></draw:text-box></draw:frame></draw:page>
 <draw:page draw:name="two"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="18cm" svg:height="3cm"><draw:text-box>
 <text:p>Total 118.50</text:p></draw:text-box></draw:frame></draw:page>
</office:presentation></office:body></office:document>)";

} // namespace

class TestOfficeFile : public QObject
{
    Q_OBJECT

private:
    QString make(const QString &kind)
    {
        const auto path = m_folder.filePath(u"made-"_s + kind);
        QProcess::execute(u"python3"_s, {QStringLiteral(XS_SOURCE_DIR "/tests/document/makeoffice.py"), kind, path});
        return path;
    }

    static QString textOf(const document::PageSource &source, int page)
    {
        QStringList texts;
        for (const auto &word : source.words(page))
            texts << word.text;
        return texts.join(u' ');
    }

    QTemporaryDir m_folder;

private slots:
    void initTestCase() { QVERIFY(!QStandardPaths::findExecutable(u"python3"_s).isEmpty()); }

    void kindsAreToldByContent_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const auto &[kind, suffix] :
             {std::pair{"docx", "docx"}, {"xlsx", "xlsx"}, {"odt", "odt"}, {"broken", "docx"}, {"zip", ""}})
            QTest::newRow(kind) << QString::fromLatin1(suffix);
    }
    void kindsAreToldByContent()
    {
        QFETCH(QString, suffix);
        QCOMPARE(document::officeSuffix(make(QString::fromLatin1(QTest::currentDataTag()))), suffix);
    }

    void textDocumentsBecomePages_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("docx") << u"docx"_s;
        QTest::newRow("odt") << u"odt"_s;
    }
    void textDocumentsBecomePages()
    {
        QFETCH(QString, kind);
        if (!isThere(u"libswlo.so"_s))
            QSKIP("LibreOffice Writer is not installed");
        const auto source = document::openDocument(make(kind));
        QVERIFY2(source, qPrintable(source ? QString() : source.error().detail));
        QCOMPARE((*source)->pageCount(), 1);
        QCOMPARE(textOf(**source, 0), u"Order number 4711"_s);
    }

    /// One sheet after the other, in the order of the book and not of the names.
    void sheetsBecomePages()
    {
        if (!isThere(u"libsclo.so"_s))
            QSKIP("LibreOffice Calc is not installed");
        const auto source = document::openDocument(make(u"xlsx"_s));
        QVERIFY2(source, qPrintable(source ? QString() : source.error().detail));
        QCOMPARE((*source)->pageCount(), 2);
        QCOMPARE(textOf(**source, 0), u"Item Price Green, tea 2.50"_s);
        QCOMPARE(textOf(**source, 1), u"Second sheet"_s);
    }

    /// LibreOffice itself writes the presentation, from two slides of plain XML.
    void slidesBecomePages()
    {
        const auto converter = QStandardPaths::findExecutable(u"soffice"_s);
        if (!isThere(u"libsdlo.so"_s) || converter.isEmpty())
            QSKIP("LibreOffice Impress is not installed");
        QFile slides(m_folder.filePath(u"slides.fodp"_s));
        QVERIFY(slides.open(QIODevice::WriteOnly));
        slides.write(twoSlides);
        slides.close();
        QProcess process;
        process.start(converter, {u"-env:UserInstallation=file://"_s + m_folder.filePath(u"profile"_s), u"--headless"_s,
                                  u"--convert-to"_s, u"pptx"_s, u"--outdir"_s, m_folder.path(), slides.fileName()});
        QVERIFY(process.waitForFinished(-1));
        const auto path = m_folder.filePath(u"slides.pptx"_s);
        QCOMPARE(document::officeSuffix(path), u"pptx"_s);
        const auto source = document::openDocument(path);
        QVERIFY2(source, qPrintable(source ? QString() : source.error().detail));
        QCOMPARE((*source)->pageCount(), 2);
        QCOMPARE(textOf(**source, 0), u"Order number 4711"_s);
        QCOMPARE(textOf(**source, 1), u"Total 118.50"_s);
    }

    void brokenOnesAreTold()
    {
        if (!isThere(u"libswlo.so"_s))
            QSKIP("LibreOffice Writer is not installed");
        const auto source = document::openDocument(make(u"broken"_s));
        QVERIFY(!source);
        QCOMPARE(source.error().code, ErrorCode::DocumentBroken);
    }

    void protectedOnesAreTold()
    {
        QFile file(m_folder.filePath(u"protected"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto names = u"WordDocument EncryptedPackage"_s;
        file.write(QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(512, 0) +
                   QByteArray(reinterpret_cast<const char *>(names.utf16()), names.size() * 2));
        file.close();
        const auto source = document::openDocument(file.fileName());
        QVERIFY(!source);
        QCOMPARE(source.error().code, ErrorCode::DocumentProtected);
    }

    /// In the place of LibreOffice stands a script that makes a sheet of what it was allowed to do.
    void theConverterReachesNobody()
    {
        QTemporaryDir programs;
        QFile script(programs.filePath(u"soffice"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(probe);
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const auto path = make(u"xlsx"_s);
        const auto before = qgetenv("PATH");
        qputenv("PATH", programs.path().toUtf8() + ':' + before);
        const auto source = document::openDocument(path);
        qputenv("PATH", before);
        QVERIFY2(source, qPrintable(source ? QString() : source.error().detail));
        QCOMPARE(textOf(**source, 0), u"network refused connect refused local allowed"_s);
    }

    void withoutLibreOfficeTheErrorSaysSo()
    {
        const auto path = make(u"docx"_s);
        const auto before = qgetenv("PATH");
        qputenv("PATH", m_folder.path().toUtf8());
        const auto source = document::openDocument(path);
        qputenv("PATH", before);
        QVERIFY(!source);
        QCOMPARE(source.error().code, ErrorCode::UnsupportedFileType);
        QVERIFY(source.error().detail.contains("LibreOffice"_L1));
    }
};

QTEST_GUILESS_MAIN(TestOfficeFile)
#include "tst_officefile.moc"
