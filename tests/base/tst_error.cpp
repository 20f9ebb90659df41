// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <QSet>
#include <QTest>

using namespace xs;
using namespace Qt::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasItsOwnNameAndIsFoundByIt()
    {
        QSet<QString> names;
        for (int i = 0; i <= int(ErrorCode::Internal); ++i) {
            const auto code = ErrorCode(i);
            names << errorCodeName(code);
            QCOMPARE(errorCodeFromName(errorCodeName(code)), code);
        }
        QCOMPARE(names.size(), int(ErrorCode::Internal) + 1);
    }

    void unknownNamesAreInternal() { QCOMPARE(errorCodeFromName(u"NoSuchCode"), ErrorCode::Internal); }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
