// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook.h"

#include "api/webhookevent.h"
#include "server/problems.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

/// A header's value must not begin another header.
bool isHeaderText(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c.unicode() < 256 && c != u'\x7f'; });
}

/// A token (RFC 9110, section 5.6.2) that is not for the connection itself to say.
bool mayBeHeaderName(const QString &name)
{
    static const QStringList ofConnection{u"host"_s,       u"content-length"_s, u"transfer-encoding"_s,
                                          u"connection"_s, u"upgrade"_s,        u"expect"_s,
                                          u"te"_s,         u"trailer"_s};
    const auto isTokenCharacter = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || u"!#$%&'*+-.^_`|~"_s.contains(c));
    };
    return !name.isEmpty() && std::ranges::all_of(name, isTokenCharacter) && !ofConnection.contains(name.toLower());
}

void readUrl(const Json &entry, const QStringList &location, Hosts hosts, Webhook &webhook, Problems &problems)
{
    const auto place = location + QStringList(u"webhook_url"_s);
    const auto text = stringMember(entry, "webhook_url");
    webhook.url = QUrl(text.value_or(QString()), QUrl::StrictMode);
    if (!text)
        problems.addMissing(place);
    else if (!webhook.url.isValid() || webhook.url.host().isEmpty() ||
             (webhook.url.scheme() != "http"_L1 && webhook.url.scheme() != "https"_L1))
        problems.add(place, u"Input should be a valid http or https URL"_s, u"url_parsing"_s);
    else if (!mayReach(webhook.url, hosts))
        problems.add(place, u"Value error, this service tells programs on this computer only"_s);
}

void readEvents(const Json &entry, const QStringList &location, Webhook &webhook, Problems &problems)
{
    const auto &events = member(entry, "webhook_events");
    if (events.is_null())
        return;
    QStringList names;
    bool ok = events.is_array() && !events.empty();
    if (ok)
        for (const auto &name : events) {
            ok = ok && name.is_string();
            names << toQString(name);
        }
    if (!ok)
        problems.add(location + QStringList(u"webhook_events"_s),
                     u"Input should be a list of event names, or null for all"_s, u"list_type"_s);
    webhook.events = names;
}

void readHeaders(const Json &entry, const QStringList &location, Webhook &webhook, Problems &problems)
{
    const auto &headers = member(entry, "webhook_headers");
    if (headers.is_null())
        return;
    bool ok = headers.is_object();
    if (ok)
        for (const auto &[name, value] : headers.items()) {
            ok = ok && value.is_string() && mayBeHeaderName(toQString(name)) && isHeaderText(toQString(value));
            webhook.headers.emplace_back(toQString(name).toLatin1(), toQString(value).toLatin1());
        }
    if (!ok)
        problems.add(location + QStringList(u"webhook_headers"_s), u"Input should be an object of header texts"_s,
                     u"dict_type"_s);
}

} // namespace

Webhook readWebhook(const Json &entry, const QStringList &location, Hosts hosts, Problems &problems)
{
    Webhook webhook;
    readUrl(entry, location, hosts, webhook, problems);
    readEvents(entry, location, webhook, problems);
    readHeaders(entry, location, webhook, problems);
    const auto format = stringMember(entry, "webhook_output_format").value_or(u"string"_s);
    webhook.asJson = format == "json"_L1;
    if (!webhook.asJson && format != "string"_L1)
        problems.add(location + QStringList(u"webhook_output_format"_s), u"Input should be 'string' or 'json'"_s,
                     u"literal_error"_s);
    webhook.secret = stringMember(entry, "webhook_signing_secret").value_or(QString()).toUtf8();
    return webhook;
}

QByteArray webhookBody(const Webhook &webhook, const Json &event)
{
    return api::webhookBody(event, webhook.asJson);
}

} // namespace xs::server
