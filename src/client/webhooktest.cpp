// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/webhooktest.h"

#include "api/webhookevent.h"
#include "client/accessmanager.h"
#include "client/errormapping.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

/// As long as a server waits for the answer to an event (the API documentation's page "Webhooks").
constexpr int patience = 30'000;

} // namespace

WebhookTest::WebhookTest(const Network &network, Json entry, QString secret)
    : m_network(network), m_entry(std::move(entry)), m_secret(std::move(secret))
{
}

WebhookTest::~WebhookTest()
{
    stop();
}

void WebhookTest::stop()
{
    if (const auto reply = std::move(m_reply)) {
        reply->disconnect(this);
        reply->abort();
    }
}

/// The first event that it wants to hear of.
QString WebhookTest::eventType() const
{
    const auto &events = member(m_entry, "webhook_events");
    return events.is_array() && !events.empty() ? toQString(events.front()) : u"extract.success"_s;
}

QNetworkRequest WebhookTest::request(const QByteArray &body, const QString &eventId) const
{
    QNetworkRequest made(QUrl(stringMember(m_entry, "webhook_url").value_or(QString())));
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setTransferTimeout(patience);
    if (const auto &headers = member(m_entry, "webhook_headers"); headers.is_object())
        for (const auto &[name, value] : headers.items())
            made.setRawHeader(toQString(name).toLatin1(), toQString(value).toLatin1());
    made.setRawHeader("Content-Type", "application/json");
    made.setRawHeader("User-Agent", "ExtractStudio/" XS_VERSION);
    made.setRawHeader("X-Webhook-Event-ID", eventId.toLatin1());
    made.setRawHeader("X-Webhook-Event-Type", eventType().toLatin1());
    if (!m_secret.isEmpty())
        made.setRawHeader("LC-Signature", api::webhookSignature(m_secret.toUtf8(), body));
    return made;
}

void WebhookTest::start()
{
    const auto id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto event = api::webhookEvent(id, eventType(), m_network.clock.now(), u"ext-test"_s);
    const auto body = api::webhookBody(event, stringMember(m_entry, "webhook_output_format") == u"json"_s);
    m_reply.reset(m_network.manager.post(request(body, id), body));
    connect(m_reply.get(), &QNetworkReply::finished, this, [this] {
        const auto outcome = outcomeOf(*m_reply, {}, m_network.clock.now());
        if (outcome.httpStatus > 0)
            emit answered(outcome.httpStatus);
        else
            emit failed(outcome.error);
    });
}

} // namespace xs::client
