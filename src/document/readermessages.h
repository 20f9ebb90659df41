// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/pagesource.h"

#include <QByteArray>

#include <optional>

namespace xs::document {

/// What a program asks its reader (readerprocess.h): first to open a document, then for pages of it. A reply is the
/// bytes that the functions below write and read.
struct ReaderRequest
{
    enum class What : quint8 {
        Open,
        Render,
        /// The text layer alone, as PageSource::words.
        Words,
        /// By recognition where there is no usable text layer, as PageReader.
        ReadWords
    };
    What what = What::Open;
    /// Of Open.
    QString path;
    /// Of Open: whether the reply is to have the sizes of all pages.
    bool wantsSizes = true;
    /// From 0.
    int page = 0;
    /// Of Render, as PageSource::render.
    int width = 0;
    domain::PageRect area{0, 0, 1, 1};

    bool operator==(const ReaderRequest &) const = default;
};

QByteArray toMessage(const ReaderRequest &request);
/// Nothing when the bytes are no request.
std::optional<ReaderRequest> requestOf(const QByteArray &message);

QByteArray toMessage(const Expected<std::vector<domain::PageSize>> &opened);
/// Sizes that no page can have are those of a letter: the reader may have been taken over by its document.
/// DocumentBroken when the bytes are no such reply.
Expected<std::vector<domain::PageSize>> openedOf(const QByteArray &message);

QByteArray toMessage(const std::vector<Word> &words);
/// Without words that no page can have.
std::vector<Word> wordsOf(const QByteArray &message);

/// A picture's reply is this and then its bits, which are sent from where they are.
QByteArray toMessageHead(const QImage &picture);
/// A picture in one of the formats that can be sent.
QImage sendable(const QImage &picture);
/// The picture keeps the message's bytes. Null when they are no picture.
QImage pictureOf(const QByteArray &message);

/// Messages on a stream socket: their length and so many bytes. An empty one says that the sender has given up what
/// it asked for last. False when the other side is gone.
bool sendMessage(int socket, QByteArrayView head, QByteArrayView rest = {});
/// Waits for a message; every few milliseconds `goesOn` is asked whether to wait longer. Nothing when it says no, when
/// the other side is gone, and when the message is longer than any can be.
std::optional<QByteArray> receiveMessage(int socket, const std::function<bool()> &goesOn = {});

} // namespace xs::document
