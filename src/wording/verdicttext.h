// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connectiontest.h"
#include "wording/errortext.h"

namespace xs::wording {

/// What the test of a connection found, for people; `server` is the profile's title.
ErrorText verdictText(const client::Verdict &verdict, const QString &server);

} // namespace xs::wording
