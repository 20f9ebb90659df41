// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace xs::gui::schemaeditor {

/// A tier and a target in words for people; a value that is not known stays as it is.
QString tierName(const QString &tier);
QString targetName(const QString &target);

} // namespace xs::gui::schemaeditor
