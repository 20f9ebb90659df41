// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervisor/ownsocket.h"

#include <QLocalServer>

namespace xs::supervisor {

bool listenAlone(QLocalServer &server, const QString &path)
{
    server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(path);
    return server.listen(path);
}

} // namespace xs::supervisor
