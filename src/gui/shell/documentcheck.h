// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QDateTime>
#include <QObject>

namespace xs::jobs {
struct JobRecord;
}

namespace xs::gui::shell {

/// Tells when the file of a completed job is not the one any more that was read, so that its boxes may be in the wrong
/// place. Size and time are compared at once; only where the time says that something was written the content is
/// read, in another thread. Owned by the window.
class DocumentCheck final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Looks at a job's file in place of the one before; null at none. A file that is not there has not changed.
    void look(const jobs::JobRecord *job);

signals:
    void changed(const xs::LocalJobId &id);
    void unchanged();

private:
    struct State
    {
        QString path;
        qint64 size = 0;
        QDateTime writtenAt;
        bool operator==(const State &) const = default;
    };

    int m_turn = 0;
    /// The file that was read last, and its content.
    State m_read;
    QString m_readHash;
};

} // namespace xs::gui::shell
