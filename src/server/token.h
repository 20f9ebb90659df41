// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QByteArray>

namespace xs::server {

/// A bearer token nobody can guess (256 bits).
QByteArray makeToken();

/// The token of a file; a file that does not exist is made, with a new token, readable by its owner only.
/// Errors: FileUnreadable, FileNotWritten, InvalidArgument (the file holds no token of 8 to 512 printable
/// characters in one line).
Expected<QByteArray> tokenFromFile(const QString &path);

} // namespace xs::server
