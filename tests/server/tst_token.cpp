// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/token.h"

#include "base/json.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestToken : public QObject
{
    Q_OBJECT

private slots:
    void tokensAreLongAndDiffer()
    {
        const auto token = makeToken();
        QCOMPARE(token.size(), 43);
        QVERIFY(token != makeToken());
    }

    void aMissingFileIsMadeForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"token"_s);
        const auto made = tokenFromFile(path);
        QVERIFY(made);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
        const auto again = tokenFromFile(path);
        QVERIFY(again);
        QCOMPARE(*again, *made);
    }

    void badFilesAreRefused()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"token"_s);
        for (const auto *content : {"", "short\n", "two words here\n", "line-one-long\nline-two\n"}) {
            QVERIFY(writeFile(path, content));
            const auto token = tokenFromFile(path);
            QVERIFY2(!token, content);
            QCOMPARE(token.error().code, ErrorCode::InvalidArgument);
        }
        QCOMPARE(tokenFromFile(folder.filePath(u"no/such/folder"_s)).error().code, ErrorCode::FileNotWritten);
    }
};

QTEST_GUILESS_MAIN(TestToken)
#include "tst_token.moc"
