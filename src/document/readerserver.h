// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/sandbox.h"

namespace xs::document {

/// The reader's own side (apps/reader): answers the requests that come through the socket (readermessages.h) about one
/// document, in the sandbox, which is entered before anything of the document is read. Returns the exit status when
/// the other side has gone.
int serveDocument(int socket, SandboxLimits limits);

} // namespace xs::document
