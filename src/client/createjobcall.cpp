// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/createjobcall.h"

#include "api/jobjson.h"
#include "api/paths.h"

namespace xs::client {

namespace {

constexpr auto webhooksKey = "webhook_configurations";

Expected<Json> signedWebhooks(Json entries, const Connection &connection)
{
    for (auto &entry : entries) {
        const auto address = stringMember(entry, "webhook_url").value_or(QString());
        const auto secret = connection.webhookSecrets.find(address);
        if (secret == connection.webhookSecrets.end())
            continue;
        if (secret->second.isEmpty())
            return Unexpected(ErrorCode::KeyringUnavailable, {}, address);
        entry["webhook_signing_secret"] = toStd(secret->second);
    }
    return entries;
}

} // namespace

CreateJobCall::CreateJobCall(const Network &network, const Connection &connection, NewJob job)
    : Call(network, connection), m_wanted(std::move(job))
{
}

Expected<Call::Request> CreateJobCall::request()
{
    auto body = Json::object();
    body["file_input"] = toStd(m_wanted.fileInput);
    body["configuration"] = m_wanted.configuration;
    body["configuration"].erase(webhooksKey);
    if (const auto &entries = member(m_wanted.configuration, webhooksKey); entries.is_array() && !entries.empty()) {
        auto webhooks = signedWebhooks(entries, connection());
        if (!webhooks)
            return Unexpected(webhooks.error());
        body[webhooksKey] = std::move(*webhooks);
    }
    return Request{.verb = Verb::Post,
                   .path = api::path::extract.toString(),
                   .body = toBytes(body),
                   .idempotencyKey = m_wanted.idempotencyKey};
}

Expected<void> CreateJobCall::read(const Json &body)
{
    auto job = api::jobFromJson(body);
    if (!job)
        return Unexpected(job.error());
    if (!job->fileInput.isEmpty() && job->fileInput != m_wanted.fileInput)
        return Unexpected(ErrorCode::UnreadableAnswer, QStringLiteral("the answer is about another job"));
    m_job = std::move(*job);
    return {};
}

} // namespace xs::client
