// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

#include <set>

namespace xs::engine {

/// The lines at the upper and lower ends of pages that say the same on other pages, but for their numbers, or that
/// give a page's number.
class RunningHeads
{
public:
    explicit RunningHeads(const Text &text);

    bool contains(int line) const { return m_headers.contains(line) || m_footers.contains(line); }
    /// Lines of a page, as indices into the text, from top to bottom.
    std::vector<int> headers(const Page &page) const { return on(page, m_headers); }
    std::vector<int> footers(const Page &page) const { return on(page, m_footers); }
    /// "3" of "Page 3 of 10"; empty when the page says none.
    QString printedNumber(const Page &page) const;

private:
    static std::vector<int> on(const Page &page, const std::set<int> &lines);

    const Text &m_text;
    std::set<int> m_headers;
    std::set<int> m_footers;
};

} // namespace xs::engine
