// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/canceljobcall.h"

#include "api/jobjson.h"
#include "api/paths.h"

namespace xs::client {

CancelJobCall::CancelJobCall(const Network &network, const Connection &connection, JobId id)
    : Call(network, connection), m_id(std::move(id))
{
}

bool CancelJobCall::meansOver(const Error &error)
{
    return error.code == ErrorCode::RequestRefused || error.code == ErrorCode::NotFound ||
           error.code == ErrorCode::Conflict;
}

Expected<Call::Request> CancelJobCall::request()
{
    return Request{.verb = Verb::Post, .path = api::path::item(api::path::extract, m_id.text(), u"cancel")};
}

Expected<void> CancelJobCall::read(const Json &body)
{
    auto job = api::jobFromJson(body);
    if (!job)
        return Unexpected(job.error());
    if (job->id != m_id)
        return Unexpected(ErrorCode::UnreadableAnswer, QStringLiteral("the answer is about another job"));
    m_job = std::move(*job);
    return {};
}

} // namespace xs::client
