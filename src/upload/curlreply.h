// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/replylink.h"

#include <QNetworkReply>

namespace xs::upload {

/// How a transfer ended: with an answer (status), or an error of the way.
struct TransferEnd
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString text = {};
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers = {};
};

/// The answer to a form that libcurl sends, told as Qt tells of its own. A refusal (status 400 and above) is no error
/// of its own here. Lives in the thread of who asked for it.
class CurlReply final : public QNetworkReply
{
public:
    CurlReply(const QNetworkRequest &request, std::function<void()> wake);
    ~CurlReply() override;

    const std::shared_ptr<ReplyLink> &link() const { return m_link; }

    void begun();
    void sent(qint64 bytes, qint64 total);
    void arrived(const QByteArray &bytes);
    void over(const TransferEnd &end);

    void abort() override;
    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 limit) override;

private:
    std::shared_ptr<ReplyLink> m_link;
    QByteArray m_bytes;
};

} // namespace xs::upload
