// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listenplace.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace xs::server {

bool ListenPlace::isLoopback() const
{
    return QHostAddress(address).isLoopback();
}

QString ListenPlace::authority() const
{
    return (address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address, QString::number(port));
}

} // namespace xs::server
