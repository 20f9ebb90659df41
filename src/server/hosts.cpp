// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hosts.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace xs::server {

bool mayReach(const QUrl &url, Hosts hosts)
{
    return hosts == Hosts::Any || url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

} // namespace xs::server
