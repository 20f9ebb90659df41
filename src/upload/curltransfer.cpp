// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/curltransfer.h"

#include "upload/curlerror.h"

#include <QNetworkRequest>
#include <QSslConfiguration>

using namespace std::chrono_literals;

namespace xs::upload {

namespace {

/// A good deal more than the default, which costs a third more changes to the kernel and back.
constexpr long sendBuffer = 256L * 1024;
constexpr auto tellEvery = 100ms;

} // namespace

CurlTransfer::CurlTransfer(const QNetworkRequest &request, const client::FileForm &form, const QNetworkProxy &proxy,
                           std::shared_ptr<ReplyLink> link)
    : m_handle(curl_easy_init()), m_link(std::move(link)), m_form(handle(), form), m_errorText(CURL_ERROR_SIZE, '\0'),
      m_answerLeft(form.answerLimit)
{
    setRequest(request);
    setProxy(proxy);
    if (request.url().scheme() == QLatin1String("https"))
        setAuthorities(request);
    setCallbacks();
}

CurlTransfer::~CurlTransfer() = default;

void CurlTransfer::setRequest(const QNetworkRequest &request)
{
    const auto address = request.url().toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    set(CURLOPT_URL, address.constData());
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    set(CURLOPT_UPLOAD_BUFFERSIZE, sendBuffer);
    // Without signals, as any thread but the first needs it, and without waiting for names at the program's end.
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L);
    // A server that does not know the header would be waited for.
    auto *headers = curl_slist_append(nullptr, "Expect:");
    for (const auto &name : request.rawHeaderList())
        headers = curl_slist_append(headers, (name + ": " + request.rawHeader(name)).constData());
    m_headers.reset(headers);
    set(CURLOPT_HTTPHEADER, headers);
    set(CURLOPT_MIMEPOST, m_form.mime());
}

/// The environment's own wishes are the caller's to know.
void CurlTransfer::setProxy(const QNetworkProxy &proxy)
{
    set(CURLOPT_NOPROXY, "");
    m_usesProxy = proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy ||
                  proxy.type() == QNetworkProxy::Socks5Proxy;
    if (!m_usesProxy) {
        set(CURLOPT_PROXY, "");
        return;
    }
    const auto isSocks = proxy.type() == QNetworkProxy::Socks5Proxy;
    set(CURLOPT_PROXY, proxy.hostName().toUtf8().constData());
    set(CURLOPT_PROXYPORT, static_cast<long>(proxy.port()));
    set(CURLOPT_PROXYTYPE, static_cast<long>(isSocks ? CURLPROXY_SOCKS5_HOSTNAME : CURLPROXY_HTTP));
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (proxy.user().isEmpty())
        return;
    set(CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_ANY));
    set(CURLOPT_PROXYUSERNAME, proxy.user().toUtf8().constData());
    set(CURLOPT_PROXYPASSWORD, proxy.password().toUtf8().constData());
}

/// Those of the request are trusted besides the system's, which libcurl looks up in the folder that it knows.
void CurlTransfer::setAuthorities(const QNetworkRequest &request)
{
    QByteArray pem;
    const auto authorities = request.sslConfiguration().caCertificates();
    for (const auto &authority : authorities)
        pem += authority.toPem();
    if (pem.isEmpty())
        return;
    const curl_blob blob{pem.data(), static_cast<std::size_t>(pem.size()), CURL_BLOB_COPY};
    set(CURLOPT_CAINFO_BLOB, &blob);
}

void CurlTransfer::setCallbacks()
{
    set(CURLOPT_ERRORBUFFER, m_errorText.data());
    set(CURLOPT_HEADERFUNCTION, takeHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, takeBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_XFERINFOFUNCTION, progress);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_PRIVATE, this);
}

std::size_t CurlTransfer::takeHeader(char *data, std::size_t size, std::size_t count, void *transfer)
{
    auto &self = *static_cast<CurlTransfer *>(transfer);
    const QByteArray line(data, static_cast<qsizetype>(size * count));
    // Each answer begins with its status, "100 Continue", too.
    if (line.startsWith("HTTP/"))
        self.m_answerHeaders.clear();
    else if (const auto colon = line.indexOf(':'); colon > 0)
        self.m_answerHeaders.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    return size * count;
}

std::size_t CurlTransfer::takeBody(char *data, std::size_t size, std::size_t count, void *transfer)
{
    auto &self = *static_cast<CurlTransfer *>(transfer);
    if (self.m_answerLeft < 0)
        return CURL_WRITEFUNC_ERROR;
    self.m_answerLeft -= static_cast<qint64>(size * count);
    self.m_link->tell(
        [bytes = QByteArray(data, static_cast<qsizetype>(size * count))](CurlReply &reply) { reply.arrived(bytes); });
    return size * count;
}

int CurlTransfer::progress(void *transfer, curl_off_t, curl_off_t, curl_off_t total, curl_off_t sent)
{
    auto &self = *static_cast<CurlTransfer *>(transfer);
    if (self.isCut())
        return 1;
    const auto now = std::chrono::steady_clock::now();
    const auto isDue = now - self.m_toldAt >= tellEvery || sent == total;
    if (total == 0 || sent == 0 || sent == self.m_told || !isDue)
        return 0;
    self.m_told = sent;
    self.m_toldAt = now;
    self.m_link->tell([sent, total](CurlReply &reply) { reply.sent(sent, total); });
    return 0;
}

bool CurlTransfer::isToBeginAnew(CURLcode code)
{
    const auto isLost = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING;
    long newConnections = 0;
    curl_easy_getinfo(handle(), CURLINFO_NUM_CONNECTS, &newConnections);
    if (!isLost || newConnections > 0 || !m_answerHeaders.isEmpty() || std::exchange(m_beganAnew, true))
        return false;
    set(CURLOPT_FRESH_CONNECT, 1L);
    return true;
}

void CurlTransfer::end(CURLcode code)
{
    TransferEnd end{.error = networkError(handle(), code, m_usesProxy)};
    long status = 0;
    curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
    const QByteArray text(m_errorText.constData());
    end.text = text.isEmpty() ? QString::fromUtf8(curl_easy_strerror(code)) : QString::fromUtf8(text);
    end.status = static_cast<int>(status);
    end.headers = m_answerHeaders;
    if (code == CURLE_OK && status == 407 && m_usesProxy) {
        end.error = QNetworkReply::ProxyAuthenticationRequiredError;
        end.text = QStringLiteral("the proxy asks for a password");
    }
    m_link->tell([end](CurlReply &reply) { reply.over(end); });
}

} // namespace xs::upload
