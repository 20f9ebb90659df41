// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/expected.h"

#include <QTest>

#include <memory>

using namespace xs;
using namespace Qt::StringLiterals;

namespace {

Expected<int> half(int number)
{
    if (number % 2)
        return Unexpected(ErrorCode::InvalidArgument, u"odd"_s, QString::number(number));
    return number / 2;
}

} // namespace

class TestExpected : public QObject
{
    Q_OBJECT

private slots:
    void carriesAValue()
    {
        const auto result = half(8);
        QVERIFY(result);
        QCOMPARE(*result, 4);
        QCOMPARE(result.value_or(-1), 4);
    }

    void carriesTheReasonWhyThereIsNone()
    {
        const auto result = half(7);
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error{ErrorCode::InvalidArgument, u"odd"_s, u"7"_s}));
        QCOMPARE(result.value_or(-1), -1);
    }

    void movesWhatCannotBeCopied()
    {
        Expected<std::unique_ptr<int>> result(std::make_unique<int>(3));
        const auto taken = *std::move(result);
        QCOMPARE(*taken, 3);
    }

    void standsForSuccessWithoutAValue()
    {
        Expected<void> good;
        QVERIFY(good);
        Expected<void> bad = Unexpected(ErrorCode::NotFound, {});
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestExpected)
#include "tst_expected.moc"
