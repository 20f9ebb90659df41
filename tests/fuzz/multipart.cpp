// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/multipart.h"

#include "fuzz/fuzz.h"

using namespace xs;

namespace {

/// Everything that a reader says of a body, which arrives in pieces of one size.
QByteArray reading(const QByteArray &boundary, const QByteArray &body, qsizetype piece)
{
    QByteArray said;
    server::MultipartReader reader(boundary, {[&said](const server::PartHeader &header) {
                                                  said += "part " + header.name.toUtf8() + ' ' +
                                                          header.fileName.value_or(QString()).toUtf8() + '\n';
                                                  return true;
                                              },
                                              [&said](const char *data, std::size_t size) {
                                                  said.append(data, static_cast<qsizetype>(size));
                                                  return true;
                                              },
                                              [&said] {
                                                  said += "end\n";
                                                  return true;
                                              }});
    for (qsizetype at = 0; at < body.size(); at += piece) {
        const auto part = body.mid(at, piece);
        if (!reader.feed(part.constData(), static_cast<std::size_t>(part.size())))
            return "failed";
    }
    return reader.isComplete() ? said : "incomplete";
}

} // namespace

/// A line with a content type, then the body of a form. However the body is cut, the reader says the same.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto body = fuzz::bytes(data, size);
    const auto boundary = server::multipartBoundary(fuzz::takeLine(body));
    if (boundary.isEmpty())
        return 0;
    const auto whole = reading(boundary, body, qMax<qsizetype>(1, body.size()));
    for (const qsizetype piece : {1, 7})
        fuzz::require(reading(boundary, body, piece) == whole, "a body means the same in any pieces");
    return 0;
}
