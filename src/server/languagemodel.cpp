// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/languagemodel.h"

#include "api/errorjson.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr int mostAttempts = 2;
constexpr std::chrono::milliseconds pause(500);

bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

Json requestBody(const ModelSettings &settings, const Json &question, const Json &window)
{
    Json format = {{"name", "extraction"}, {"schema", member(question, "schema")}};
    return {{"model", toStd(settings.model)},
            {"temperature", 0},
            {"messages", Json::array({{{"role", "system"}, {"content", member(question, "instructions")}},
                                      {{"role", "user"}, {"content", window}}})},
            {"response_format", {{"type", "json_schema"}, {"json_schema", std::move(format)}}}};
}

/// Some servers wrap the object in a Markdown fence all the same.
QByteArray withoutFence(QByteArray text)
{
    text = text.trimmed();
    if (!text.startsWith("```"))
        return text;
    const auto begin = text.indexOf('\n');
    const auto end = text.lastIndexOf("```");
    return begin > 0 && end > begin ? text.mid(begin + 1, end - begin - 1).trimmed() : text;
}

Expected<Json> readAnswer(const QByteArray &body)
{
    const auto json = parseJson(body);
    if (!json)
        return Unexpected(ErrorCode::UnreadableAnswer, u"it did not answer with JSON"_s);
    const auto &choices = member(*json, "choices");
    if (!choices.is_array() || choices.empty())
        return Unexpected(ErrorCode::UnreadableAnswer, u"it is not a chat completion"_s);
    const auto &message = member(choices[0], "message");
    if (!member(message, "refusal").is_null() && !toQString(member(message, "refusal")).isEmpty())
        return Unexpected(ErrorCode::RequestRefused, u"it refused to answer"_s);
    if (stringMember(choices[0], "finish_reason") == u"length"_s)
        return Unexpected(ErrorCode::UnreadableAnswer, u"its answer was cut off"_s);
    const auto content = stringMember(message, "content").value_or(QString());
    auto answer = parseJson(withoutFence(content.toUtf8()));
    if (!answer || !answer->is_object())
        return Unexpected(ErrorCode::UnreadableAnswer, u"its answer is no JSON object"_s);
    return answer;
}

} // namespace

Expected<void> checkModelSettings(const ModelSettings &settings)
{
    const auto &url = settings.baseUrl;
    if (url.isEmpty())
        return {};
    const auto isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
        return Unexpected(ErrorCode::InvalidArgument,
                          u"the model's address must be http:// or https:// without a name"_s,
                          url.toDisplayString(QUrl::RemoveUserInfo));
    if (settings.model.isEmpty())
        return Unexpected(ErrorCode::InvalidArgument, u"a model's address needs a model's name, too"_s);
    if (url.scheme() == "http"_L1 && !settings.key.isEmpty() && !isThisComputer(url.host()))
        return Unexpected(ErrorCode::InvalidArgument, u"the model's key would be sent unprotected; use https"_s,
                          url.toDisplayString());
    return {};
}

ModelCall::ModelCall(QNetworkAccessManager &network, ModelSettings settings, Json question, QObject *parent)
    : QObject(parent), m_network(network), m_settings(std::move(settings)), m_question(std::move(question))
{
}

ModelCall::~ModelCall()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void ModelCall::start()
{
    QTimer::singleShot(0, this, &ModelCall::askNext);
}

void ModelCall::askNext()
{
    const auto &windows = member(m_question, "windows");
    if (!windows.is_array() || m_answers.size() >= windows.size()) {
        emit finished(m_answers);
        return;
    }
    auto url = m_settings.baseUrl;
    auto path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + u"/chat/completions"_s);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!m_settings.key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_settings.key);
    // The key and the document are meant for this address only.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    ++m_attempts;
    m_isLate = m_isTooLong = false;
    m_reply = m_network.post(request, toBytes(requestBody(m_settings, m_question, windows[m_answers.size()])));
    connect(m_reply, &QNetworkReply::finished, this, &ModelCall::readReply);
    connect(m_reply, &QIODevice::readyRead, this, [this] {
        if (m_reply->bytesAvailable() > m_settings.largestAnswer) {
            m_isTooLong = true;
            m_reply->abort();
        }
    });
    QTimer::singleShot(m_settings.answerTime, m_reply, [this] {
        m_isLate = true;
        m_reply->abort();
    });
}

void ModelCall::readReply()
{
    auto *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_isLate)
        conclude(Unexpected(ErrorCode::TimedOut, u"it did not answer in time"_s));
    else if (m_isTooLong)
        conclude(Unexpected(ErrorCode::UnreadableAnswer, u"its answer is too long"_s));
    else if (status == 0)
        conclude(Unexpected(ErrorCode::ConnectionLost, u"it cannot be reached"_s));
    else if (status < 200 || status >= 300)
        // Its own words may quote the document or the key.
        conclude(Unexpected(status < 400 ? ErrorCode::RequestRefused : api::errorCodeOfStatus(status),
                            u"it answered with status %1"_s.arg(status)));
    else
        conclude(readAnswer(reply->readAll()));
}

void ModelCall::conclude(const Expected<Json> &answer)
{
    if (answer) {
        m_answers.push_back(*answer);
        m_attempts = 0;
        askNext();
        return;
    }
    const auto code = answer.error().code;
    const auto isFinal = code == ErrorCode::WrongKey || code == ErrorCode::Forbidden || code == ErrorCode::NotFound;
    if (isFinal || m_attempts >= mostAttempts) {
        emit finished(Unexpected(answer.error()));
        return;
    }
    QTimer::singleShot(pause, this, &ModelCall::askNext);
}

} // namespace xs::server
