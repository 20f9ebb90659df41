// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"

#include <vector>

namespace xs::document {

/// Where somebody has filled in the fields of a form: fields of AcroForms that have a value, in fractions of the page
/// as shown. Page sources that can tell derive from it; pages run from 0.
class FormSource
{
public:
    virtual ~FormSource() = default;
    virtual std::vector<domain::PageRect> filledFields(int page) const = 0;
};

} // namespace xs::document
