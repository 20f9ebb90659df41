// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/configuration.h"
#include "server/httpmessage.h"
#include "server/webhookwish.h"

namespace xs::server {

/// What a body of `POST /api/v2/extract` asks for, checked as far as that is possible without the stores.
struct ExtractCall
{
    QString fileInput;
    /// One of the two is set.
    std::optional<domain::Configuration> configuration;
    std::optional<QString> configurationId;
    WebhookWish webhooks;
};

/// Reads the body, or gives the refusal: 422 for missing and contradicting members, 400 `schema_validation: …` for
/// a schema that breaks a limit. Unknown members are ignored.
struct ReadExtractCall
{
    ExtractCall call;
    std::optional<Response> refusal;
};
ReadExtractCall readExtractCall(const Json &body, Hosts hosts = Hosts::LoopbackOnly);

/// The refusal of a schema that cannot be run: 400 `schema_validation: …`.
std::optional<Response> refuseSchema(const Json &schema);

/// A `configuration` object, checked; problems are placed at `location`.
class Problems;
std::optional<domain::Configuration> readConfiguration(const Json &json, const QStringList &location,
                                                       Problems &problems);

} // namespace xs::server
