// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/numberedname.h"

#include "base/json.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

class TestNumberedName : public QObject
{
    Q_OBJECT

private slots:
    void namesAndNumbers()
    {
        QCOMPARE(numberedName(u"scan.03"_s, 1, u"json"_s), u"scan.03.json"_s);
        QCOMPARE(numberedName(u"scan"_s, 12, u"json"_s), u"scan-12.json"_s);
    }
    void longNamesCanBeWritten_data()
    {
        QTest::addColumn<QString>("base");
        QTest::newRow("letters") << QString(251, u'x');
        QTest::newRow("two bytes a letter") << QString(127, u'ß');
        QTest::newRow("pairs of signs") << u"😀"_s.repeated(63);
    }
    void longNamesCanBeWritten()
    {
        QFETCH(QString, base);
        const QTemporaryDir folder;
        const auto first = numberedName(base, 1, u"json"_s);
        const auto second = numberedName(base, 2, u"json"_s);
        QVERIFY(first != second);
        for (const auto &name : {first, second}) {
            QVERIFY2(writeFile(folder.filePath(name), "{}"), qPrintable(name));
            QVERIFY(!QString::fromUtf8(name.toUtf8()).contains(QChar::ReplacementCharacter));
            QCOMPARE(QFile(folder.filePath(name)).size(), 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestNumberedName)
#include "tst_numberedname.moc"
