// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace xs::server {

/// English, for developers; never a token, a key or text of a document.
Q_DECLARE_LOGGING_CATEGORY(lcServer)

} // namespace xs::server
