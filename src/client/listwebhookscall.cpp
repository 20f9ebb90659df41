// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/listwebhookscall.h"

#include "api/paths.h"

using namespace Qt::StringLiterals;

namespace xs::client {

Expected<Call::Request> ListWebhooksCall::request()
{
    return Request{.path = api::path::webhookConfigs.toString()};
}

Expected<void> ListWebhooksCall::read(const Json &body)
{
    if (!body.is_array())
        return Unexpected(ErrorCode::UnreadableAnswer, u"no list of webhooks"_s);
    m_webhooks.clear();
    for (const auto &webhook : body)
        if (const auto id = stringMember(webhook, "id"))
            m_webhooks.push_back({*id, stringMember(webhook, "webhook_url").value_or(QString())});
    return {};
}

} // namespace xs::client
