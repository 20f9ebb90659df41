// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace xs::cli {

/// What a shell offers where a value is typed.
enum class Completes { Nothing, Files, Folders, Words, Connections, Commands };

struct OptionSpec
{
    /// Without the dashes.
    QString name;
    /// How help names the value; empty for a switch.
    QString value;
    QString description;
    Completes completes = Completes::Nothing;
    /// For Completes::Words: all that is known; other words may be allowed, too.
    QStringList words = {};
};

/// Options that belong together in help.
struct OptionGroup
{
    QString title;
    std::vector<OptionSpec> options;
};

/// One command: all that its reader, its help, the completion of shells and the man page know about it.
struct CommandSpec
{
    /// "run", "schema infer".
    QString name;
    /// One line, for the list of commands.
    QString summary;
    /// How usage names the arguments; empty when there are none.
    QString arguments;
    int leastArguments = 0;
    /// −1: as many as wanted.
    int mostArguments = 0;
    Completes completes = Completes::Nothing;
    QStringList words = {};
    QStringList paragraphs = {};
    /// Command lines without the program's name.
    QStringList examples = {};
    std::vector<OptionGroup> groups = {};

    const OptionSpec *option(const QString &name) const;
};

/// All commands, in the order of help, in the program's language.
const std::vector<CommandSpec> &commands();
/// Null when there is none of that name.
const CommandSpec *findCommand(const QString &name);

/// The shells that `completion` writes for.
const QStringList &shells();

} // namespace xs::cli
