// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/errortext.h"
#include "wording/translation.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace xs;

namespace {

const auto translations = QStringLiteral(XS_SOURCE_DIR "/translations/");
const QStringList files{u"extract-studio_de.ts"_s, u"extract-studio_en.ts"_s};

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Source texts whose translation is unfinished, gone or empty. A plural form is a translation of its own.
QStringList openTexts(const QByteArray &ts)
{
    QStringList open;
    QString source;
    for (QXmlStreamReader xml(ts); !xml.atEnd(); xml.readNext()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "source"_L1)
            source = xml.readElementText();
        else if (xml.name() == "translation"_L1 && xml.attributes().hasAttribute(u"type"_s))
            open += source;
        else if (xml.name() == "numerusform"_L1 && xml.readElementText().isEmpty())
            open += source;
    }
    return open;
}

QString sentence()
{
    return wording::errorText({ErrorCode::FileEmpty, {}, u"a.pdf"_s}).what;
}

} // namespace

class TstTranslation : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void german();
    void englishForOthers();
    void openTextsAreFound();
    void nothingIsOpen_data();
    void nothingIsOpen();
    void nothingIsMissing();
};

void TstTranslation::cleanup()
{
    for (auto *translator : qApp->findChildren<QTranslator *>())
        delete translator;
}

void TstTranslation::german()
{
    wording::installTranslation(*qApp, QLocale(u"de_AT"_s));
    QCOMPARE(sentence(), u"Die Datei a.pdf ist leer."_s);
}

void TstTranslation::englishForOthers()
{
    wording::installTranslation(*qApp, QLocale(u"fi_FI"_s));
    QCOMPARE(sentence(), u"The file a.pdf is empty."_s);
}

void TstTranslation::openTextsAreFound()
{
    const QByteArray ts = "<TS><context><message><source>done</source><translation>fertig</translation></message>"
                          "<message><source>new</source><translation type=\"unfinished\"></translation></message>"
                          "<message numerus=\"yes\"><source>%n</source><translation><numerusform>%n</numerusform>"
                          "<numerusform></numerusform></translation></message></context></TS>";
    QCOMPARE(openTexts(ts), (QStringList{u"new"_s, u"%n"_s}));
}

void TstTranslation::nothingIsOpen_data()
{
    QTest::addColumn<QString>("file");
    for (const auto &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void TstTranslation::nothingIsOpen()
{
    QFETCH(QString, file);
    const auto ts = read(translations + file);
    QVERIFY(ts.contains("<TS"));
    QCOMPARE(openTexts(ts).join(u'\n'), QString());
}

/// Brings a copy up to date with the sources: when the sources have nothing new, nothing changes.
void TstTranslation::nothingIsMissing()
{
    const QTemporaryDir copy;
    for (const auto &file : files)
        QVERIFY(QFile::copy(translations + file, copy.filePath(file)));
    QProcess update;
    update.start(QStringLiteral(XS_SOURCE_DIR "/scripts/translate"), {copy.path()});
    QVERIFY2(update.waitForFinished(240'000) && update.exitCode() == 0, update.readAllStandardError().constData());
    for (const auto &file : files) {
        const auto fresh = read(copy.filePath(file));
        QCOMPARE(openTexts(fresh).join(u'\n'), QString());
        QVERIFY2(fresh == read(translations + file), "run scripts/translate and complete the texts");
    }
}

QTEST_GUILESS_MAIN(TstTranslation)
#include "tst_translation.moc"
