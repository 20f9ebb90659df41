// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/queryreader.h"

#include "api/jobjson.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr int defaultPageSize = 50;
constexpr int largestPageSize = 1000;

} // namespace

std::optional<QString> QueryReader::text(const QString &name) const
{
    for (const auto &[key, value] : m_query)
        if (key == name && !value.isEmpty())
            return value;
    return {};
}

QStringList QueryReader::texts(const QString &name) const
{
    QStringList values;
    for (const auto &[key, value] : m_query)
        if (key == name && !value.isEmpty())
            values << value;
    return values;
}

QStringList QueryReader::expand() const
{
    QStringList values;
    for (const auto &value : texts(u"expand"_s))
        values << value.split(u',', Qt::SkipEmptyParts);
    return values;
}

std::optional<qint64> QueryReader::integer(const QString &name, qint64 least, qint64 most)
{
    const auto value = text(name);
    if (!value)
        return {};
    bool ok = false;
    const auto number = value->toLongLong(&ok);
    if (!ok)
        refuse(name, u"Input should be a valid integer"_s, u"int_parsing"_s);
    else if (number < least)
        refuse(name, u"Input should be greater than or equal to %1"_s.arg(least), u"greater_than_equal"_s);
    else if (number > most)
        refuse(name, u"Input should be less than or equal to %1"_s.arg(most), u"less_than_equal"_s);
    else
        return number;
    return {};
}

std::optional<bool> QueryReader::flag(const QString &name)
{
    const auto value = word(name, {u"true"_s, u"false"_s, u"1"_s, u"0"_s});
    return value ? std::optional(*value == "true"_L1 || *value == "1"_L1) : std::nullopt;
}

std::optional<QDateTime> QueryReader::moment(const QString &name)
{
    const auto value = text(name);
    if (!value)
        return {};
    const auto moment = api::readTimestamp(*value);
    if (moment.isValid())
        return moment;
    refuse(name, u"Input should be a valid datetime"_s, u"datetime_parsing"_s);
    return {};
}

std::optional<QString> QueryReader::word(const QString &name, const QStringList &allowed)
{
    const auto value = text(name);
    if (!value || allowed.contains(*value))
        return value;
    refuse(name, u"Input should be one of: %1"_s.arg(allowed.join(", "_L1)), u"enum"_s);
    return {};
}

int QueryReader::pageSize()
{
    const auto size = integer(u"page_size"_s, 1, std::numeric_limits<qint64>::max());
    return static_cast<int>(qMin(size.value_or(defaultPageSize), qint64(largestPageSize)));
}

std::optional<PageToken> QueryReader::pageToken()
{
    const auto value = text(u"page_token"_s);
    const auto token = value ? PageToken::parse(*value) : std::nullopt;
    if (value && !token)
        refuse(u"page_token"_s, u"this is no page token of this list"_s);
    return token;
}

void QueryReader::refuse(const QString &name, const QString &message, const QString &type)
{
    m_problems.add({u"query"_s, name}, message, type);
}

} // namespace xs::server
