// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/curlreply.h"

#include <algorithm>

namespace xs::upload {

CurlReply::CurlReply(const QNetworkRequest &request, std::function<void()> wake)
    : m_link(std::make_shared<ReplyLink>(*this, std::move(wake)))
{
    setRequest(request);
    setUrl(request.url());
    setOperation(QNetworkAccessManager::PostOperation);
    open(QIODevice::ReadOnly);
}

CurlReply::~CurlReply()
{
    m_link->cut();
}

void CurlReply::begun()
{
    if (!isFinished())
        emit socketStartedConnecting();
}

void CurlReply::sent(qint64 bytes, qint64 total)
{
    if (isFinished())
        return;
    emit uploadProgress(bytes, total);
    if (bytes == total && !isFinished())
        emit requestSent();
}

void CurlReply::arrived(const QByteArray &bytes)
{
    if (isFinished())
        return;
    m_bytes += bytes;
    emit readyRead();
}

void CurlReply::over(const TransferEnd &end)
{
    if (isFinished())
        return;
    if (end.status != 0)
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, end.status);
    for (const auto &[name, value] : end.headers)
        setRawHeader(name, value);
    if (end.error != NoError)
        setError(end.error, end.text);
    setFinished(true);
    emit finished();
}

void CurlReply::abort()
{
    if (isFinished())
        return;
    m_link->cut();
    setError(OperationCanceledError, tr("Operation canceled"));
    setFinished(true);
    emit finished();
}

qint64 CurlReply::bytesAvailable() const
{
    return m_bytes.size() + QNetworkReply::bytesAvailable();
}

qint64 CurlReply::readData(char *data, qint64 limit)
{
    const auto count = std::min<qint64>(limit, m_bytes.size());
    std::copy_n(m_bytes.constData(), count, data);
    m_bytes.remove(0, count);
    return count;
}

} // namespace xs::upload
