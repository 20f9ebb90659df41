// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/errortext.h"
#include "wording/findingtext.h"

#include <QTest>

using namespace xs;
using namespace xs::wording;
using namespace Qt::StringLiterals;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeSaysWhatHappenedInAWholeSentence()
    {
        for (int i = 1; i <= int(ErrorCode::Internal); ++i) {
            const Error error{ErrorCode(i), u"detail"_s, u"/a/folder/file.pdf"_s};
            const auto text = errorText(error);
            const auto name = errorCodeName(error.code);
            QVERIFY2(text.what.endsWith(u'.'), qPrintable(name + u": "_s + text.what));
            QVERIFY2(!text.what.contains(u'%') && !text.toDo.contains(u'%'), qPrintable(name));
            QVERIFY2(error.code == ErrorCode::Cancelled || text.toDo.endsWith(u'.'), qPrintable(name));
            QVERIFY2(!shortErrorText(error).isEmpty(), qPrintable(name));
        }
        QCOMPARE(errorText({}), ErrorText());
    }

    void namesTheFileAndNotItsFolder()
    {
        const auto text = errorText({ErrorCode::DocumentProtected, {}, u"/home/someone/secret/plan.pdf"_s});
        QVERIFY(text.what.contains(u"plan.pdf"_s));
        QVERIFY(!text.line().contains(u"secret"_s));
    }

    void namesTheHostAndNotTheRestOfTheAddress()
    {
        const auto text =
            errorText({ErrorCode::ConnectionRefused, {}, u"http://user:pass@127.0.0.1:8123/x?token=abc"_s});
        QVERIFY2(text.what.contains(u"127.0.0.1:8123"_s), qPrintable(text.what));
        QVERIFY(!text.line().contains(u"pass"_s));
        QVERIFY(!text.line().contains(u"abc"_s));
    }

    void everyFindingHasItsWords()
    {
        for (int i = 0; i <= int(schema::FindingKind::NameOfMetadata); ++i) {
            const schema::Finding finding{schema::FindingKind(i), {}, u"x"_s};
            QVERIFY(!shortFindingText(finding).isEmpty());
            QVERIFY(findingText(finding).endsWith(u'.'));
        }
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
