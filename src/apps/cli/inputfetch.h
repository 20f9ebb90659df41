// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/filefetch.h"

#include <QStringList>

namespace xs::cli {

/// Fetches the addresses among the inputs of a run, one after the other, each into a folder of its own; the other
/// inputs stay what they are. An address that was fetched by an earlier run is not fetched again. Started once; then
/// tells `failed` for each that cannot be had, and `finished` at the end, maybe before `start` has returned.
class InputFetch final : public QObject
{
    Q_OBJECT

public:
    enum class Known { Keep, FetchAgain };

    InputFetch(const client::Network &network, QStringList inputs, const QString &folder, Known known);

    void start() { next(); }
    /// In the order that was given; paths of documents in place of their addresses, without those that failed.
    const QStringList &inputs() const { return m_done; }

signals:
    void finished();
    /// `address` is without a password.
    void failed(const xs::Error &error, const QString &address);

private:
    void next();
    void fetch(const QString &address);
    void take(const QString &path);

    client::Network m_network;
    QStringList m_left;
    QString m_folder;
    Known m_known;
    QStringList m_done;
    LatePointer<client::FileFetch> m_fetch;
};

} // namespace xs::cli
