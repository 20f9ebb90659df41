// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/datafolder.h"
#include "base/json.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;

class TstDataFolder : public QObject
{
    Q_OBJECT

private slots:
    void installedTree();
    void missingFolder();
    void samplesAreWhole();
};

void TstDataFolder::installedTree()
{
    const QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(u"bin"_s));
    QVERIFY(QDir(root.path()).mkpath(u"share/extract-studio/samples"_s));
    const auto folder = dataFolder(u"samples"_s, root.filePath(u"bin"_s));
    QVERIFY(folder.has_value());
    QCOMPARE(*folder, root.filePath(u"share/extract-studio/samples"_s));
}

void TstDataFolder::missingFolder()
{
    const QTemporaryDir root;
    const auto folder = dataFolder(u"samples"_s, root.filePath(u"bin"_s));
    QVERIFY(!folder.has_value());
    QCOMPARE(folder.error().code, ErrorCode::FileMissing);
    QCOMPARE(folder.error().place, root.filePath(u"share/extract-studio/samples"_s));
}

/// From the build tree, as a program that has just been built sees them.
void TstDataFolder::samplesAreWhole()
{
    const auto folder = dataFolder(u"samples"_s);
    QVERIFY(folder.has_value());
    const QDir samples(*folder);
    const auto manifest = readJsonFile(samples.filePath(u"manifest.json"_s));
    QVERIFY(manifest.has_value());
    const auto &documents = member(*manifest, "documents");
    QVERIFY(documents.size() >= 5);
    for (const auto &document : documents) {
        const auto name = stringMember(document, "name").value_or(QString());
        QVERIFY2(QFileInfo(samples.filePath(*stringMember(document, "file"))).size() > 10'000, qPrintable(name));
        QVERIFY2(readJsonFile(samples.filePath(*stringMember(document, "schema"))), qPrintable(name));
        QVERIFY2(readJsonFile(samples.filePath(name + u".expected.json"_s)), qPrintable(name));
        QVERIFY2(stringMember(document, "title").has_value(), qPrintable(name));
        QVERIFY2(stringMember(document, "description").has_value(), qPrintable(name));
        QVERIFY2(stringMember(document, "extraction_target").has_value(), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TstDataFolder)
#include "tst_datafolder.moc"
