// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/webhooksecrets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::domain {

namespace {

QString addressOf(const Json &entry)
{
    return stringMember(entry, webhook::url).value_or(QString());
}

} // namespace

bool isSecretHeader(const QString &header)
{
    static const QStringList words{u"auth"_s,  u"cookie"_s,   u"credential"_s, u"key"_s,
                                   u"token"_s, u"password"_s, u"secret"_s,     u"signature"_s};
    return std::ranges::any_of(words,
                               [&header](const QString &word) { return header.contains(word, Qt::CaseInsensitive); });
}

QString headerSecretName(const QString &address, const QString &header)
{
    return address + u'\n' + header.toLower();
}

std::vector<WebhookSecret> takeSecrets(Json &entry)
{
    std::vector<WebhookSecret> taken;
    if (!entry.is_object())
        return taken;
    const auto address = addressOf(entry);
    if (const auto secret = stringMember(entry, webhook::signingSecret); secret && !secret->isEmpty())
        taken.push_back({address, *secret});
    entry.erase(webhook::signingSecret);
    const auto headers = entry.find(webhook::headers);
    if (headers == entry.end() || !headers->is_object())
        return taken;
    for (const auto &[name, value] : headers->items()) {
        const auto header = toQString(name);
        if (!value.is_string() || !isSecretHeader(header))
            continue;
        taken.push_back({headerSecretName(address, header), toQString(value)});
        value = nullptr;
    }
    return taken;
}

Expected<void> putSecrets(Json &entry, const std::map<QString, QString> &secrets)
{
    const auto address = addressOf(entry);
    if (const auto secret = secrets.find(address); secret != secrets.end()) {
        if (secret->second.isEmpty())
            return Unexpected(ErrorCode::KeyringUnavailable, {}, address);
        entry[webhook::signingSecret] = toStd(secret->second);
    }
    const auto headers = entry.find(webhook::headers);
    if (headers == entry.end() || !headers->is_object())
        return {};
    for (const auto &[name, value] : headers->items()) {
        if (!value.is_null())
            continue;
        const auto secret = secrets.find(headerSecretName(address, toQString(name)));
        if (secret == secrets.end() || secret->second.isEmpty())
            return Unexpected(ErrorCode::KeyringUnavailable, toQString(name), address);
        value = toStd(secret->second);
    }
    return {};
}

} // namespace xs::domain
