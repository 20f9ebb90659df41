// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

namespace xs::engine {

/// The words of a span as one string, and the way back from its characters to the words.
class SpanText
{
public:
    SpanText(const Text &text, const Span &span);

    const QString &string() const { return m_string; }
    /// The words that `length` characters from `start` touch.
    Span tokens(qsizetype start, qsizetype length) const;

private:
    QString m_string;
    /// The start of every word in the string.
    std::vector<qsizetype> m_starts;
    int m_first = 0;
};

} // namespace xs::engine
