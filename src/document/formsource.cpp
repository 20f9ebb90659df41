// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/formsource.h"

#include <algorithm>

namespace xs::document {

bool FormField::isFilledIn() const
{
    switch (kind) {
    case Kind::Text:
        return !text.trimmed().isEmpty();
    case Kind::Choice:
    case Kind::Choices:
        return std::ranges::any_of(options, &Option::isChosen);
    case Kind::CheckBox:
    case Kind::RadioButton:
    case Kind::Signature:
        break;
    }
    return isSet;
}

} // namespace xs::document
