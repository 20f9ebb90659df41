// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/commandtable.h"
#include "base/expected.h"

#include <QCoreApplication>
#include <QHash>
#include <QUrl>

#include <optional>

namespace xs::cli {

/// A command line that was read by the table: which command, and what was given to it.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    /// Reads the arguments behind the program's name. Error InvalidArgument, with a translated sentence as its detail
    /// and the command as its place.
    static Expected<CommandLine> read(const QStringList &arguments);

    /// Something to print instead of doing anything (--help, --version); empty otherwise.
    const QString &text() const { return m_text; }
    const CommandSpec &command() const { return *m_command; }
    const QStringList &arguments() const { return m_arguments; }

    bool has(const QString &option) const { return m_values.contains(option); }
    /// Empty where it was not given.
    QString value(const QString &option) const { return m_values.value(option); }
    std::optional<QString> optional(const QString &option) const;
    /// A whole number within limits; nothing where the option was not given.
    Expected<std::optional<int>> number(const QString &option, int least, int most) const;
    /// An amount of at least 0.
    Expected<std::optional<double>> amount(const QString &option) const;
    /// An address of an API.
    Expected<QUrl> address(const QString &option) const;

    Unexpected wrong(const QString &sentence) const;

private:
    Expected<void> readOptions(const QStringList &arguments);

    QString m_text;
    const CommandSpec *m_command = nullptr;
    QHash<QString, QString> m_values;
    QStringList m_arguments;
};

} // namespace xs::cli
