// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/multipart.h"

#include <QHash>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

constexpr qsizetype longestHeader = 16 * 1024;

/// A parameter value from `position` on: quoted or a token. Moves the position behind it.
QByteArray parameterValue(const QByteArray &text, qsizetype &position)
{
    QByteArray value;
    if (position < text.size() && text[position] == '"') {
        for (++position; position < text.size() && text[position] != '"'; ++position) {
            // Older senders escape a quote with a backslash; a backslash before anything else is itself.
            if (text[position] == '\\' && position + 1 < text.size() && text[position + 1] == '"')
                ++position;
            value += text[position];
        }
        ++position;
    } else {
        while (position < text.size() && text[position] != ';')
            value += text[position++];
        value = value.trimmed();
    }
    return value;
}

/// `type; name="value"; …` as its parameters, names in lower case.
QHash<QByteArray, QByteArray> headerParameters(const QByteArray &text)
{
    QHash<QByteArray, QByteArray> parameters;
    auto position = text.indexOf(';');
    while (position >= 0 && position < text.size()) {
        const auto equals = text.indexOf('=', position);
        if (equals < 0)
            break;
        const auto name = text.mid(position + 1, equals - position - 1).trimmed().toLower();
        auto next = equals + 1;
        while (next < text.size() && text[next] == ' ')
            ++next;
        parameters.insert(name, parameterValue(text, next));
        position = text.indexOf(';', next);
    }
    return parameters;
}

/// What browsers escape in a quoted name (HTML standard, "multipart/form-data").
QString plainName(QByteArray text)
{
    return QString::fromUtf8(text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"));
}

/// `UTF-8''name%20of%20it` (RFC 5987).
QString extendedName(const QByteArray &text)
{
    return QUrl::fromPercentEncoding(text.mid(text.lastIndexOf('\'') + 1));
}

/// The last step of a path, whichever system it comes from, without control characters.
QString withoutFolder(QString name)
{
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return name.mid(qMax(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1).trimmed();
}

std::optional<PartHeader> parseHeader(const QByteArray &block)
{
    for (const auto &line : block.split('\n')) {
        const auto colon = line.indexOf(':');
        if (line.left(qMax(colon, 0)).trimmed().toLower() != "content-disposition")
            continue;
        const auto parameters = headerParameters(line.mid(colon + 1).trimmed());
        if (!parameters.contains("name"))
            return {};
        PartHeader header{plainName(parameters["name"]), {}};
        if (parameters.contains("filename*"))
            header.fileName = withoutFolder(extendedName(parameters["filename*"]));
        else if (parameters.contains("filename"))
            header.fileName = withoutFolder(plainName(parameters["filename"]));
        return header;
    }
    return {};
}

} // namespace

QByteArray multipartBoundary(const QByteArray &contentType)
{
    if (!contentType.trimmed().toLower().startsWith("multipart/form-data"))
        return {};
    const auto boundary = headerParameters(contentType).value("boundary");
    return boundary.size() <= 70 ? boundary : QByteArray();
}

// A body begins with a boundary that has no line break before it; with one in the buffer all are alike.
MultipartReader::MultipartReader(const QByteArray &boundary, Receiver receiver)
    : m_delimiter("\r\n--" + boundary), m_receiver(std::move(receiver)), m_buffer("\r\n")
{
}

bool MultipartReader::feed(const char *data, std::size_t size)
{
    m_buffer.append(data, static_cast<qsizetype>(size));
    while (step()) {
    }
    return m_state != State::Failed;
}

bool MultipartReader::fail()
{
    m_state = State::Failed;
    m_buffer.clear();
    return false;
}

/// One transition; false when more bytes are needed or nothing more is taken.
bool MultipartReader::step()
{
    switch (m_state) {
    case State::Preamble:
        return readPreamble();
    case State::AfterBoundary:
        return readAfterBoundary();
    case State::Header:
        return readHeader();
    case State::Data:
        return readData();
    case State::Done:
        m_buffer.clear();
        return false;
    case State::Failed:
        break;
    }
    return false;
}

bool MultipartReader::readPreamble()
{
    const auto found = m_buffer.indexOf(m_delimiter);
    if (found < 0)
        return m_buffer.size() > longestHeader ? fail() : false;
    m_buffer.remove(0, found + m_delimiter.size());
    m_state = State::AfterBoundary;
    return true;
}

bool MultipartReader::readAfterBoundary()
{
    if (m_buffer.startsWith("--")) {
        m_state = State::Done;
        return true;
    }
    // Blanks may follow a boundary (RFC 2046, 5.1.1).
    const auto lineEnd = m_buffer.indexOf("\r\n");
    if (lineEnd < 0)
        return m_buffer.size() > longestHeader ? fail() : false;
    if (!m_buffer.left(lineEnd).trimmed().isEmpty())
        return fail();
    // The line break stays: a part without any header begins with an empty line.
    m_buffer.remove(0, lineEnd);
    m_state = State::Header;
    return true;
}

bool MultipartReader::readHeader()
{
    const auto end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0 || end > longestHeader)
        return m_buffer.size() > longestHeader ? fail() : false;
    const auto header = parseHeader(m_buffer.left(end));
    if (!header || !m_receiver.partBegins(*header))
        return fail();
    m_buffer.remove(0, end + 4);
    m_state = State::Data;
    return true;
}

bool MultipartReader::readData()
{
    const auto found = m_buffer.indexOf(m_delimiter);
    // A delimiter may lie across two pieces; its possible beginning stays in the buffer.
    const auto ready = found >= 0 ? found : qMax(qsizetype(0), m_buffer.size() - m_delimiter.size() + 1);
    if (ready > 0 && !m_receiver.partData(m_buffer.constData(), static_cast<std::size_t>(ready)))
        return fail();
    m_buffer.remove(0, ready);
    if (found < 0)
        return false;
    m_buffer.remove(0, m_delimiter.size());
    m_state = State::AfterBoundary;
    return m_receiver.partEnds() ? true : fail();
}

} // namespace xs::server
