// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QString>

namespace xs {

/// A folder of files that come with the programs, such as "samples": `share/extract-studio/<name>` beside the
/// folder of the running program. It is the same in the build tree (links, made by CMake) and in an installed tree.
/// `programFolder` is given by tests only. Error: FileMissing.
Expected<QString> dataFolder(const QString &name, const QString &programFolder = {});

} // namespace xs
