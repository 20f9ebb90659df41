// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"

namespace xs::client {

/// Has the server check a schema (POST extract/schema/validation, or …/validate where that is not known).
/// A schema that it refuses is RequestRefused with the server's reason.
class ValidateSchemaCall final : public Call
{
    Q_OBJECT

public:
    ValidateSchemaCall(const Network &network, const Connection &connection, Json schema);

    /// The schema as the server would use it.
    const Json &schema() const { return m_schema; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;
    bool tryOtherForm(const AttemptOutcome &outcome) override;

private:
    Json m_schema;
    bool m_otherPath = false;
};

} // namespace xs::client
