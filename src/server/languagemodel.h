// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/json.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>

namespace xs::server {

/// Where a language model answers, as OpenAI's chat completions do (POST `<baseUrl>/chat/completions`). Nothing is ever
/// contacted while the address is empty.
struct ModelSettings
{
    QUrl baseUrl;
    QString model;
    /// Only in memory and in the request's head.
    QByteArray key;
    std::chrono::milliseconds answerTime{120'000};
    qint64 largestAnswer = 4LL * 1024 * 1024;

    bool isConfigured() const { return !baseUrl.isEmpty(); }
};

/// Checks an address, a name and a key: a key goes to other computers over TLS only. Error: InvalidArgument.
Expected<void> checkModelSettings(const ModelSettings &settings);

/// Asks a model one question (ModelQuestion as JSON: `schema`, `instructions`, `windows`), window by window. An answer
/// that is late, refused, cut off, too long or no JSON object is asked for once more. `finished` comes exactly once and
/// later; destroying the object before ends the call. Lives in a thread with an event loop.
class ModelCall : public QObject
{
    Q_OBJECT

public:
    ModelCall(QNetworkAccessManager &network, ModelSettings settings, Json question, QObject *parent = nullptr);
    ~ModelCall() override;

    void start();

signals:
    /// One object for each window, or why there is none: TimedOut, ConnectionLost, WrongKey, RateLimited,
    /// RequestRefused, ServerFailed, UnreadableAnswer.
    void finished(const xs::Expected<xs::Json> &answers);

private:
    void askNext();
    void readReply();
    void conclude(const Expected<Json> &answer);

    QNetworkAccessManager &m_network;
    ModelSettings m_settings;
    Json m_question;
    Json m_answers = Json::array();
    QNetworkReply *m_reply = nullptr;
    bool m_isLate = false, m_isTooLong = false;
    int m_attempts = 0;
};

} // namespace xs::server
