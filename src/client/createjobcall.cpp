// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/createjobcall.h"

#include "api/jobjson.h"
#include "api/paths.h"

namespace xs::client {

CreateJobCall::CreateJobCall(const Network &network, const Connection &connection, NewJob job)
    : Call(network, connection), m_wanted(std::move(job))
{
}

Expected<Call::Request> CreateJobCall::request()
{
    auto body = Json::object();
    body["file_input"] = toStd(m_wanted.fileInput);
    body["configuration"] = m_wanted.configuration;
    if (!m_wanted.webhooks.is_null())
        body["webhook_configurations"] = m_wanted.webhooks;
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
