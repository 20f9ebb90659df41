// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QFunctionPointer>
#include <QString>

namespace xs {

/// The function `entry` of a module of this program (`NAME.so`, beside the programs); the module stays loaded. From any
/// thread. Error: Internal, with the module's path.
Expected<QFunctionPointer> resolveInModule(const QString &name, const char *entry);

/// What a module offers, from its function `entry`, which takes the version of the program that asks and has nothing
/// for another than its own: an update may have put the module of another version in its place while this program runs.
template <typename Interface>
Expected<const Interface *> loadModule(const QString &name, const char *entry)
{
    const auto function = resolveInModule(name, entry);
    if (!function)
        return Unexpected(function.error());
    const auto *offered = reinterpret_cast<const Interface *(*)(const char *version)>(*function)(XS_VERSION);
    if (!offered)
        return Unexpected(ErrorCode::Internal,
                          QStringLiteral("%1.so is of another version; start the program again").arg(name));
    return offered;
}

} // namespace xs
