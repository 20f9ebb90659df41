// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// What the command line of the window asks for.
struct Options
{
    QString connection;
    QString configuration;
    bool run = false;
    bool sample = false;
    QStringList documents;
};

/// The same for another window, whose working folder may be another: every path is absolute.
QStringList handedOver(const Options &options);

/// Reads what another start hands over; what is not known (it may be of another version) is ignored.
Options readHandedOver(const QStringList &arguments);

/// Reads the command line; ends the program for --help, --version and mistakes.
Options readOptions(const QStringList &arguments);
