// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/createjobcall.h"

#include "api/jobjson.h"
#include "api/paths.h"
#include "domain/webhooksecrets.h"

namespace xs::client {

namespace {

constexpr auto webhooksKey = "webhook_configurations";
constexpr auto webhookIdsKey = "webhook_configuration_ids";

bool hasElements(const Json &json)
{
    return json.is_array() && !json.empty();
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
    // Stored beside the configuration's own members, sent beside the configuration.
    for (const auto *key : {webhooksKey, webhookIdsKey}) {
        body["configuration"].erase(key);
        if (const auto &wanted = member(m_wanted.configuration, key); hasElements(wanted))
            body[key] = wanted;
    }
    if (body.contains(webhooksKey))
        for (auto &entry : body[webhooksKey])
            if (const auto done = domain::putSecrets(entry, connection().webhookSecrets); !done)
                return Unexpected(done.error());
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
