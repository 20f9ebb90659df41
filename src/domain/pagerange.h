// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <optional>
#include <vector>

namespace xs::domain {

/// Pages as the API's `target_pages` names them: "1,3,5-7", from 1, ranges inclusive. Blanks are ignored,
/// overlaps merged, the result is sorted. Error InvalidArgument for anything else (page 0, "7-5", "5-").
/// A range end may exceed any document; a document's last page is at most 1,000,000.
class PageRange
{
public:
    static Expected<PageRange> parse(const QString &text);

    /// The canonical text: sorted, merged, without blanks.
    QString text() const;
    /// The pages that a document of `count` pages has, ascending.
    std::vector<int> pagesOf(int count) const;
    bool operator==(const PageRange &) const = default;

private:
    struct Span
    {
        int first;
        int last;
        auto operator<=>(const Span &) const = default;
    };
    std::vector<Span> m_spans;
};

/// The pages to read in a document of `count` pages: `targetPages` wins over `maxPages`; neither means all.
/// Errors: InvalidArgument for a bad text; PageMissing when the document has none of the wanted pages.
Expected<std::vector<int>> selectPages(const std::optional<QString> &targetPages, std::optional<int> maxPages,
                                       int count);

} // namespace xs::domain
