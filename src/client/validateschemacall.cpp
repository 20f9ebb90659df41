// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/validateschemacall.h"

#include "api/paths.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace xs::client {

ValidateSchemaCall::ValidateSchemaCall(const Network &network, const Connection &connection, Json schema)
    : Call(network, connection), m_schema(std::move(schema))
{
}

Expected<Call::Request> ValidateSchemaCall::request()
{
    auto body = Json::object();
    body["data_schema"] = m_schema;
    const auto path = m_otherPath ? api::path::schemaValidate : api::path::schemaValidation;
    return Request{.verb = Verb::Post, .path = path.toString(), .body = toBytes(body), .withProject = false};
}

Expected<void> ValidateSchemaCall::read(const Json &body)
{
    const auto &schema = member(body, "data_schema");
    if (!schema.is_object())
        return Unexpected(ErrorCode::UnreadableAnswer, u"no data_schema"_s);
    m_schema = schema;
    return {};
}

bool ValidateSchemaCall::tryOtherForm(const AttemptOutcome &outcome)
{
    const auto unknownPath = outcome.httpStatus == 404 || outcome.httpStatus == 405;
    return unknownPath && !std::exchange(m_otherPath, true);
}

} // namespace xs::client
