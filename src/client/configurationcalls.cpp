// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/configurationcalls.h"

#include "api/paths.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

/// As many as one page may have.
constexpr int pageSize = 200;

Expected<void> readInto(SavedConfiguration &saved, const Json &body)
{
    auto read = savedConfigurationFromJson(body);
    if (!read)
        return Unexpected(read.error());
    saved = std::move(*read);
    return {};
}

} // namespace

Expected<SavedConfiguration> savedConfigurationFromJson(const Json &json)
{
    const auto id = stringMember(json, "id");
    const auto name = stringMember(json, "name");
    const auto &parameters = member(json, "parameters");
    if (!id || !name || !parameters.is_object())
        return Unexpected(ErrorCode::UnreadableAnswer, u"no configuration with id, name and parameters"_s);
    const auto product = stringMember(json, "product_type").value_or(QString());
    return SavedConfiguration{
        *id, *name, product.isEmpty() ? stringMember(parameters, "product_type").value_or(QString()) : product,
        QDateTime::fromString(stringMember(json, "updated_at").value_or(QString()), Qt::ISODateWithMs), parameters};
}

SaveConfigurationCall::SaveConfigurationCall(const Network &network, const Connection &connection, QString name,
                                             QString productType, Json parameters)
    : Call(network, connection), m_name(std::move(name)), m_parameters(std::move(parameters))
{
    m_parameters["product_type"] = toStd(productType);
}

Expected<Call::Request> SaveConfigurationCall::request()
{
    auto body = Json::object();
    body["name"] = toStd(m_name);
    body["parameters"] = m_parameters;
    return Request{.verb = Verb::Post, .path = api::path::configurations.toString(), .body = toBytes(body)};
}

Expected<void> SaveConfigurationCall::read(const Json &body)
{
    return readInto(m_saved, body);
}

ListConfigurationsCall::ListConfigurationsCall(const Network &network, const Connection &connection,
                                               QString productType, QString pageToken)
    : Call(network, connection), m_productType(std::move(productType)), m_pageToken(std::move(pageToken))
{
}

Expected<Call::Request> ListConfigurationsCall::request()
{
    QUrlQuery query;
    query.addQueryItem(u"product_type"_s, m_productType);
    query.addQueryItem(u"latest_only"_s, u"true"_s);
    query.addQueryItem(u"page_size"_s, QString::number(pageSize));
    if (!m_pageToken.isEmpty())
        query.addQueryItem(u"page_token"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_pageToken)));
    return Request{.path = api::path::configurations.toString(), .query = query};
}

Expected<void> ListConfigurationsCall::read(const Json &body)
{
    const auto &items = member(body, "items");
    if (!items.is_array())
        return Unexpected(ErrorCode::UnreadableAnswer, u"no list of configurations"_s);
    m_items.clear();
    // One that cannot be read must not hide the others.
    for (const auto &item : items)
        if (auto saved = savedConfigurationFromJson(item); saved && saved->productType == m_productType)
            m_items.push_back(std::move(*saved));
    m_nextPageToken = items.empty() ? QString() : stringMember(body, "next_page_token").value_or(QString());
    return {};
}

GetConfigurationCall::GetConfigurationCall(const Network &network, const Connection &connection, QString id)
    : Call(network, connection), m_id(std::move(id))
{
}

Expected<Call::Request> GetConfigurationCall::request()
{
    return Request{.path = api::path::item(api::path::configurations, m_id)};
}

Expected<void> GetConfigurationCall::read(const Json &body)
{
    return readInto(m_saved, body);
}

UpdateConfigurationCall::UpdateConfigurationCall(const Network &network, const Connection &connection, QString id,
                                                 QString name, Json parameters)
    : Call(network, connection), m_id(std::move(id)), m_name(std::move(name)), m_parameters(std::move(parameters))
{
}

Expected<Call::Request> UpdateConfigurationCall::request()
{
    auto body = Json::object();
    if (!m_name.isEmpty())
        body["name"] = toStd(m_name);
    if (!m_parameters.is_null())
        body["parameters"] = m_parameters;
    return Request{.verb = Verb::Put, .path = api::path::item(api::path::configurations, m_id), .body = toBytes(body)};
}

Expected<void> UpdateConfigurationCall::read(const Json &body)
{
    return readInto(m_saved, body);
}

DeleteConfigurationCall::DeleteConfigurationCall(const Network &network, const Connection &connection, QString id)
    : Call(network, connection), m_id(std::move(id))
{
}

Expected<Call::Request> DeleteConfigurationCall::request()
{
    return Request{.verb = Verb::Delete, .path = api::path::item(api::path::configurations, m_id)};
}

Expected<void> DeleteConfigurationCall::read(const Json &)
{
    return {};
}

} // namespace xs::client
