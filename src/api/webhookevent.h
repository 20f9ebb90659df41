// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace xs::api {

/// The names of events by the family of jobs that they tell of, in the API's order (SDK 2.16.0; the reference
/// page has the first three). `unmapped_event` has no family and is not offered.
struct EventFamily
{
    QString name;
    /// With the family's name: "extract.success".
    QStringList events;
};
const std::vector<EventFamily> &eventFamilies();

/// An event as it is posted: `event_id`, `event_type`, `timestamp` (Unix seconds) and `data` with the job's id
/// as `id` and `job_id`.
Json webhookEvent(const QString &eventId, const QString &type, const QDateTime &time, const QString &jobId);

/// The bytes to send for an event: itself, or (the API's default) its text inside one JSON string.
QByteArray webhookBody(const Json &event, bool asJson);
/// The value of the header `LC-Signature` for these bytes: "sha256=" and the HMAC in lower-case hex.
QByteArray webhookSignature(const QByteArray &secret, const QByteArray &body);

} // namespace xs::api
