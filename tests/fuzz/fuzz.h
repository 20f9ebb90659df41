// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What libFuzzer calls with each input (llvm.org/docs/LibFuzzer.html).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace xs::fuzz {

inline QByteArray bytes(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// The bytes up to the next line break, which are taken from `text`.
inline QByteArray takeLine(QByteArray &text)
{
    const auto end = text.indexOf('\n');
    const auto line = text.left(end < 0 ? text.size() : end);
    text.remove(0, end < 0 ? text.size() : end + 1);
    return line;
}

/// Ends the program with a message when something that must hold does not.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace xs::fuzz
