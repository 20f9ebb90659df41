// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace xs {

/// An opaque identifier that cannot be mistaken for one of another kind.
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString text) : m_text(std::move(text)) {}
    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    auto operator<=>(const Id &) const = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

/// A job in this program's own store; made before anything is sent.
using LocalJobId = Id<struct LocalJobTag>;
/// A job as the server names it (`ext-…`).
using JobId = Id<struct JobTag>;
/// A file as the server names it (`dfl-…`).
using FileId = Id<struct FileTag>;

} // namespace xs
