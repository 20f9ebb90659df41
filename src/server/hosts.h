// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QUrl;

namespace xs::server {

/// Which computers a request may make the service turn to, to tell of an event or to fetch a document: others than this
/// one are off, so that a job cannot be used to reach into a network.
enum class Hosts { LoopbackOnly, Any };

/// Decided by the host as it is written, without asking for its address: a name that leads back here counts as another
/// computer's, but for "localhost".
bool mayReach(const QUrl &url, Hosts hosts);

} // namespace xs::server
