// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/accessmanager.h"

#include <QNetworkProxy>
#include <QNetworkReply>

namespace xs::client {

namespace {

/// As the manager itself chooses for its own requests.
QNetworkProxy proxyFor(const QNetworkAccessManager &manager, const QUrl &url)
{
    const QNetworkProxyQuery query(url);
    if (auto *factory = manager.proxyFactory())
        return factory->queryProxy(query).value(0, QNetworkProxy(QNetworkProxy::NoProxy));
    if (manager.proxy().type() != QNetworkProxy::DefaultProxy)
        return manager.proxy();
    return QNetworkProxyFactory::proxyForQuery(query).value(0, QNetworkProxy(QNetworkProxy::NoProxy));
}

} // namespace

AccessManager::~AccessManager() = default;

Expected<QNetworkReply *> AccessManager::postForm(const QNetworkRequest &request, const FileForm &form)
{
    if (!m_sender) {
        auto made = makeFormSender();
        if (!made)
            return Unexpected(made.error());
        m_sender = *std::move(made);
    }
    auto *reply = m_sender->post(request, form, proxyFor(*this, request.url()));
    reply->setParent(this);
    return reply;
}

} // namespace xs::client
