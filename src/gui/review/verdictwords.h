// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/attention.h"

#include <QStringView>

namespace xs::gui::review {

/// A fault as a sentence.
QString faultText(xs::review::Fault fault);
/// What people did with a value, in a word or two: "machine", "confirmed", …
QString verdictText(xs::review::Verdict verdict);
/// The icon that goes with it.
QStringView verdictIcon(xs::review::Verdict verdict);

/// Word and number of a value's confidence, and the parts that it is made of where the server gave them: how well the
/// text could be read, and how well it fits the field.
QString confidenceDetail(const xs::review::ReviewValue &value, const domain::ResultNode *node);

} // namespace xs::gui::review
