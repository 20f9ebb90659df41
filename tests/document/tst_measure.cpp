// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/measure.h"

#include "base/json.h"

#include <QTemporaryDir>
#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;
using Unit = domain::DocumentSize::Unit;

class TestMeasure : public QObject
{
    Q_OBJECT

private slots:
    void samples_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<qint64>("pages");
        QTest::newRow("two pages") << u"/invoice.pdf"_s << qint64(2);
        QTest::newRow("many pages") << u"/manypages.pdf"_s << qint64(40);
        QTest::newRow("a picture") << u"/receipt.png"_s << qint64(1);
    }

    void samples()
    {
        QFETCH(QString, file);
        QFETCH(qint64, pages);
        QCOMPARE(document::measure(QStringLiteral(XS_SOURCE_DIR "/resources/samples") + file),
                 (domain::DocumentSize{Unit::Pages, pages}));
    }

    void textCountsItsCharacters()
    {
        const QTemporaryDir folder;
        // Longer than one read, with a character of two bytes on every border.
        const auto path = folder.filePath(u"long.MD"_s);
        QVERIFY(writeFile(path, "x" + QByteArray("\xC3\xA4").repeated(1'000'000)));
        QCOMPARE(document::measure(path), (domain::DocumentSize{Unit::Characters, 1'000'001}));
    }

    void whatCannotBeOpenedIsUnknown()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"sheet.xlsx"_s);
        QVERIFY(writeFile(path, "PK\3\4"));
        QCOMPARE(document::measure(path), domain::DocumentSize());
        QCOMPARE(document::measure(folder.filePath(u"nothing.txt"_s)), domain::DocumentSize());
    }
};

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
