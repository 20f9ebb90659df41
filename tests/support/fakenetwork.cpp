// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakenetwork.h"

#include <QBuffer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::test {

namespace {

/// A status of 400 and above is an error for Qt, too.
QNetworkReply::NetworkError errorOfStatus(int status)
{
    if (status < 400)
        return QNetworkReply::NoError;
    return status < 500 ? QNetworkReply::UnknownContentError : QNetworkReply::UnknownServerError;
}

class FakeReply final : public QNetworkReply
{
public:
    FakeReply(FakeNetwork &network, const FakeRequest &asked, QNetworkAccessManager::Operation operation)
        : QNetworkReply(&network), m_network(network), m_uploadSize(asked.body.size())
    {
        setRequest(asked.request);
        setUrl(asked.url);
        setOperation(operation);
        open(QIODevice::ReadOnly);
        ++m_network.underWay;
    }
    ~FakeReply() override { settle(); }

    void come(const FakeAnswer &answer, Scheduler &scheduler)
    {
        m_answer = answer;
        if (answer.hangs)
            return;
        if (answer.delay > std::chrono::milliseconds(0))
            scheduler.after(answer.delay, this, [this, &scheduler] { comePiece(1, scheduler); });
        else
            QMetaObject::invokeMethod(
                this, [this] { arrive(); }, Qt::QueuedConnection);
    }

    void abort() override
    {
        if (isFinished())
            return;
        settle();
        setError(OperationCanceledError, u"Operation canceled"_s);
        setFinished(true);
        emit finished();
    }
    qint64 bytesAvailable() const override
    {
        return std::max<qint64>(0, m_here - m_read) + QNetworkReply::bytesAvailable();
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 limit) override
    {
        const auto count = std::min<qint64>(limit, m_here - m_read);
        std::copy_n(m_answer.body.constData() + m_read, count, data);
        m_read += count;
        return count;
    }

private:
    void settle()
    {
        if (std::exchange(m_counted, false))
            --m_network.underWay;
    }

    void comePiece(int number, Scheduler &scheduler)
    {
        if (isFinished())
            return;
        if (number >= m_answer.pieces)
            return arrive();
        m_here = m_answer.body.size() * number / m_answer.pieces;
        emit readyRead();
        scheduler.after(m_answer.delay, this, [this, number, &scheduler] { comePiece(number + 1, scheduler); });
    }

    void arrive()
    {
        if (isFinished())
            return;
        settle();
        m_here = m_answer.body.size();
        if (m_uploadSize > 0)
            emit uploadProgress(m_uploadSize, m_uploadSize);
        emit requestSent();
        const auto isAnswered = m_answer.error == NoError;
        if (isAnswered) {
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
            for (const auto &[name, value] : m_answer.headers)
                setRawHeader(name, value);
        }
        const auto error = isAnswered ? errorOfStatus(m_answer.status) : m_answer.error;
        if (error != NoError)
            setError(error, isAnswered ? u"HTTP %1"_s.arg(m_answer.status) : u"network error %1"_s.arg(error));
        if (!m_answer.body.isEmpty())
            emit readyRead();
        setFinished(true);
        emit finished();
    }

    FakeNetwork &m_network;
    FakeAnswer m_answer;
    qint64 m_uploadSize;
    qint64 m_read = 0;
    qint64 m_here = 0;
    bool m_counted = true;
};

QByteArray verbOf(QNetworkAccessManager::Operation operation)
{
    switch (operation) {
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    default:
        return "GET";
    }
}

QByteArray textPart(const QByteArray &name, const QByteArray &value)
{
    return "--xs\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

/// The body as it would have gone out; what comes before a failure to read the file.
QByteArray bodyOf(const client::FileForm &form)
{
    QByteArray body;
    for (const auto &[name, value] : form.fields)
        body += textPart(name, value);
    body += "--xs\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + form.fileName +
            "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    qint64 length = 0;
    while ((length = form.file->read(piece.data(), piece.size())) > 0)
        body += piece.left(length);
    if (length < 0)
        return body;
    return body + "\r\n" + textPart(form.lastFieldName, form.file->lastFieldValue()) + "--xs--\r\n";
}

} // namespace

FakeAnswer FakeAnswer::refusal(int status, const QString &detail)
{
    return json({{"detail", toStd(detail)}}, status);
}

QNetworkReply *FakeNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    FakeRequest asked{verbOf(operation), request.url(), request, body ? body->readAll() : QByteArray()};
    requests.push_back(asked);
    auto *reply = new FakeReply(*this, asked, operation);
    reply->come(answer ? answer(asked) : FakeAnswer{}, m_scheduler);
    return reply;
}

Expected<QNetworkReply *> FakeNetwork::postForm(const QNetworkRequest &request, const client::FileForm &form)
{
    auto made = request;
    made.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("multipart/form-data; boundary=xs"));
    QBuffer body;
    body.setData(bodyOf(form));
    body.open(QIODevice::ReadOnly);
    return post(made, &body);
}

} // namespace xs::test
