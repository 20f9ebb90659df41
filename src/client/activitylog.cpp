// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/activitylog.h"

#include "base/json.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

const auto hidden = u"••••••••"_s;

bool isSecret(const QString &name)
{
    return name.contains("secret"_L1, Qt::CaseInsensitive) || name.contains("token"_L1, Qt::CaseInsensitive) ||
           name.contains("password"_L1, Qt::CaseInsensitive) || name.contains("signature"_L1, Qt::CaseInsensitive) ||
           name.contains("api_key"_L1, Qt::CaseInsensitive) || name.contains("credential"_L1, Qt::CaseInsensitive);
}

/// The schema is the user's own and may well have a field "token"; nothing in it is hidden.
void hideSecrets(Json &json)
{
    if (json.is_array())
        for (auto &element : json)
            hideSecrets(element);
    if (!json.is_object())
        return;
    for (auto &[name, value] : json.items()) {
        if (name == "data_schema" || name == "extract_result" || name == "extract_metadata" ||
            name == "next_page_token")
            continue;
        if (name == "webhook_headers" && value.is_object())
            for (auto &header : value)
                header = toStd(hidden);
        else if (value.is_string() && isSecret(QString::fromStdString(name)))
            value = toStd(hidden);
        else if (value.is_string() && QString::fromStdString(name).endsWith("url"_L1))
            value = toStd(redactedUrl(QUrl(toQString(value))).toString(QUrl::FullyEncoded));
        else
            hideSecrets(value);
    }
}

} // namespace

QByteArray redactedAuthorization(const QString &key)
{
    const auto isLong = key.size() >= 12;
    const auto head = key.startsWith("llx-"_L1) ? u"llx-"_s : QString();
    return (u"Bearer "_s + head + hidden + (isLong ? key.right(4) : QString())).toUtf8();
}

QByteArray redactedJson(const QByteArray &text)
{
    auto json = parseJson(text);
    if (!json)
        return text;
    const auto before = *json;
    hideSecrets(*json);
    return *json == before ? text : toBytes(*json);
}

QUrl redactedUrl(const QUrl &url)
{
    if (!url.hasQuery())
        return url;
    QUrlQuery query(url);
    auto items = query.queryItems(QUrl::FullyEncoded);
    for (auto &[name, value] : items)
        if (isSecret(name) && name != "page_token"_L1)
            value = QString::fromLatin1(QUrl::toPercentEncoding(hidden));
    query.setQueryItems(items);
    auto shown = url;
    shown.setQuery(query);
    return shown;
}

quint64 ActivityLog::begin(Exchange exchange)
{
    exchange.number = ++m_last;
    exchange.url = redactedUrl(exchange.url);
    exchange.body = redactedJson(exchange.body);
    exchange.body.truncate(bodyLimit);
    m_size += exchange.body.size();
    m_exchanges.push_back(std::move(exchange));
    emit begun();
    keepWithinBounds();
    return m_last;
}

void ActivityLog::addField(quint64 number, const QPair<QByteArray, QByteArray> &field)
{
    if (auto *exchange = const_cast<Exchange *>(find(number)))
        exchange->fields.append(field);
}

void ActivityLog::end(quint64 number, int status, const Error &error, const QByteArray &answer,
                      std::chrono::milliseconds took)
{
    auto *exchange = const_cast<Exchange *>(find(number));
    if (!exchange || exchange->isOver)
        return;
    exchange->status = status;
    exchange->error = error;
    exchange->answerSize = answer.size();
    // What is too long to be shown is not read through for secrets either.
    exchange->answer = answer.size() <= 4 * bodyLimit ? redactedJson(answer).left(bodyLimit) : QByteArray();
    exchange->took = took;
    exchange->isOver = true;
    m_size += exchange->answer.size();
    emit ended(number);
    keepWithinBounds();
}

const Exchange *ActivityLog::find(quint64 number) const
{
    const auto found = std::ranges::lower_bound(m_exchanges, number, {}, &Exchange::number);
    return found != m_exchanges.end() && found->number == number ? &*found : nullptr;
}

void ActivityLog::clear()
{
    if (m_exchanges.empty())
        return;
    emit aboutToDrop(static_cast<int>(m_exchanges.size()));
    m_exchanges.clear();
    m_size = 0;
    emit dropped();
}

/// Some are dropped at once, so that a full log does not move with every request.
void ActivityLog::keepWithinBounds()
{
    if (m_exchanges.size() <= exchangeLimit && m_size <= totalLimit)
        return;
    std::size_t count = 0;
    auto left = m_size;
    while (count + 1 < m_exchanges.size() &&
           (m_exchanges.size() - count > exchangeLimit * 9 / 10 || left > totalLimit * 9 / 10)) {
        left -= m_exchanges[count].body.size() + m_exchanges[count].answer.size();
        ++count;
    }
    emit aboutToDrop(static_cast<int>(count));
    m_exchanges.erase(m_exchanges.begin(), m_exchanges.begin() + static_cast<std::ptrdiff_t>(count));
    m_size = left;
    emit dropped();
}

} // namespace xs::client
