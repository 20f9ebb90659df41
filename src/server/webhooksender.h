// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/outbox.h"
#include "server/webhook.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

class QNetworkReply;

namespace xs::server {

/// Sends what the outbox holds: at most three attempts for an event, each within a time, with waits of 1 and 2 seconds
/// (API, "Webhooks"). Of an answer only the status counts; its body is not read. Lives in the main thread.
class WebhookSender : public QObject
{
    Q_OBJECT

public:
    /// How long a receiver may take for the head of its answer.
    static constexpr std::chrono::milliseconds defaultAnswerTime = std::chrono::seconds(30);

    WebhookSender(Outbox &outbox, const Clock &clock, Hosts hosts,
                  std::chrono::milliseconds answerTime = defaultAnswerTime);

    /// To be called, from any thread, when a job has changed.
    void wake();

private:
    void sendDue();
    void send(const Delivery &delivery);
    void settle(const Delivery &delivery, int status);
    void forget(const Delivery &delivery);

    Outbox &m_outbox;
    const Clock &m_clock;
    Hosts m_hosts;
    std::chrono::milliseconds m_answerTime;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    QList<qint64> m_underWay;
};

} // namespace xs::server
