// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

/// Connects window programs of one data folder: the first listens, a later one hands over what its command line asks
/// for and ends. The socket lies in the data folder and is open to its owner only.
class InstanceLink final : public QObject
{
    Q_OBJECT

public:
    explicit InstanceLink(const QString &dataFolder, QObject *parent = nullptr);

    /// Of the first window, which holds the lock: takes the socket, also one that a killed window left.
    bool listen();
    /// Of a later one: whether the first has taken the arguments. Waits a few seconds at most.
    bool handOver(const QStringList &arguments) const;

signals:
    /// Another start asks for this; paths are absolute.
    void argumentsCame(const QStringList &arguments);

private:
    void connected();

    QString m_name;
    QLocalServer m_server;
};
