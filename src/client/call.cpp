// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/call.h"

#include "client/accessmanager.h"
#include "client/activitylog.h"
#include "client/errormapping.h"

#include <QFutureWatcher>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logClient, "xs.client", QtInfoMsg)

namespace xs::client {

namespace {

/// The address of a path below the base, whether or not that ends in a slash.
QUrl joined(const Connection &connection, const QString &path, QUrlQuery query, bool withProject)
{
    auto url = connection.baseUrl.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    auto base = url.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path, QUrl::StrictMode);
    if (withProject && !connection.projectId.isEmpty())
        query.addQueryItem(u"project_id"_s, QString::fromLatin1(QUrl::toPercentEncoding(connection.projectId)));
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

Expected<void> checkConnection(const Connection &connection)
{
    const auto &url = connection.baseUrl;
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return Unexpected(ErrorCode::InvalidArgument, u"not an http or https address"_s, url.toString());
    // A line break in a key would write further headers.
    if (std::ranges::any_of(connection.key, [](QChar c) { return c < u' ' || c > u'~'; }))
        return Unexpected(ErrorCode::WrongKey, u"the key has characters that no key can have"_s, placeOf(url));
    return {};
}

} // namespace

Call::Call(const Network &network, Connection connection)
    : m_network(network), m_connection(std::move(connection)), m_nextAttempt(network.scheduler),
      m_silenceCheck(network.scheduler)
{
}

Call::~Call()
{
    abandonReply();
}

void Call::start()
{
    Q_ASSERT(m_state == State::New);
    m_state = State::Running;
    const auto begin = [this] {
        if (m_state != State::Running)
            return;
        if (const auto checked = checkConnection(m_connection); !checked)
            return fail(checked.error());
        prepare();
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection);
}

void Call::cancel()
{
    if (m_state != State::Running)
        return;
    m_mayHaveArrived = m_reply != nullptr;
    end(State::Cancelled);
}

void Call::prepare()
{
    ready();
}

bool Call::tryOtherForm(const AttemptOutcome &)
{
    return false;
}

void Call::ready()
{
    if (m_state == State::Running)
        attempt();
}

void Call::fail(const Error &error, bool mayHaveArrived)
{
    if (m_state != State::Running)
        return;
    m_error = error;
    m_mayHaveArrived = mayHaveArrived;
    end(State::Failed);
}

void Call::attempt()
{
    ++m_attempt;
    auto wanted = request();
    if (!wanted)
        return fail(wanted.error());
    m_answer.clear();
    if (const auto sent = send(*wanted); !sent)
        return fail(sent.error());
    watchReply();
}

QNetworkRequest Call::networkRequest(const Request &request) const
{
    QNetworkRequest made(joined(m_connection, request.path, request.query, request.withProject));
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (!m_connection.authorities.isEmpty()) {
        auto ssl = made.sslConfiguration();
        ssl.addCaCertificates(m_connection.authorities);
        made.setSslConfiguration(ssl);
    }
    made.setRawHeader("Accept", "application/json");
    made.setRawHeader("User-Agent", "ExtractStudio/" XS_VERSION);
    if (!m_connection.key.isEmpty())
        made.setRawHeader("Authorization", "Bearer " + m_connection.key.toLatin1());
    if (!request.body.isEmpty())
        made.setRawHeader("Content-Type", "application/json");
    if (!request.idempotencyKey.isEmpty())
        made.setRawHeader("Idempotency-Key", request.idempotencyKey.toLatin1());
    return made;
}

void Call::takeDown(const Request &request, const QNetworkRequest &made)
{
    m_sentAt = m_network.clock.now();
    if (!m_network.activity)
        return;
    const QList<QByteArray> verbs{"GET", "POST", "PUT", "DELETE"};
    Exchange exchange{.connectionName = m_connection.name,
                      .startedAt = m_sentAt,
                      .verb = verbs.value(static_cast<int>(request.verb)),
                      .url = made.url(),
                      .body = request.body,
                      .filePath = request.filePath,
                      .fields = request.form.fields};
    for (const auto &name : made.rawHeaderList())
        exchange.headers.append(
            {name, name == "Authorization" ? redactedAuthorization(m_connection.key) : made.rawHeader(name)});
    m_exchange = m_network.activity->begin(std::move(exchange));
}

/// Its value was not known when the rest was sent.
void Call::takeDownLastField()
{
    if (!m_network.activity || !m_form.file)
        return;
    if (const auto value = m_form.file->lastFieldValue(); value.size() == m_form.lastFieldSize)
        m_network.activity->addField(m_exchange, {m_form.lastFieldName, value});
}

void Call::takeDownEnd(int status, const Error &error)
{
    if (m_network.activity && m_exchange != 0)
        m_network.activity->end(std::exchange(m_exchange, 0), status, error, m_answer,
                                milliseconds(m_sentAt.msecsTo(m_network.clock.now())));
}

Expected<void> Call::send(const Request &request)
{
    const auto made = networkRequest(request);
    takeDown(request, made);
    const auto reply = replyTo(request, made);
    if (!reply) {
        takeDownEnd(0, reply.error());
        return Unexpected(reply.error());
    }
    m_reply.reset(*reply);
    qCDebug(logClient).noquote() << "request" << m_attempt << placeOf(made.url());
    return {};
}

Expected<QNetworkReply *> Call::replyTo(const Request &request, const QNetworkRequest &made)
{
    auto &manager = m_network.manager;
    m_form = request.form;
    m_form.answerLimit = m_network.policy.answerLimit;
    switch (request.verb) {
    case Verb::Get:
        return manager.get(made);
    case Verb::Delete:
        return manager.deleteResource(made);
    case Verb::Put:
        return manager.put(made, request.body);
    case Verb::Post:
        break;
    }
    return m_form.file ? manager.postForm(made, m_form) : manager.post(made, request.body);
}

void Call::watchReply()
{
    const auto sign = [this] { m_lastSign = m_network.clock.now(); };
    auto *reply = m_reply.get();
    sign();
    m_connecting = false;
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this, sign] {
        sign();
        m_connecting = true;
        checkSilence();
    });
    connect(reply, &QNetworkReply::requestSent, this, [this, sign] {
        sign();
        m_connecting = false;
        checkSilence();
    });
    connect(reply, &QNetworkReply::uploadProgress, this, [this, sign](qint64 sent, qint64 total) {
        sign();
        m_connecting = m_connecting && sent == 0;
        if (total > 0)
            emit uploadProgress(sent, total);
    });
    connect(reply, &QNetworkReply::readyRead, this, [this, sign] {
        sign();
        takeBytes();
    });
    connect(reply, &QNetworkReply::finished, this, &Call::replyFinished);
    checkSilence();
}

void Call::checkSilence()
{
    const auto limit = m_connecting ? m_network.policy.connectTimeout : m_network.policy.idleTimeout;
    // A clock that was set back begins to count anew.
    m_lastSign = std::min(m_lastSign, m_network.clock.now());
    const auto silent = milliseconds(m_lastSign.msecsTo(m_network.clock.now()));
    if (silent < limit)
        return m_silenceCheck.set(limit - silent, [this] { checkSilence(); });
    const auto place = placeOf(m_reply->request().url());
    takeDownEnd(0, {ErrorCode::TimedOut, {}, place});
    const auto detail = m_connecting ? u"no connection within %1 s"_s : u"no answer for %1 s"_s;
    abandonReply();
    attemptFailed({.error = {ErrorCode::TimedOut, detail.arg(limit.count() / 1000), place}});
}

void Call::takeBytes()
{
    m_answer += m_reply->readAll();
    if (m_answer.size() <= m_network.policy.answerLimit)
        return;
    const auto place = placeOf(m_reply->request().url());
    abandonReply();
    fail(
        {ErrorCode::UnreadableAnswer, u"the answer is longer than %1 bytes"_s.arg(m_network.policy.answerLimit), place},
        true);
}

void Call::abandonReply()
{
    m_silenceCheck.drop();
    if (!m_reply)
        return;
    // Whoever knows a better reason has told it before.
    takeDownEnd(0, {ErrorCode::Cancelled, {}, {}});
    auto reply = std::move(m_reply);
    disconnect(reply.get(), nullptr, this, nullptr);
    reply->abort();
}

void Call::replyFinished()
{
    takeBytes();
    if (m_state != State::Running || !m_reply)
        return;
    m_silenceCheck.drop();
    if (m_form.file && m_form.file->error().code != ErrorCode::None)
        return fileFailed();
    const auto outcome = outcomeOf(*m_reply, m_answer, m_network.clock.now());
    takeDownLastField();
    takeDownEnd(m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), outcome.error);
    if (outcome.error.code != ErrorCode::None)
        return attemptFailed(outcome);
    attemptSucceeded();
}

/// The server did not get all of it, so it cannot have taken it.
void Call::fileFailed()
{
    const auto error = m_form.file->error();
    takeDownEnd(0, error);
    fail(error);
}

void Call::attemptFailed(const AttemptOutcome &outcome)
{
    m_reply.reset();
    m_retryAfter = outcome.retryAfter;
    qCDebug(logClient).noquote() << "failed" << errorCodeName(outcome.error.code) << outcome.error.place;
    if (tryOtherForm(outcome))
        return m_nextAttempt.set(milliseconds(0), [this] { attempt(); });
    if (m_attempt >= m_network.policy.attempts || !isRepeatable(outcome, repeatable()))
        return fail(outcome.error, client::mayHaveArrived(outcome));
    const auto wait = waitAfter(m_network.policy, m_attempt, outcome, QRandomGenerator::global()->generateDouble());
    m_nextAttempt.set(wait, [this] { attempt(); });
    emit repeating(outcome.error, wait);
}

void Call::attemptSucceeded()
{
    const auto place = placeOf(m_reply->request().url());
    const auto serverNow = readHttpDate(m_reply->rawHeader("Date"));
    const auto take = [this, place, serverNow](const Expected<Json> &body) {
        if (!body)
            return fail({ErrorCode::UnreadableAnswer, body.error().detail, place}, true);
        if (const auto done = read(*body); !done)
            return fail({done.error().code, done.error().detail, place}, true);
        if (serverNow.isValid())
            m_serverAhead = milliseconds(m_network.clock.now().msecsTo(serverNow));
        end(State::Finished);
    };
    // A long one would hold the event loop.
    constexpr qsizetype shortAnswer = 256 * 1024;
    if (m_answer.size() <= shortAnswer)
        return take(m_answer.isEmpty() ? Expected<Json>(Json()) : parseJson(m_answer));
    auto *watcher = new QFutureWatcher<Expected<Json>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, take] {
        watcher->deleteLater();
        if (m_state == State::Running)
            take(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run([answer = std::exchange(m_answer, {})] { return parseJson(answer); }));
}

void Call::end(State state)
{
    m_nextAttempt.drop();
    abandonReply();
    m_state = state;
    // The receiver may drop this call, so nothing may follow a signal.
    if (state == State::Finished)
        emit finished();
    else if (state == State::Failed)
        emit failed(m_error);
    else
        emit cancelled();
}

} // namespace xs::client
