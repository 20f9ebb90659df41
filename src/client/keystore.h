// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QObject>

#include <functional>

namespace xs::client {

/// Where keys of connections are kept. Answers come later, from the event loop, and are dropped when `context`
/// dies. Errors: KeyMissing (there is none of that name), KeyringUnavailable, KeyringRefused (locked, or the
/// user said no).
class KeyStore
{
public:
    virtual ~KeyStore() = default;
    virtual void read(const QString &connection, QObject *context, std::function<void(Expected<QString>)> answer) = 0;
    virtual void write(const QString &connection, const QString &key, QObject *context,
                       std::function<void(Expected<void>)> answer) = 0;
    /// Removing a key that is not there is no error.
    virtual void remove(const QString &connection, QObject *context, std::function<void(Expected<void>)> answer) = 0;
};

/// The system's keyring, through QtKeychain. Keys go nowhere else: there is no fallback to a file.
class SystemKeyStore final : public KeyStore
{
public:
    void read(const QString &connection, QObject *context, std::function<void(Expected<QString>)> answer) override;
    void write(const QString &connection, const QString &key, QObject *context,
               std::function<void(Expected<void>)> answer) override;
    void remove(const QString &connection, QObject *context, std::function<void(Expected<void>)> answer) override;
};

} // namespace xs::client
