// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"

namespace xs::server {

/// Collects what is wrong with a request, for one answer 422 in the list form.
class Problems
{
public:
    /// `location` from the outside in: {"body", "file_input"}; `type` as the API's validator names it.
    void add(const QStringList &location, const QString &message, const QString &type = QStringLiteral("value_error"));
    void addMissing(const QStringList &location);
    bool any() const { return !m_entries.empty(); }
    Response response() const;

private:
    Json m_entries = Json::array();
};

/// 422 for a body that is no object.
std::optional<Response> refuseUnlessObject(const Json &body);

} // namespace xs::server
