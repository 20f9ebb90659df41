// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/segmenttext.h"

#include <algorithm>

namespace xs::engine {

SpanText::SpanText(const Text &text, const Span &span) : m_first(span.first)
{
    constexpr qsizetype usualLength = 8;
    m_string.reserve(span.size() * usualLength);
    m_starts.reserve(std::size_t(std::max(0, span.size())));
    for (int i = span.first; i < span.last; ++i) {
        const auto &token = text.tokens[i];
        if (i > span.first && text.isSeparated(i))
            m_string += u' ';
        m_starts.push_back(m_string.size());
        m_string += token.text;
    }
}

Span SpanText::tokens(qsizetype start, qsizetype length) const
{
    const auto wordAt = [this](qsizetype position) {
        return int(std::ranges::upper_bound(m_starts, position) - m_starts.begin()) - 1;
    };
    if (m_starts.empty() || length <= 0)
        return {m_first, m_first};
    return {m_first + std::max(0, wordAt(start)), m_first + wordAt(start + length - 1) + 1};
}

} // namespace xs::engine
