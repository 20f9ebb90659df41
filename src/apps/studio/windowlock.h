// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Held while a window works with a data folder. The system lets go of it however the window ends, so a killed one
/// leaves no lock, and nothing has to reach the disk before the window opens.
class WindowLock
{
public:
    explicit WindowLock(const QString &path);
    ~WindowLock();
    Q_DISABLE_COPY_MOVE(WindowLock)

    bool isHeldByAnother() const { return m_isHeldByAnother; }

private:
    int m_file;
    bool m_isHeldByAnother = false;
};
