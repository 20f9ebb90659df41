// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"
#include "server/listpage.h"

namespace xs::server {

/// The answer for an error of the stores: 404 for NotFound, 409 for Conflict, 429 and 503 for what is to be tried again
/// in a moment, 507 for a full disk, else 500.
/// `what` names the thing that was looked for ("file").
Response storeErrorResponse(const Error &error, const QString &what);

/// An answer for a fault of the service itself, and an entry in the log that the same correlation id brings together
/// with it. `detail` is for the client; `logged` may say more.
Response faultResponse(int status, const QString &detail, const QString &logged = {});

/// The API's page object.
template <typename T, typename ToJson>
Json pageJson(const ListPage<T> &page, ToJson &&toJson)
{
    Json json;
    auto &items = json["items"] = Json::array();
    for (const auto &item : page.items)
        items.push_back(toJson(item));
    json["next_page_token"] = page.next ? Json(toStd(page.next->text())) : Json();
    json["total_size"] = nullptr;
    return json;
}

inline Json orNull(const std::optional<QString> &text)
{
    return text ? Json(toStd(*text)) : Json();
}

} // namespace xs::server
