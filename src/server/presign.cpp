// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/presign.h"

#include "api/jobjson.h"
#include "server/auth.h"
#include "server/queryreader.h"
#include "server/token.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace xs::server {

Presigner::Presigner(const Clock &clock, const ListenPlace &place)
    : m_clock(clock), m_authority(place.authority()), m_secret(makeToken())
{
}

QByteArray Presigner::signature(const QString &id, const QByteArray &expiry) const
{
    return QMessageAuthenticationCode::hash(id.toUtf8() + '\n' + expiry, m_secret, QCryptographicHash::Sha256).toHex();
}

Json Presigner::urlOf(const QString &id, qint64 lifetimeSeconds, QStringView folder) const
{
    const auto end = m_clock.now().addSecs(lifetimeSeconds);
    const auto expiry = QByteArray::number(end.toSecsSinceEpoch());
    const auto url = u"http://%1/%2/%3?expires=%4&signature=%5"_s.arg(
        m_authority, folder, id, QString::fromLatin1(expiry), QString::fromLatin1(signature(id, expiry)));
    Json json;
    json["url"] = toStd(url);
    json["expires_at"] = toStd(api::timestamp(end));
    json["form_fields"] = nullptr;
    return json;
}

bool Presigner::allows(const Request &request, const QString &id) const
{
    const QueryReader query(request);
    const auto expiry = query.text(u"expires"_s).value_or(QString()).toLatin1();
    const auto proof = query.text(u"signature"_s).value_or(QString()).toLatin1();
    return equalInConstantTime(proof, signature(id, expiry)) && expiry.toLongLong() > m_clock.now().toSecsSinceEpoch();
}

} // namespace xs::server
