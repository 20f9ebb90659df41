// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readermessages.h"

#include <QDataStream>

#include <cerrno>
#include <cmath>
#include <poll.h>
#include <sys/socket.h>

namespace xs::document {

namespace {

/// More than the largest picture.
constexpr quint64 longestMessage = 520ULL * 1024 * 1024;
constexpr int millisecondsBetweenQuestions = 4;
constexpr domain::PageSize letterSize(612, 792);
constexpr double longestSide = 1e6;

template <typename... Values>
QByteArray written(const Values &...values)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    (stream << ... << values);
    return bytes;
}

/// Nothing when there are too few bytes.
template <typename... Values>
bool readInto(QDataStream &stream, Values &...values)
{
    stream.setVersion(QDataStream::Qt_6_4);
    (stream >> ... >> values);
    return stream.status() == QDataStream::Ok;
}

/// As QDataStream reads a list, but without memory for as many values as the first bytes promise: a reader that was
/// taken over by its document may promise anything.
template <typename Value>
bool readListInto(QDataStream &stream, std::vector<Value> &values)
{
    quint32 count = 0;
    if (!readInto(stream, count))
        return false;
    for (quint32 i = 0; i < count; ++i)
        if (!readInto(stream, values.emplace_back()))
            return false;
    return true;
}

bool isPossible(const domain::PageSize &size)
{
    const auto fits = [](double side) { return side > 0 && side <= longestSide; };
    return fits(size.width()) && fits(size.height());
}

bool isPossible(const Word &word)
{
    const auto fits = [](double place) { return std::abs(place) <= longestSide; };
    const auto &box = word.box;
    return fits(box.x()) && fits(box.y()) && fits(box.width()) && fits(box.height()) && word.confidence >= 0 &&
           word.confidence <= 1;
}

struct PictureHead
{
    qint32 width = 0;
    qint32 height = 0;
    qint32 format = QImage::Format_Invalid;
    qint64 bytesPerLine = 0;
};
constexpr qsizetype headBytes = 3 * sizeof(qint32) + sizeof(qint64);

/// Of a number, as what comes in may be the number of no format at all.
bool isSendable(qint32 format)
{
    return format == QImage::Format_RGB32 || format == QImage::Format_ARGB32 ||
           format == QImage::Format_ARGB32_Premultiplied || format == QImage::Format_Grayscale8;
}

bool sendAll(int socket, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto sent = ::send(socket, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            return false;
        bytes = bytes.sliced(std::max<qsizetype>(sent, 0));
    }
    return true;
}

bool receiveAll(int socket, char *bytes, qsizetype size, const std::function<bool()> &goesOn)
{
    while (size > 0) {
        pollfd readable{socket, POLLIN, 0};
        const auto ready = ::poll(&readable, 1, goesOn ? millisecondsBetweenQuestions : -1);
        if (ready < 0 && errno != EINTR)
            return false;
        if (ready <= 0) {
            if (goesOn && !goesOn())
                return false;
            continue;
        }
        const auto received = ::recv(socket, bytes, static_cast<size_t>(size), 0);
        if (received == 0 || (received < 0 && errno != EINTR))
            return false;
        bytes += std::max<ssize_t>(received, 0);
        size -= std::max<ssize_t>(received, 0);
    }
    return true;
}

} // namespace

QDataStream &operator<<(QDataStream &stream, const Word &word)
{
    return stream << word.text << word.box << word.spaceAfter << word.confidence;
}

QDataStream &operator>>(QDataStream &stream, Word &word)
{
    return stream >> word.text >> word.box >> word.spaceAfter >> word.confidence;
}

QByteArray toMessage(const ReaderRequest &request)
{
    return written(quint8(request.what), request.path, request.wantsSizes, qint32(request.page), qint32(request.width),
                   request.area);
}

std::optional<ReaderRequest> requestOf(const QByteArray &message)
{
    ReaderRequest request;
    quint8 what = 0;
    qint32 page = 0;
    qint32 width = 0;
    QDataStream stream(message);
    if (!readInto(stream, what, request.path, request.wantsSizes, page, width, request.area) ||
        what > quint8(ReaderRequest::What::ReadWords))
        return {};
    request.what = ReaderRequest::What(what);
    request.page = page;
    request.width = width;
    return request;
}

QByteArray toMessage(const Expected<std::vector<domain::PageSize>> &opened)
{
    if (!opened)
        return written(errorCodeName(opened.error().code), opened.error().detail, opened.error().place);
    return written(QString(), QList<domain::PageSize>(opened->begin(), opened->end()));
}

Expected<std::vector<domain::PageSize>> openedOf(const QByteArray &message)
{
    QDataStream stream(message);
    QString code;
    if (!readInto(stream, code))
        return Unexpected(ErrorCode::DocumentBroken, QStringLiteral("no answer"));
    if (!code.isEmpty()) {
        Error error;
        readInto(stream, error.detail, error.place);
        error.code = errorCodeFromName(code);
        return Unexpected(error);
    }
    std::vector<domain::PageSize> sizes;
    if (!readListInto(stream, sizes))
        return Unexpected(ErrorCode::DocumentBroken, QStringLiteral("an answer without pages"));
    for (auto &size : sizes)
        size = isPossible(size) ? size : letterSize;
    return sizes;
}

QByteArray toMessage(const std::vector<Word> &words)
{
    return written(QList<Word>(words.begin(), words.end()));
}

std::vector<Word> wordsOf(const QByteArray &message)
{
    QDataStream stream(message);
    std::vector<Word> words;
    if (!readListInto(stream, words))
        return {};
    std::erase_if(words, [](const Word &word) { return !isPossible(word); });
    return words;
}

QByteArray toMessageHead(const QImage &picture)
{
    return written(qint32(picture.width()), qint32(picture.height()), qint32(picture.format()),
                   qint64(picture.bytesPerLine()));
}

QImage sendable(const QImage &picture)
{
    if (picture.isNull() || isSendable(picture.format()))
        return picture;
    return picture.convertToFormat(picture.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                             : QImage::Format_RGB32);
}

QImage pictureOf(const QByteArray &message)
{
    QDataStream stream(message);
    PictureHead head;
    if (!readInto(stream, head.width, head.height, head.format, head.bytesPerLine) || head.width <= 0 ||
        head.height <= 0 || !isSendable(head.format))
        return {};
    const auto depth = head.format == QImage::Format_Grayscale8 ? 1 : 4;
    const auto bits = message.size() - headBytes;
    if (head.bytesPerLine < qint64(depth) * head.width || head.bytesPerLine % 4 != 0 ||
        head.bytesPerLine > bits / head.height)
        return {};
    auto kept = std::make_unique<QByteArray>(message);
    const auto *start = reinterpret_cast<const uchar *>(kept->constData()) + headBytes;
    return QImage(
        start, head.width, head.height, qsizetype(head.bytesPerLine), QImage::Format(head.format),
        [](void *bytes) { delete static_cast<QByteArray *>(bytes); }, kept.release());
}

bool sendMessage(int socket, QByteArrayView head, QByteArrayView rest)
{
    const quint64 size = quint64(head.size()) + quint64(rest.size());
    return sendAll(socket, {reinterpret_cast<const char *>(&size), sizeof(size)}) && sendAll(socket, head) &&
           sendAll(socket, rest);
}

std::optional<QByteArray> receiveMessage(int socket, const std::function<bool()> &goesOn)
{
    quint64 size = 0;
    if (!receiveAll(socket, reinterpret_cast<char *>(&size), sizeof(size), goesOn) || size > longestMessage)
        return {};
    QByteArray message(qsizetype(size), Qt::Uninitialized);
    if (!receiveAll(socket, message.data(), message.size(), goesOn))
        return {};
    return message;
}

} // namespace xs::document
