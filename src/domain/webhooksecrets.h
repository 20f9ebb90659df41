// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <map>
#include <vector>

namespace xs::domain {

/// Members of one entry of `webhook_configurations` (docs/api/openapi.yaml, WebhookConfiguration).
namespace webhook {
inline constexpr auto url = "webhook_url";
inline constexpr auto events = "webhook_events";
inline constexpr auto headers = "webhook_headers";
inline constexpr auto format = "webhook_output_format";
inline constexpr auto signingSecret = "webhook_signing_secret";
} // namespace webhook

/// What must not lie in a file: the signing secret, and values of headers such as Authorization. In files, in the job
/// store and in the window an entry has no signing secret, and null as the value of such a header; the values are
/// kept by the keyring under these names, and are put in when a request is made.
struct WebhookSecret
{
    QString name;
    QString value;

    bool operator==(const WebhookSecret &) const = default;
};

/// Whether the values of headers of this name let somebody in: Authorization, Cookie, X-Api-Key, …
bool isSecretHeader(const QString &header);
/// The signing secret's name is the address itself; a header's has the header behind it.
QString headerSecretName(const QString &address, const QString &header);

/// Takes the secrets out of an entry that has some, and gives them.
std::vector<WebhookSecret> takeSecrets(Json &entry);
/// Puts the secrets in, by their names. Error KeyringUnavailable (its place is the address) where one is missing or
/// empty, since nothing is sent unsigned or without the header that it should have.
Expected<void> putSecrets(Json &entry, const std::map<QString, QString> &secrets);

} // namespace xs::domain
