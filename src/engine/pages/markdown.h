// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pages/pageitems.h"

namespace xs::engine {

/// An item as Markdown (CommonMark with the tables of GitHub). What would begin another block or HTML is escaped.
QString markdown(const PageItem &item);
/// All items of a page but its headers and footers.
QString markdown(const ParsedPage &page);
/// The items of one kind; for headers and footers.
QString markdown(const ParsedPage &page, PageItem::Kind kind);

/// A page's lines in reading order; the cells of tables stand below each other.
QString plainText(const ParsedPage &page);

/// A table as CSV (RFC 4180) and as HTML.
QString csv(const PageItem &table);
QString html(const PageItem &table);

} // namespace xs::engine
