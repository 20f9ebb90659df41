// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/listjobscall.h"

#include "api/paths.h"

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

void add(QUrlQuery &query, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

} // namespace

ListJobsCall::ListJobsCall(const Network &network, const Connection &connection, JobFilter filter)
    : Call(network, connection), m_filter(std::move(filter))
{
}

Expected<Call::Request> ListJobsCall::request()
{
    QUrlQuery query;
    for (const auto &id : m_filter.ids)
        add(query, u"job_ids"_s, id.text());
    add(query, u"file_input"_s, m_filter.fileInput);
    add(query, u"status"_s, m_filter.status);
    if (m_filter.createdOnOrAfter.isValid())
        add(query, u"created_at_on_or_after"_s, api::timestamp(m_filter.createdOnOrAfter));
    if (m_filter.pageSize > 0)
        add(query, u"page_size"_s, QString::number(m_filter.pageSize));
    add(query, u"page_token"_s, m_filter.pageToken);
    return Request{.path = api::path::extract.toString(), .query = query};
}

Expected<void> ListJobsCall::read(const Json &body)
{
    auto page = api::jobPageFromJson(body);
    if (!page)
        return Unexpected(page.error());
    m_page = std::move(*page);
    return {};
}

} // namespace xs::client
