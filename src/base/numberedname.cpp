// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/numberedname.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace xs {

QString numberedName(const QString &base, int number, const QString &suffix)
{
    // 255, less the seven signs that a file has more while it is written.
    constexpr qsizetype mostBytes = 248;
    const auto end = (number > 1 ? u"-%1."_s.arg(number) : u"."_s) + suffix;
    const auto room = mostBytes - QFile::encodeName(end).size();
    auto start = base;
    while (QFile::encodeName(start).size() > room)
        start.chop(start.back().isLowSurrogate() ? 2 : 1);
    return start + end;
}

} // namespace xs
