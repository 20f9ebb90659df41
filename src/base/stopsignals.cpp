// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/stopsignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace xs {

namespace {

/// A signal handler may do little more than write to a pipe (signal-safety(7)).
std::array<int, 2> signalPipe{-1, -1};

void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

} // namespace

void onStopSignals(QObject *context, std::function<void()> act)
{
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [act = std::move(act)] {
        std::array<char, 16> bytes;
        while (::read(signalPipe[0], bytes.data(), bytes.size()) > 0) {
        }
        act();
    });
    for (const auto signal : {SIGTERM, SIGINT, SIGHUP})
        std::signal(signal, onSignal);
}

void quitOnStdinEof()
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, [notifier] {
        std::array<char, 256> ignored;
        if (::read(STDIN_FILENO, ignored.data(), ignored.size()) > 0)
            return;
        notifier->setEnabled(false);
        QCoreApplication::quit();
    });
}

} // namespace xs
