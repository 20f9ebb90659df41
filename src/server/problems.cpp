// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/problems.h"

#include "api/errorjson.h"

using namespace Qt::StringLiterals;

namespace xs::server {

void Problems::add(const QStringList &location, const QString &message, const QString &type)
{
    m_entries.push_back(api::validationErrorBody(location, message, type)["detail"][0]);
}

void Problems::addMissing(const QStringList &location)
{
    add(location, u"Field required"_s, u"missing"_s);
}

Response Problems::response() const
{
    auto body = Json::object();
    body["detail"] = m_entries;
    return jsonResponse(body, 422);
}

std::optional<Response> refuseUnlessObject(const Json &body)
{
    if (body.is_object())
        return {};
    Problems problems;
    problems.add({u"body"_s}, u"Input should be a valid object"_s, u"model_attributes_type"_s);
    return problems.response();
}

} // namespace xs::server
