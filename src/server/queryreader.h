// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/pagetoken.h"
#include "server/problems.h"

#include <QDateTime>

#include <optional>

namespace xs::server {

/// Reads the query of a request and remembers what is wrong with it. Empty values count as absent.
class QueryReader
{
public:
    explicit QueryReader(const Request &request) : m_query(request.query) {}

    std::optional<QString> text(const QString &name) const;
    /// Every value of a repeated key.
    QStringList texts(const QString &name) const;
    /// The values of `expand`, also those joined by commas, as hand-written calls have them.
    QStringList expand() const;
    std::optional<qint64> integer(const QString &name, qint64 least, qint64 most);
    std::optional<bool> flag(const QString &name);
    std::optional<QDateTime> moment(const QString &name);
    /// One of the words, or nothing.
    std::optional<QString> word(const QString &name, const QStringList &allowed);
    /// `page_size`: from 1, lowered to 1000, 50 when absent.
    int pageSize();
    /// `page_token`: where the page begins; nothing for the first.
    std::optional<PageToken> pageToken();

    void refuse(const QString &name, const QString &message, const QString &type = QStringLiteral("value_error"));
    const Problems &problems() const { return m_problems; }

private:
    const std::vector<std::pair<QString, QString>> &m_query;
    Problems m_problems;
};

} // namespace xs::server
