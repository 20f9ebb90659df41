// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/studio/windowlock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

WindowLock::WindowLock(const QString &path)
    : m_file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    m_isHeldByAnother = m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

WindowLock::~WindowLock()
{
    if (m_file >= 0)
        ::close(m_file);
}
