// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readermessages.h"

#include "fuzz/fuzz.h"

#include <cmath>

using namespace xs;
using namespace xs::document;

namespace {

void tryRequest(const QByteArray &message)
{
    const auto request = requestOf(message);
    fuzz::require(!request || requestOf(toMessage(*request)), "a request is written as it is read");
}

void tryOpened(const QByteArray &message)
{
    const auto sizes = openedOf(message);
    if (!sizes)
        return;
    for (const auto &size : *sizes)
        fuzz::require(size.width() > 0 && size.height() > 0, "a page has a size");
}

void tryWords(const QByteArray &message)
{
    const auto words = wordsOf(message);
    for (const auto &word : words)
        fuzz::require(std::isfinite(word.box.right()) && std::isfinite(word.box.bottom()), "a word is somewhere");
    fuzz::require(wordsOf(toMessage(words)).size() == words.size(), "words are written as they are read");
}

void tryPicture(const QByteArray &message)
{
    const auto picture = pictureOf(message);
    if (picture.isNull())
        return;
    qsizetype sum = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (qsizetype x = 0; x < picture.bytesPerLine(); ++x)
            sum += picture.constScanLine(y)[x];
    fuzz::require(sum >= 0 && !picture.copy().isNull(), "a picture has all of its bits");
}

} // namespace

/// What the window and a reader that its document has taken over say to each other: a letter for the kind of message,
/// then the message.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto all = fuzz::bytes(data, size);
    const auto message = all.mid(1);
    switch (all.isEmpty() ? '\0' : all.front()) {
    case 'r':
        tryRequest(message);
        break;
    case 'o':
        tryOpened(message);
        break;
    case 'w':
        tryWords(message);
        break;
    case 'p':
        tryPicture(message);
        break;
    default:
        break;
    }
    return 0;
}
