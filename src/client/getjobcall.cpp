// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/getjobcall.h"

#include "api/jobjson.h"
#include "api/paths.h"

using namespace Qt::StringLiterals;

namespace xs::client {

GetJobCall::GetJobCall(const Network &network, const Connection &connection, JobId id, Expand expand)
    : Call(network, connection), m_id(std::move(id))
{
    if (expand == Expand::Everything)
        m_parts = {u"configuration"_s, u"extract_metadata"_s, u"metadata"_s, u"usage"_s};
}

Expected<Call::Request> GetJobCall::request()
{
    QUrlQuery query;
    for (const auto &part : m_parts)
        query.addQueryItem(u"expand"_s, part);
    return Request{.path = api::path::item(api::path::extract, m_id.text()), .query = query};
}

Expected<void> GetJobCall::read(const Json &body)
{
    auto job = api::jobFromJson(body);
    if (!job)
        return Unexpected(job.error());
    if (job->id != m_id)
        return Unexpected(ErrorCode::UnreadableAnswer, QStringLiteral("the answer is about another job"));
    m_job = std::move(*job);
    return {};
}

bool GetJobCall::tryOtherForm(const AttemptOutcome &outcome)
{
    const auto refused = outcome.httpStatus == 400 || outcome.httpStatus == 422;
    constexpr auto agreedParts = 2; // configuration and extract_metadata are in every version of the API
    if (!refused || !outcome.error.detail.contains("expand"_L1) || m_parts.size() <= agreedParts)
        return false;
    m_parts.removeLast();
    return true;
}

} // namespace xs::client
