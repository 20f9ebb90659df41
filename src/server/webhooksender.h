// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/outbox.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

class QNetworkReply;

namespace xs::server {

/// Sends what the outbox holds: at most three attempts for an event, 30 seconds each, with waits of 1 and 2 seconds
/// (API, "Webhooks"). Lives in the main thread.
class WebhookSender : public QObject
{
    Q_OBJECT

public:
    WebhookSender(Outbox &outbox, const Clock &clock);

    /// To be called, from any thread, when a job has changed.
    void wake();

private:
    void sendDue();
    void send(const Delivery &delivery);
    void settle(const Delivery &delivery, QNetworkReply &reply);

    Outbox &m_outbox;
    const Clock &m_clock;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    QList<qint64> m_underWay;
};

} // namespace xs::server
