// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errorjson.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xs::api {

namespace {

struct Failure
{
    ErrorCode code;
    QStringView word;
    QStringView text;
};

/// Words of the API's page "Troubleshooting & Error Codes"; the texts are the service's own.
constexpr std::array failures{
    Failure{ErrorCode::UnsupportedFileType, u"UNSUPPORTED_FILE_TYPE", u"this type of file cannot be read"},
    Failure{ErrorCode::DocumentProtected, u"PDF_IS_PROTECTED", u"the document needs a password"},
    Failure{ErrorCode::DocumentBroken, u"PDF_IS_BROKEN", u"the document is damaged"},
    Failure{ErrorCode::DocumentHasNoText, u"NO_DATA_FOUND_IN_FILE", u"the document has no text"},
    Failure{ErrorCode::FileEmpty, u"NO_DATA_FOUND_IN_FILE", u"the document is empty"},
    Failure{ErrorCode::DocumentTooLarge, u"DOCUMENT_TOO_LARGE", u"the document is too large"},
    Failure{ErrorCode::TooManyPages, u"TOO_MANY_PAGES", u"the document has too many pages"},
    Failure{ErrorCode::PageMissing, u"TARGET_PAGES_MISSING", u"the document has none of the wanted pages"},
    Failure{ErrorCode::FileMissing, u"SOURCE_NOT_FOUND", u"the document is not there"},
    Failure{ErrorCode::TimedOut, u"TIMEOUT", u"reading the document took too long"},
};

QString entryText(const Json &entry)
{
    QStringList place;
    if (const auto &location = member(entry, "loc"); location.is_array())
        for (const auto &step : location)
            place << displayText(step);
    const auto message = stringMember(entry, "msg").value_or(displayText(entry));
    return place.isEmpty() ? message : u"%1: %2"_s.arg(place.join(u'.'), message);
}

} // namespace

Json errorBody(const QString &detail)
{
    return {{"detail", toStd(detail)}};
}

Json validationErrorBody(const QStringList &location, const QString &message, const QString &type)
{
    auto place = Json::array();
    for (const auto &step : location)
        place.push_back(toStd(step));
    auto entry = Json::object();
    entry["type"] = toStd(type);
    entry["loc"] = std::move(place);
    entry["msg"] = toStd(message);
    auto body = Json::object();
    body["detail"] = Json::array({std::move(entry)});
    return body;
}

QString readErrorDetail(const QByteArray &body)
{
    constexpr qsizetype longestPlainText = 200;
    const auto json = parseJson(body);
    if (!json)
        return QString::fromUtf8(body.left(longestPlainText)).simplified();
    const auto &detail = member(*json, "detail");
    if (!detail.is_array())
        return detail.is_null() ? QString::fromUtf8(body.left(longestPlainText)).simplified() : displayText(detail);
    QStringList entries;
    for (const auto &entry : detail)
        entries << entryText(entry);
    return entries.join("; "_L1);
}

ErrorCode errorCodeOfStatus(int httpStatus)
{
    if (httpStatus >= 200 && httpStatus < 300)
        return ErrorCode::None;
    switch (httpStatus) {
    case 401:
        return ErrorCode::WrongKey;
    case 402:
        return ErrorCode::CreditsUsedUp;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 408:
        return ErrorCode::TimedOut;
    case 409:
        return ErrorCode::Conflict;
    case 413:
        return ErrorCode::FileTooLarge;
    case 429:
        return ErrorCode::RateLimited;
    default:
        return httpStatus >= 400 && httpStatus < 500 ? ErrorCode::RequestRefused : ErrorCode::ServerFailed;
    }
}

Error errorOfFailedJob(const QString &errorMessage)
{
    const auto word = errorMessage.section(u':', 0, 0).trimmed();
    const auto found = std::ranges::find_if(failures, [&word](const Failure &failure) { return failure.word == word; });
    if (found == failures.end())
        return {ErrorCode::ServerFailed, errorMessage, {}};
    return {found->code, errorMessage.section(u':', 1).trimmed(), {}};
}

QString failureMessage(const Error &error)
{
    const auto found = std::ranges::find(failures, error.code, &Failure::code);
    if (found == failures.end())
        return u"INTERNAL_ERROR: %1"_s.arg(error.detail.isEmpty() ? errorCodeName(error.code) : error.detail);
    return u"%1: %2"_s.arg(found->word, error.detail.isEmpty() ? found->text.toString() : error.detail);
}

} // namespace xs::api
