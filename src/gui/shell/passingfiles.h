// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QFuture>
#include <QStringList>

namespace xs::gui::shell {

/// Whether somebody else deletes the file soon: it lies where temporary files do, as an attachment that a mail program
/// hands over. Folders are none, and neither are schemas (.json), which are saved where they were opened.
bool isPassing(const QString &path);

struct KeptFiles
{
    /// As they were given, with the copies in the places of what passes.
    QStringList paths;
    /// Why a copy could not be made; its original stands in `paths`.
    Error error;
};

/// Copies what passes into `folder`, in a thread of the pool. The originals may be deleted as soon as this returns.
QFuture<KeptFiles> keepPassing(const QStringList &paths, const QString &folder);

} // namespace xs::gui::shell
