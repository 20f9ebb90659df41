// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/text.h"

namespace xs::engine {

/// Marks the words that number the boxes of a form ("14. Air waybill"): those at the beginning of texts, in an order
/// that goes over the page in several columns. Numbers of a list or of a table's rows stand in one column.
void markBoxNumbers(Text &text, const Page &page);

} // namespace xs::engine
