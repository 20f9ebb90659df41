// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/agreement.h"

namespace xs::gui::review {

/// A relation as a sentence: "Agrees: subtotal + tax = total". Plain text; long names are cut.
QString agreementText(const xs::review::Agreement &agreement);

} // namespace xs::gui::review
