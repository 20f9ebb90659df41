// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhooksender.h"

#include "api/webhookevent.h"
#include "server/log.h"
#include "server/problems.h"
#include "server/webhook.h"

#include <QNetworkProxy>
#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace xs::server {

namespace {

constexpr int mostAtOnce = 8;
constexpr int mostAttempts = 3;
constexpr std::chrono::milliseconds longestWait = 60s;

/// 1 s, then twice as long each time.
std::chrono::milliseconds waitAfter(int attempts)
{
    return std::min(longestWait, std::chrono::milliseconds(1000) * (1 << std::min(attempts, 10)));
}

} // namespace

WebhookSender::WebhookSender(Outbox &outbox, const Clock &clock, Hosts hosts, std::chrono::milliseconds answerTime)
    : m_outbox(outbox), m_clock(clock), m_hosts(hosts), m_answerTime(answerTime)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WebhookSender::sendDue);
}

void WebhookSender::wake()
{
    QMetaObject::invokeMethod(this, &WebhookSender::sendDue, Qt::QueuedConnection);
}

void WebhookSender::sendDue()
{
    const auto due = m_outbox.due(mostAtOnce - static_cast<int>(m_underWay.size()), m_underWay);
    if (!due)
        qCCritical(lcServer) << "the outbox cannot be read:" << due.error().detail;
    else
        for (const auto &delivery : *due)
            send(delivery);
    const auto next = m_outbox.nextDue(m_underWay);
    if (m_underWay.size() < mostAtOnce && next && *next)
        m_timer.start(std::chrono::milliseconds(std::clamp<qint64>(m_clock.now().msecsTo(**next), 10, 60'000)));
}

void WebhookSender::send(const Delivery &delivery)
{
    Problems ignored;
    const auto webhook = readWebhook(delivery.webhook, {}, Hosts::Any, ignored);
    // What was noted by a service that might tell others is not sent by one that may not.
    if (!mayReach(webhook.url, m_hosts)) {
        qCWarning(lcServer).noquote() << delivery.eventType << delivery.eventId << "is not sent to another computer";
        forget(delivery);
        return;
    }
    m_underWay << delivery.row;
    const auto body = webhookBody(webhook, delivery.event);
    QNetworkRequest request(webhook.url);
    for (const auto &[name, value] : webhook.headers)
        request.setRawHeader(name, value);
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("User-Agent", "llamaindex-webhook-service/1.0");
    request.setRawHeader("X-Webhook-Event-ID", delivery.eventId.toLatin1());
    request.setRawHeader("X-Webhook-Event-Type", delivery.eventType.toLatin1());
    if (!webhook.secret.isEmpty())
        request.setRawHeader("LC-Signature", api::webhookSignature(webhook.secret, body));
    // A redirection could lead away from this computer.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    auto *reply = m_network.post(request, body);
    QTimer::singleShot(m_answerTime, reply, &QNetworkReply::abort);
    const auto conclude = [this, delivery, reply] {
        // The head may have told it already.
        if (!m_underWay.removeOne(delivery.row))
            return;
        settle(delivery, reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
        reply->abort();
        reply->deleteLater();
        sendDue();
    };
    connect(reply, &QNetworkReply::metaDataChanged, this, conclude);
    connect(reply, &QNetworkReply::finished, this, conclude);
}

void WebhookSender::forget(const Delivery &delivery)
{
    if (const auto done = m_outbox.remove(delivery.row); !done)
        qCCritical(lcServer) << "the outbox cannot be written:" << done.error().detail;
}

void WebhookSender::settle(const Delivery &delivery, int status)
{
    const auto taken = status >= 200 && status < 300;
    const auto isLast = delivery.attempts + 1 >= mostAttempts;
    if (!taken)
        qCWarning(lcServer).noquote() << delivery.eventType << delivery.eventId << "was not taken, status" << status
                                      << (isLast ? "and is given up" : "");
    if (taken || isLast) {
        forget(delivery);
        return;
    }
    if (const auto done = m_outbox.postpone(delivery.row, waitAfter(delivery.attempts)); !done)
        qCCritical(lcServer) << "the outbox cannot be written:" << done.error().detail;
}

} // namespace xs::server
