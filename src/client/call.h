// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deletelater.h"
#include "base/json.h"
#include "client/connection.h"
#include "client/formsender.h"
#include "client/network.h"

#include <QNetworkReply>
#include <QObject>
#include <QUrlQuery>

#include <memory>

namespace xs::client {

/// One operation of the API. It is started once and then tells exactly one of finished, failed and cancelled,
/// never before `start` has returned; `cancelled` comes while `cancel` runs. It repeats itself as the policy
/// says. Destroying a running call ends it in silence; in a slot of its own it must be dropped as a CallPointer.
/// Redirects are never followed, so that the key stays with the host it was meant for.
class Call : public QObject
{
    Q_OBJECT

public:
    enum class State { New, Running, Finished, Failed, Cancelled };

    Call(const Network &network, Connection connection);
    ~Call() override;

    void start();
    /// Ends a running call; what the server has already done stays done.
    void cancel();
    /// For DeleteLater.
    void stop() { cancel(); }

    State state() const { return m_state; }
    const Connection &connection() const { return m_connection; }
    /// The reason of Failed.
    const Error &error() const { return m_error; }
    /// After Failed or Cancelled: whether the server may have acted nevertheless.
    bool mayHaveArrived() const { return m_mayHaveArrived; }
    /// How far the server's clock is ahead of ours, to the second, as its answer says (header Date); of successful
    /// answers only, since others may come from something on the way.
    std::optional<milliseconds> serverAhead() const { return m_serverAhead; }
    /// The wait that the server asked for with its last refusal, if any.
    std::optional<milliseconds> retryAfter() const { return m_retryAfter; }

signals:
    void finished();
    void failed(const xs::Error &error);
    void cancelled();
    /// Bytes of the request's body.
    void uploadProgress(qint64 sent, qint64 total);
    /// An attempt failed; the next one follows after the wait.
    void repeating(const xs::Error &error, std::chrono::milliseconds wait);

protected:
    enum class Verb { Get, Post, Put, Delete };
    /// A request as one operation wants it; the base class adds everything that all of them share.
    struct Request
    {
        Verb verb = Verb::Get;
        QString path;
        QUrlQuery query = {};
        /// Sent as JSON when not empty.
        QByteArray body = {};
        /// Sent instead of `body` when it has a file; with Post.
        FileForm form = {};
        /// The form's file, for the activity log.
        QString filePath = {};
        /// Header Idempotency-Key; our own service honours it, others ignore it.
        QString idempotencyKey = {};
        /// Some routes know no project.
        bool withProject = true;
    };

    /// Work before the first attempt; ends with `ready` or `fail`. Does nothing unless overridden.
    virtual void prepare();
    /// The request of the next attempt.
    virtual Expected<Request> request() = 0;
    /// Reads the body of a successful answer.
    virtual Expected<void> read(const Json &body) = 0;
    /// Whether a refused request is to be sent again at once in another form (made by the next `request`).
    virtual bool tryOtherForm(const AttemptOutcome &outcome);
    virtual Repeatable repeatable() const { return Repeatable::Always; }

    /// Called once after `prepare` unless it failed: begins the first attempt.
    void ready();
    void fail(const Error &error, bool mayHaveArrived = false);
    const Network &network() const { return m_network; }

private:
    void attempt();
    Expected<void> send(const Request &request);
    Expected<QNetworkReply *> replyTo(const Request &request, const QNetworkRequest &made);
    QNetworkRequest networkRequest(const Request &request) const;
    void takeDown(const Request &request, const QNetworkRequest &made);
    void takeDownLastField();
    void takeDownEnd(int status, const Error &error);
    void watchReply();
    void takeBytes();
    void checkSilence();
    void abandonReply();
    void replyFinished();
    void fileFailed();
    void attemptFailed(const AttemptOutcome &outcome);
    void attemptSucceeded();
    void end(State state);

    Network m_network;
    Connection m_connection;
    State m_state = State::New;
    Error m_error;
    bool m_mayHaveArrived = false;
    std::optional<milliseconds> m_retryAfter;
    std::optional<milliseconds> m_serverAhead;
    int m_attempt = 0;
    Later m_nextAttempt;
    Later m_silenceCheck;
    QDateTime m_lastSign;
    bool m_connecting = false;
    QByteArray m_answer;
    FileForm m_form;
    quint64 m_exchange = 0;
    QDateTime m_sentAt;
    LatePointer<QNetworkReply> m_reply;
};

/// Holds a call that may be dropped in a slot of its own: nothing is sent or told any more from that moment on.
using CallPointer = LatePointer<Call>;

} // namespace xs::client
