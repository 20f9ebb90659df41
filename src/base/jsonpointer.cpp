// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonpointer.h"

using namespace Qt::StringLiterals;

namespace xs {

QString pointerStep(QString name)
{
    // Hardly any name needs it.
    if (!name.contains(u'~') && !name.contains(u'/'))
        return name;
    return name.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

QString nameOfStep(QString step)
{
    return step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
}

} // namespace xs
