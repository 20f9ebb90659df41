// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sourcefetch.h"

#include <QFileInfo>
#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr int mostRedirections = 5;
/// What may wait in memory for the disk.
constexpr qint64 bufferSize = 256 * 1024;

bool isWeb(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

QNetworkProxy proxyOf(const QUrl &url)
{
    if (url.host().isEmpty())
        return QNetworkProxy::NoProxy;
    return {QNetworkProxy::HttpProxy, url.host(), static_cast<quint16>(url.port(80)), url.userName(), url.password()};
}

} // namespace

std::optional<QString> refusalOf(const DocumentSource &source, Hosts hosts)
{
    if (!isWeb(source.url) || (!source.proxy.isEmpty() && !isWeb(source.proxy)))
        return u"source_url and http_proxy must be addresses with http or https"_s;
    if (!mayReach(source.url, hosts) || (!source.proxy.isEmpty() && !mayReach(source.proxy, hosts)))
        return u"this service fetches documents from this computer only; upload the document and name it by file_id, "
               u"or start the service with --allow-any-source"_s;
    return {};
}

QString nameIn(const QUrl &url)
{
    const auto name = url.fileName();
    return name.isEmpty() ? u"document"_s : name;
}

SourceFetch::SourceFetch(FileStore &files, const FetchLimits &limits, QObject *parent)
    : QObject(parent), m_files(files), m_limits(limits)
{
    m_timeLimit.setSingleShot(true);
    connect(&m_timeLimit, &QTimer::timeout, this,
            [this] { fail(ErrorCode::TimedOut, u"fetching the document took too long"_s); });
}

SourceFetch::~SourceFetch()
{
    // Its signals must not reach an object that is half gone.
    if (m_reply)
        m_reply->disconnect(this);
}

void SourceFetch::start(const DocumentSource &source)
{
    auto upload = m_files.begin();
    if (!upload) {
        fail(upload.error().code, upload.error().detail);
        return;
    }
    m_upload.emplace(*std::move(upload));
    m_name = nameIn(source.url);
    m_network.setProxy(proxyOf(source.proxy));
    QNetworkRequest request(source.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setMaximumRedirectsAllowed(mostRedirections);
    // Packed bytes would count before they are unpacked.
    request.setRawHeader("Accept-Encoding", "identity");
    m_timeLimit.start(m_limits.milliseconds);
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(bufferSize);
    connect(m_reply, &QNetworkReply::redirected, this, &SourceFetch::followTo);
    connect(m_reply, &QNetworkReply::readyRead, this, &SourceFetch::take);
    connect(m_reply, &QNetworkReply::finished, this, &SourceFetch::conclude);
}

void SourceFetch::followTo(const QUrl &url)
{
    const auto isDowngrade = m_reply->url().scheme() == "https"_L1 && url.scheme() != "https"_L1;
    if (isWeb(url) && !isDowngrade && mayReach(url, m_limits.hosts))
        emit m_reply->redirectAllowed();
    else
        fail(ErrorCode::FileMissing, u"the address leads to one from which this service does not fetch"_s);
}

/// Puts on disk what has arrived.
void SourceFetch::take()
{
    const auto bytes = m_reply->readAll();
    if (m_upload->file->pos() + bytes.size() > m_limits.bytes)
        fail(ErrorCode::DocumentTooLarge, u"the document at the address is larger than %1 bytes"_s.arg(m_limits.bytes));
    else if (m_upload->file->write(bytes) != bytes.size())
        fail(ErrorCode::FileNotWritten, m_upload->file->errorString());
}

void SourceFetch::conclude()
{
    const auto status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 0 && (status < 200 || status >= 300)) {
        fail(ErrorCode::FileMissing, u"the address of the document was answered with status %1"_s.arg(status));
        return;
    }
    if (m_reply->error() != QNetworkReply::NoError) {
        fail(ErrorCode::FileMissing, u"the document cannot be fetched from its address"_s);
        return;
    }
    take();
    if (!m_reply)
        return;
    m_timeLimit.stop();
    std::exchange(m_reply, nullptr)->deleteLater();
    StoredFile file;
    file.name = m_name;
    file.type = QFileInfo(m_name).suffix().toLower();
    file.purpose = u"parse"_s;
    const auto stored = m_files.add(file, *m_upload);
    m_upload.reset();
    emit finished(stored);
}

/// Later, because nobody expects an end within the call that begins.
void SourceFetch::fail(ErrorCode code, const QString &detail)
{
    m_timeLimit.stop();
    m_upload.reset();
    if (auto *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    QMetaObject::invokeMethod(
        this, [this, code, detail] { emit finished(Unexpected(code, detail)); }, Qt::QueuedConnection);
}

} // namespace xs::server
