// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDocumentFiles : public QObject
{
    Q_OBJECT

private slots:
    /// What is named one by one keeps its order, also among folders.
    void foldersAreInOrderAsPeopleCount()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkpath(u"scans"_s);
        const QStringList names{u"scans/scan 10.pdf"_s, u"scans/Scan 2.pdf"_s, u"scans/scan 1.pdf"_s,
                                u"scans/notes.log"_s, u"z.pdf"_s};
        for (const auto &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QStringList found;
        for (const auto &path : xs::document::documentsIn({folder.filePath(u"z.pdf"_s), folder.filePath(u"scans"_s)}))
            found << QDir(folder.path()).relativeFilePath(path);
        QCOMPARE(found,
                 (QStringList{u"z.pdf"_s, u"scans/scan 1.pdf"_s, u"scans/Scan 2.pdf"_s, u"scans/scan 10.pdf"_s}));
    }

    /// Notes and results lie among documents.
    void textsAreTakenOneByOne()
    {
        QTemporaryDir folder;
        const QStringList names{u"a.txt"_s, u"b.html"_s, u"c.csv"_s, u"d.md"_s};
        for (const auto &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(xs::document::documentsIn({folder.path()}).isEmpty());
        QCOMPARE(xs::document::documentsIn({folder.filePath(names[2])}).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDocumentFiles)
#include "tst_documentfiles.moc"
