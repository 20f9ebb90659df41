// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/errortext.h"
#include "wording/findingtext.h"
#include "wording/verdicttext.h"

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

    void inputsOnTheServerAreNoFilesOfThisComputer()
    {
        const auto gone = errorText({ErrorCode::FileMissing, {}, u"dfl-1"_s});
        QVERIFY2(gone.what.contains(u"server"_s) && gone.what.contains(u"dfl-1"_s), qPrintable(gone.what));
        QVERIFY2(!gone.line().contains(u"schema"_s), qPrintable(gone.line()));
        const auto notYet = errorText({ErrorCode::FileUnreadable, u"its status is RUNNING"_s, u"pjb-1"_s});
        QVERIFY2(notYet.what.contains(u"RUNNING"_s) && notYet.toDo.contains(u"completed"_s), qPrintable(notYet.line()));
        QVERIFY(shortErrorText({ErrorCode::FileMissing, {}, u"dfl-1"_s}) !=
                shortErrorText({ErrorCode::FileMissing, {}, u"/a/dfl.pdf"_s}));
    }

    void theServersReasonIsToldInPlainWords()
    {
        using Kind = client::Verdict::Kind;
        const auto told = [](Kind kind, ErrorCode code, const QString &detail) {
            return verdictText({kind, {code, detail, u"https://a.example"_s}, {}}, u"Mine"_s).line();
        };
        const auto expired = told(Kind::WrongKey, ErrorCode::WrongKey, u"Key\x1b[31m expired\non Monday"_s);
        QVERIFY2(expired.endsWith(u"The server says: Key[31m expired on Monday"_s), qPrintable(expired));
        const auto endless = told(Kind::WrongKey, ErrorCode::WrongKey, QString(5'000, u'x'));
        QVERIFY(endless.contains(QString(150, u'x')) && !endless.contains(QString(201, u'x')));
        for (const auto &none : {QString(), u"HTTP 401"_s})
            QVERIFY(!told(Kind::WrongKey, ErrorCode::WrongKey, none).contains(u"says"_s));
        const auto forbidden =
            told(Kind::Forbidden, ErrorCode::Forbidden, u"other\torganisation"_s + QString(5'000, u'x'));
        QVERIFY2(forbidden.contains(u"other organisation"_s) && forbidden.size() < 400, qPrintable(forbidden));
    }

    void namesTheHostAndNotTheRestOfTheAddress()
    {
        const auto text =
            errorText({ErrorCode::ConnectionRefused, {}, u"http://user:pass@127.0.0.1:8123/x?token=abc"_s});
        QVERIFY2(text.what.contains(u"127.0.0.1:8123"_s), qPrintable(text.what));
        QVERIFY(!text.line().contains(u"pass"_s));
        QVERIFY(!text.line().contains(u"abc"_s));
    }

    void whatIsNoTlsIsNoMatterOfCertificates()
    {
        const Error error{ErrorCode::CertificateRefused, u"SSL handshake failed: error:0A00010B:wrong version number"_s,
                          u"https://127.0.0.1:8080/api"_s};
        const auto text = errorText(error);
        QVERIFY2(text.what.contains(u"https"_s) && !text.line().contains(u"ertificate"_s), qPrintable(text.line()));
        const client::Verdict verdict{client::Verdict::Kind::Certificate, error, {}};
        QCOMPARE(verdictText(verdict, u"Mine"_s), text);
        const Error untrusted{ErrorCode::CertificateRefused, u"self-signed"_s, error.place};
        QVERIFY(verdictText({client::Verdict::Kind::Certificate, untrusted, {}}, u"Mine"_s).toDo.contains(u"Own CA"_s));
    }

    void aWebPageIsNoPlaceForSyntaxErrors()
    {
        const Error error{ErrorCode::UnreadableAnswer, u"line 1, column 1: syntax error"_s, {}};
        const auto text = verdictText({client::Verdict::Kind::NotThisApi, error, {}}, u"Mine"_s);
        QVERIFY2(!text.what.contains(u"syntax"_s) && text.what.endsWith(u'.'), qPrintable(text.what));
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
