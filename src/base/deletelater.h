// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace xs {

/// Deleter for objects that may be dropped while one of their own signals is being delivered. The object is
/// disconnected at once, so that nobody hears of it any more.
struct DeleteLater
{
    void operator()(QObject *object) const
    {
        object->disconnect();
        object->deleteLater();
    }
};

template <typename T>
using LatePointer = std::unique_ptr<T, DeleteLater>;

} // namespace xs
