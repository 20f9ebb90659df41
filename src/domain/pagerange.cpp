// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pagerange.h"

#include <QStringList>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace xs::domain {

namespace {

constexpr int lastPossiblePage = 1'000'000;

std::optional<int> pageNumber(QStringView text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text.isEmpty() || !std::ranges::all_of(text, isDigit))
        return {};
    bool ok = false;
    const auto number = text.toInt(&ok);
    return ok && number >= 1 && number <= lastPossiblePage ? std::optional(number) : std::nullopt;
}

} // namespace

Expected<PageRange> PageRange::parse(const QString &text)
{
    auto compact = text;
    compact.removeIf([](QChar c) { return c.isSpace(); });
    PageRange range;
    for (const auto &item : compact.split(u',')) {
        const auto dash = item.indexOf(u'-');
        const auto first = pageNumber(QStringView(item).left(dash < 0 ? item.size() : dash));
        const auto last = dash < 0 ? first : pageNumber(QStringView(item).mid(dash + 1));
        if (!first || !last || *first > *last)
            return Unexpected(ErrorCode::InvalidArgument, u"\"%1\" is no page or range of pages"_s.arg(item), text);
        range.m_spans.push_back({*first, *last});
    }
    std::ranges::sort(range.m_spans);
    std::vector<Span> merged;
    for (const auto &span : range.m_spans) {
        if (!merged.empty() && span.first <= merged.back().last + 1)
            merged.back().last = std::max(merged.back().last, span.last);
        else
            merged.push_back(span);
    }
    range.m_spans = std::move(merged);
    return range;
}

QString PageRange::text() const
{
    QStringList items;
    for (const auto &[first, last] : m_spans)
        items << (first == last ? QString::number(first) : u"%1-%2"_s.arg(first).arg(last));
    return items.join(u',');
}

std::vector<int> PageRange::pagesOf(int count) const
{
    std::vector<int> pages;
    for (const auto &span : m_spans)
        for (auto page = span.first; page <= std::min(span.last, count); ++page)
            pages.push_back(page);
    return pages;
}

Expected<std::vector<int>> selectPages(const std::optional<QString> &targetPages, std::optional<int> maxPages,
                                       int count)
{
    std::vector<int> pages;
    if (targetPages) {
        const auto range = PageRange::parse(*targetPages);
        if (!range)
            return Unexpected(range.error());
        pages = range->pagesOf(count);
    } else {
        pages.resize(static_cast<std::size_t>(std::clamp(maxPages.value_or(count), 0, count)));
        std::iota(pages.begin(), pages.end(), 1);
    }
    if (pages.empty())
        return Unexpected(ErrorCode::PageMissing, u"the document has %1 pages"_s.arg(count),
                          targetPages.value_or(QString()));
    return pages;
}

} // namespace xs::domain
