// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webhookevent.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace xs::api {

const std::vector<EventFamily> &eventFamilies()
{
    static const auto families = [] {
        const auto family = [](const QString &name, const QStringList &words) {
            EventFamily made{name, {}};
            for (const auto &word : words)
                made.events << name + u'.' + word;
            return made;
        };
        const QStringList ends{u"success"_s, u"error"_s, u"partial_success"_s, u"cancelled"_s};
        return std::vector{
            family(u"extract"_s, QStringList(u"pending"_s) + ends),
            family(u"parse"_s, QStringList{u"pending"_s, u"running"_s} + ends),
            family(u"classify"_s, QStringList{u"pending"_s, u"running"_s} + ends),
            family(u"sheets"_s, QStringList(u"pending"_s) + ends),
            family(u"split"_s, {u"pending"_s, u"processing"_s, u"success"_s, u"error"_s, u"cancelled"_s}),
            family(u"batch"_s, {u"pending"_s, u"running"_s, u"success"_s, u"error"_s, u"cancelled"_s})};
    }();
    return families;
}

Json webhookEvent(const QString &eventId, const QString &type, const QDateTime &time, const QString &jobId)
{
    return {{"event_id", toStd(eventId)},
            {"event_type", toStd(type)},
            {"timestamp", static_cast<double>(time.toMSecsSinceEpoch()) / 1000},
            {"data", {{"id", toStd(jobId)}, {"job_id", toStd(jobId)}}}};
}

QByteArray webhookBody(const Json &event, bool asJson)
{
    const auto text = toBytes(event);
    return asJson ? text : toBytes(Json(text.toStdString()));
}

QByteArray webhookSignature(const QByteArray &secret, const QByteArray &body)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
}

} // namespace xs::api
