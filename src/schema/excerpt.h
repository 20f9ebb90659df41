// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QStringList>

namespace xs::schema {

/// Some properties of a schema as a schema of their own, in the order given: with their names in `required` where
/// they are required, and with the shared definitions that they refer to, directly or through each other. That is
/// what is copied, dragged to another window and pasted elsewhere. Places that are no property are left out.
Json excerpt(const Json &document, const QStringList &pointers);

/// Changes each `$ref` in a schema; `change` gets the reference and gives the new one.
template <typename Change>
void changeReferences(Json &schema, const Change &change)
{
    if (!schema.is_structured())
        return;
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        if (schema.is_object() && it.key() == "$ref" && it->is_string())
            *it = toStd(change(toQString(*it)));
        else
            changeReferences(*it, change);
    }
}

} // namespace xs::schema
