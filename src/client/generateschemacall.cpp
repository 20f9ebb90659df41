// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/generateschemacall.h"

#include "api/paths.h"

using namespace Qt::StringLiterals;

namespace xs::client {

GenerateSchemaCall::GenerateSchemaCall(const Network &network, const Connection &connection, SchemaWish wish)
    : Call(network, connection), m_wish(std::move(wish))
{
}

Expected<Call::Request> GenerateSchemaCall::request()
{
    auto body = Json::object();
    const auto write = [&body](const char *key, const QString &text) {
        if (!text.isEmpty())
            body[key] = toStd(text);
    };
    write("name", m_wish.name);
    write("prompt", m_wish.prompt);
    write("file_id", m_wish.fileId);
    if (!m_wish.dataSchema.is_null())
        body["data_schema"] = m_wish.dataSchema;
    return Request{.verb = Verb::Post, .path = api::path::schemaGenerate.toString(), .body = toBytes(body)};
}

Expected<void> GenerateSchemaCall::read(const Json &body)
{
    const auto &parameters = member(body, "parameters");
    if (!member(parameters, "data_schema").is_object())
        return Unexpected(ErrorCode::UnreadableAnswer, u"no parameters.data_schema"_s);
    m_parameters = parameters;
    m_name = stringMember(body, "name").value_or(QString());
    return {};
}

} // namespace xs::client
