// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariantList>

namespace xs::server {

/// What the rows of a list must fulfil: terms of SQL to be joined with AND, and the values that they bind, in order.
struct Condition
{
    QStringList terms;
    QVariantList values;

    void add(const QString &term, const QVariantList &bound)
    {
        terms << term;
        values << bound;
    }

    /// The column has one of the values.
    void addAnyOf(const QString &column, const QStringList &wanted)
    {
        add(QStringLiteral("%1 IN (%2)").arg(column, QStringList(wanted.size(), QStringLiteral("?")).join(u',')),
            QVariantList(wanted.cbegin(), wanted.cend()));
    }
};

} // namespace xs::server
