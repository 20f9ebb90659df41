// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errorjson.h"

#include <QTest>

using namespace xs;
using namespace xs::api;
using namespace Qt::StringLiterals;

class TestErrorJson : public QObject
{
    Q_OBJECT

private slots:
    void writesAndReadsBothForms()
    {
        QCOMPARE(readErrorDetail(toBytes(errorBody(u"no such job"_s))), u"no such job"_s);
        const auto list = validationErrorBody({u"body"_s, u"file_input"_s}, u"Field required"_s, u"missing"_s);
        QCOMPARE(toBytes(list),
                 QByteArray(R"({"detail":[{"type":"missing","loc":["body","file_input"],"msg":"Field required"}]})"));
        QCOMPARE(readErrorDetail(toBytes(list)), u"body.file_input: Field required"_s);
    }

    void copesWithWhatGatewaysSend()
    {
        QCOMPARE(readErrorDetail("<html>\n <b>Bad\n Gateway</b></html>"), u"<html> <b>Bad Gateway</b></html>"_s);
        QCOMPARE(readErrorDetail({}), QString());
        QCOMPARE(readErrorDetail(R"({"message":"x"})"), uR"({"message":"x"})"_s);
        QVERIFY(readErrorDetail(QByteArray(100'000, 'x')).size() <= 200);
    }

    void mapsStatuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        const std::pair<int, ErrorCode> all[] = {
            {200, ErrorCode::None},           {204, ErrorCode::None},          {400, ErrorCode::RequestRefused},
            {401, ErrorCode::WrongKey},       {402, ErrorCode::CreditsUsedUp}, {403, ErrorCode::Forbidden},
            {404, ErrorCode::NotFound},       {409, ErrorCode::Conflict},      {413, ErrorCode::FileTooLarge},
            {422, ErrorCode::RequestRefused}, {429, ErrorCode::RateLimited},   {500, ErrorCode::ServerFailed},
            {503, ErrorCode::ServerFailed}};
        for (const auto &[status, code] : all)
            QTest::addRow("%d", status) << status << int(code);
    }

    void mapsStatuses()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        QCOMPARE(int(errorCodeOfStatus(status)), code);
    }

    void failuresOfDocumentsSurviveTheWire()
    {
        for (const auto code : {ErrorCode::UnsupportedFileType, ErrorCode::DocumentProtected, ErrorCode::DocumentBroken,
                                ErrorCode::DocumentHasNoText, ErrorCode::DocumentTooLarge, ErrorCode::TooManyPages,
                                ErrorCode::PageMissing, ErrorCode::TimedOut})
            QCOMPARE(errorOfFailedJob(failureMessage({code, {}, {}})).code, code);
        QCOMPARE(failureMessage({ErrorCode::DocumentProtected, {}, {}}),
                 u"PDF_IS_PROTECTED: the document needs a password"_s);
        QCOMPARE(errorOfFailedJob(u"something else"_s), (Error{ErrorCode::ServerFailed, u"something else"_s, {}}));
    }
};

QTEST_GUILESS_MAIN(TestErrorJson)
#include "tst_errorjson.moc"
