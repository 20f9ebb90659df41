// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace xs::server {

/// The header of one part of a form.
struct PartHeader
{
    QString name;
    /// The file name without any folder; absent for a plain field.
    std::optional<QString> fileName;
    bool operator==(const PartHeader &) const = default;
};

/// The boundary of a `multipart/form-data` content type; empty when it is none (RFC 2046, 5.1.1).
QByteArray multipartBoundary(const QByteArray &contentType);

/// Cuts a `multipart/form-data` body (RFC 7578) into parts while it arrives, in pieces of any size. It keeps at
/// most one piece and one part header in memory.
class MultipartReader
{
public:
    struct Receiver
    {
        /// Each may return false to stop.
        std::function<bool(const PartHeader &)> partBegins;
        std::function<bool(const char *data, std::size_t size)> partData;
        std::function<bool()> partEnds;
    };

    MultipartReader(const QByteArray &boundary, Receiver receiver);

    /// False when the body is malformed or the receiver stopped; then nothing more is taken.
    bool feed(const char *data, std::size_t size);
    /// Whether the closing boundary has been seen.
    bool isComplete() const { return m_state == State::Done; }

private:
    enum class State { Preamble, AfterBoundary, Header, Data, Done, Failed };

    bool step();
    bool readPreamble();
    bool readAfterBoundary();
    bool readHeader();
    bool readData();
    bool fail();

    QByteArray m_delimiter;
    Receiver m_receiver;
    QByteArray m_buffer;
    State m_state = State::Preamble;
};

} // namespace xs::server
