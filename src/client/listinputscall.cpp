// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/listinputscall.h"

#include "api/paths.h"

using namespace Qt::StringLiterals;

namespace xs::client {

ListInputsCall::ListInputsCall(const Network &network, const Connection &connection, Kind kind, QString pageToken)
    : Call(network, connection), m_kind(kind), m_pageToken(std::move(pageToken))
{
}

Expected<Call::Request> ListInputsCall::request()
{
    QUrlQuery query;
    query.addQueryItem(u"page_size"_s, u"100"_s);
    if (m_kind == Kind::ParseJobs)
        query.addQueryItem(u"status"_s, u"COMPLETED"_s);
    if (!m_pageToken.isEmpty())
        query.addQueryItem(u"page_token"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_pageToken)));
    const auto path = m_kind == Kind::Files ? api::path::files : api::path::parse;
    return Request{.path = path.toString(), .query = query};
}

Expected<void> ListInputsCall::read(const Json &body)
{
    const auto &items = member(body, "items");
    if (!items.is_array())
        return Unexpected(ErrorCode::UnreadableAnswer, u"a list needs items"_s);
    m_page.nextPageToken = stringMember(body, "next_page_token").value_or(QString());
    for (const auto &item : items) {
        const auto id = stringMember(item, "id").value_or(QString());
        const auto status = stringMember(item, "status").value_or(u"COMPLETED"_s);
        if (id.isEmpty() || status != "COMPLETED"_L1)
            continue;
        // Files have the second alone.
        const auto made =
            stringMember(item, "created_at").value_or(stringMember(item, "last_modified_at").value_or(QString()));
        m_page.items.push_back({id, stringMember(item, "name").value_or(QString()), api::readTimestamp(made)});
    }
    return {};
}

} // namespace xs::client
