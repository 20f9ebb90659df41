// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

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

/// Answers --help, --version and mistakes on the terminal, where there may be no display; the program then ends with
/// the status told (0, or 2 for a mistake). Nothing where a window is wanted. To be called before any application
/// object is made.
std::optional<int> answerWithoutWindow(int argc, char *argv[]);

/// Reads a command line; what is not known is ignored, since another start may hand over what a newer version knows.
Options readOptions(const QStringList &arguments);
