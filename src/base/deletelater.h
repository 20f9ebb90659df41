// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace xs {

/// Deleter for objects that may be dropped while one of their own signals is being delivered. The object is
/// disconnected at once, so that nobody hears of it any more. An object with a function `stop` also ends at once what
/// it does: only its memory stays until the event loop runs, which may be after everything that it worked with is gone.
struct DeleteLater
{
    template <typename T>
    void operator()(T *object) const
    {
        object->disconnect();
        if constexpr (requires { object->stop(); })
            object->stop();
        object->deleteLater();
    }
};

template <typename T>
using LatePointer = std::unique_ptr<T, DeleteLater>;

} // namespace xs
