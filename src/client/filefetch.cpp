// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/filefetch.h"

#include "client/accessmanager.h"
#include "client/errormapping.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

constexpr int mostRedirects = 5;

/// The name of `Content-Disposition: attachment; filename="a.pdf"`; empty where there is none.
QString dispositionName(const QByteArray &header)
{
    static const QRegularExpression extended(u"filename\\*\\s*=\\s*UTF-8''([^;\\s]+)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression plain(u"filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto text = QString::fromUtf8(header);
    if (const auto match = extended.match(text); match.hasMatch())
        return QUrl::fromPercentEncoding(match.captured(1).toLatin1());
    const auto match = plain.match(text);
    return match.captured(1) + match.captured(2);
}

/// What a server says of a file is not what the API would mean by it: no key and no job is concerned.
Error ofFile(const AttemptOutcome &outcome)
{
    const auto status = outcome.httpStatus;
    if (status == 404 || status == 410)
        return {ErrorCode::FileMissing, u"HTTP %1"_s.arg(status), outcome.error.place};
    if (status >= 300 && status < 500)
        return {ErrorCode::FileUnreadable, u"HTTP %1"_s.arg(status), outcome.error.place};
    return outcome.error;
}

} // namespace

QString safeFileName(const QString &name)
{
    auto safe = name.section(u'/', -1).section(u'\\', -1);
    static const QRegularExpression bad(u"[\\x00-\\x1f\\x7f:*?\"<>|\u202a-\u202e\u2066-\u2069]"_s);
    safe.remove(bad);
    while (safe.startsWith(u'.') || safe.startsWith(u'-') || safe.startsWith(u' '))
        safe.remove(0, 1);
    constexpr int longest = 120;
    if (safe.size() > longest) {
        const auto suffix = QFileInfo(safe).suffix().left(10);
        safe = safe.left(longest - suffix.size() - 1) + u'.' + suffix;
    }
    return safe.isEmpty() ? u"document"_s : safe;
}

QString freePath(const QString &folder, const QString &name)
{
    const QFileInfo info(name);
    const auto suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    auto path = folder + u'/' + name;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder + u"/%1 (%2)%3"_s.arg(info.completeBaseName()).arg(number).arg(suffix);
    return path;
}

Expected<std::unique_ptr<QTemporaryFile>> beginFile(const QString &folder)
{
    QDir().mkpath(folder);
    auto file = std::make_unique<QTemporaryFile>(folder + u"/.unfinished-XXXXXX"_s);
    if (!file->open())
        return Unexpected(ErrorCode::FileNotWritten, file->errorString(), folder);
    return file;
}

Expected<QString> finishFile(QTemporaryFile &file, const QString &name)
{
    const auto folder = QFileInfo(file.fileName()).absolutePath();
    if (!file.flush())
        return Unexpected(ErrorCode::FileNotWritten, file.errorString(), folder + u'/' + name);
    file.close();
    // Another file may have taken the name meanwhile; nothing is overwritten.
    while (true) {
        const auto path = freePath(folder, name);
        if (file.rename(path)) {
            file.setAutoRemove(false);
            return path;
        }
        if (!QFileInfo::exists(path))
            return Unexpected(ErrorCode::FileNotWritten, file.errorString(), path);
    }
}

bool FileFetch::isFetchable(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

FileFetch::FileFetch(const Network &network, const QUrl &url, QString folder, QObject *parent, qint64 limit)
    : QObject(parent), m_network(network), m_folder(std::move(folder)), m_limit(limit),
      m_silenceCheck(network.scheduler)
{
    QMetaObject::invokeMethod(
        this, [this, url] { send(url); }, Qt::QueuedConnection);
}

FileFetch::~FileFetch() = default;

void FileFetch::send(const QUrl &url)
{
    if (!isFetchable(url))
        return fail({ErrorCode::InvalidArgument, u"not an http or https address"_s, placeOf(url)});
    m_url = url;
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // A compressed answer could be small on the way and endless here.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "ExtractStudio/" XS_VERSION);
    m_received = 0;
    m_file.reset();
    m_reply.reset(m_network.manager.get(request));
    m_reply->setReadBufferSize(1024 * 1024);
    m_lastSign = m_network.clock.now();
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &FileFetch::takeBytes);
    connect(m_reply.get(), &QNetworkReply::finished, this, &FileFetch::replyFinished);
    checkSilence();
}

void FileFetch::checkSilence()
{
    // A clock that was set back begins to count anew.
    m_lastSign = std::min(m_lastSign, m_network.clock.now());
    const auto silent = milliseconds(m_lastSign.msecsTo(m_network.clock.now()));
    if (silent < m_network.policy.idleTimeout)
        return m_silenceCheck.set(m_network.policy.idleTimeout - silent, [this] { checkSilence(); });
    fail({ErrorCode::TimedOut, u"no answer"_s, placeOf(m_url)});
}

void FileFetch::takeBytes()
{
    m_lastSign = m_network.clock.now();
    const auto status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto bytes = m_reply->readAll();
    if (status < 200 || status >= 300)
        return;
    m_received += bytes.size();
    const auto told = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_received > m_limit || told > m_limit)
        return fail({ErrorCode::FileTooLarge, u"more than %1 bytes"_s.arg(m_limit), placeOf(m_url)});
    if (!m_file) {
        auto begun = beginFile(m_folder);
        if (!begun)
            return fail(begun.error());
        m_file = std::move(begun).value();
    }
    if (m_file->write(bytes) != bytes.size())
        fail({ErrorCode::FileNotWritten, m_file->errorString(), m_folder + u'/' + fileName()});
}

QString FileFetch::fileName() const
{
    auto name = dispositionName(m_reply->rawHeader("Content-Disposition"));
    if (name.isEmpty())
        name = m_url.fileName(QUrl::FullyDecoded);
    name = safeFileName(name);
    if (!QFileInfo(name).suffix().isEmpty())
        return name;
    const auto type = m_reply->header(QNetworkRequest::ContentTypeHeader).toString().section(u';', 0, 0).trimmed();
    const auto suffix = QMimeDatabase().mimeTypeForName(type).preferredSuffix();
    return suffix.isEmpty() ? name : name + u'.' + suffix;
}

void FileFetch::replyFinished()
{
    if (!m_reply)
        return;
    takeBytes();
    if (!m_reply)
        return;
    m_silenceCheck.drop();
    const auto target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!target.isEmpty()) {
        const auto next = m_url.resolved(target);
        const auto isDowngrade = m_url.scheme() == "https"_L1 && next.scheme() != "https"_L1;
        if (next.host() != m_url.host() || isDowngrade || ++m_redirects > mostRedirects)
            return fail({ErrorCode::FileUnreadable,
                         u"the address leads on to %1"_s.arg(next.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
                         placeOf(m_url)});
        m_reply->disconnect(this);
        return send(next);
    }
    const auto outcome = outcomeOf(*m_reply, {}, m_network.clock.now());
    if (outcome.error.code != ErrorCode::None)
        return fail(ofFile(outcome));
    if (!m_file)
        return fail({ErrorCode::FileEmpty, {}, m_url.fileName()});
    const auto path = finishFile(*m_file, fileName());
    if (!path)
        return fail(path.error());
    m_file.reset();
    m_reply.reset();
    emit finished(*path);
}

void FileFetch::fail(const Error &error)
{
    m_silenceCheck.drop();
    m_file.reset();
    if (m_reply) {
        auto reply = std::move(m_reply);
        reply->disconnect(this);
        reply->abort();
    }
    emit failed(error);
}

} // namespace xs::client
