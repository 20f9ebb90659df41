// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deletelater.h"
#include "base/error.h"
#include "base/json.h"
#include "client/network.h"

#include <QNetworkReply>
#include <QObject>

namespace xs::client {

/// Posts one test event to a webhook as a server would: in its format, with its headers, signed. Goes to the webhook's
/// address and carries no API key. Started once; then tells answered or failed, unless it is destroyed before.
class WebhookTest final : public QObject
{
    Q_OBJECT

public:
    /// `entry` is one of `webhook_configurations`; an empty secret signs nothing.
    WebhookTest(const Network &network, Json entry, QString secret);
    ~WebhookTest() override;

    void start();
    /// Nothing is sent or told any more; for DeleteLater.
    void stop();

signals:
    /// Any HTTP status; 2xx means that events arrive.
    void answered(int status);
    /// No answer came: the codes of the way to a server, or InvalidArgument for no address.
    void failed(const xs::Error &error);

private:
    QNetworkRequest request(const QByteArray &body, const QString &eventId) const;
    QString eventType() const;

    Network m_network;
    Json m_entry;
    QString m_secret;
    LatePointer<QNetworkReply> m_reply;
};

} // namespace xs::client
