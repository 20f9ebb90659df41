// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"
#include "server/webhookwish.h"

namespace xs::server {

/// The tiers that a parse job may ask for; all run the same rules here.
const QStringList &parseTiers();

/// What the body of a new parse job asks for, checked as far as that is possible without the stores.
struct ParseCall
{
    /// One of the two is set, unless the document comes with the request.
    std::optional<QString> fileId;
    std::optional<QString> sourceUrl;
    std::optional<QString> configurationId;
    /// The settings: the members that a saved configuration may hold too.
    Json settings = Json::object();
    Json userMetadata;
    WebhookWish webhooks;
};

/// Where the document of a parse job comes from.
enum class ParseInput { Named, Uploaded };

/// Reads the body, or gives the refusal, 422: unlike those of extract jobs, these bodies may have no unknown members.
struct ReadParseCall
{
    ParseCall call;
    std::optional<Response> refusal;
};
ReadParseCall readParseCall(const Json &body, ParseInput input, Hosts hosts);

/// Checks the values of parse settings; problems are placed below `location`.
void checkParseSettings(const Json &settings, const QStringList &location, Problems &problems);

/// A saved configuration's settings with those of the request in their places.
Json mergedSettings(const Json &saved, const Json &asked);

} // namespace xs::server
