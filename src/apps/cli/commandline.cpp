// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/commandline.h"

#include "apps/cli/help.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

/// The command that the first words name, and how many words those are.
std::pair<const CommandSpec *, int> commandOf(const QStringList &arguments)
{
    for (int words = 2; words > 0; --words)
        if (const auto *found = findCommand(arguments.mid(0, words).join(u' ')))
            return {found, words};
    return {nullptr, 0};
}

bool isGroup(const QString &word)
{
    return std::ranges::any_of(commands(),
                               [&word](const CommandSpec &command) { return command.name.startsWith(word + u' '); });
}

} // namespace

Expected<CommandLine> CommandLine::read(const QStringList &arguments)
{
    CommandLine line;
    const auto first = arguments.value(0);
    if (first == "--version"_L1 || first == "-v"_L1) {
        line.m_text = u"extract-studio-cli "_s + QStringLiteral(XS_VERSION) + u'\n';
        return line;
    }
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1) {
        const auto *asked = commandOf(arguments.mid(1)).first;
        line.m_text = asked ? helpOf(*asked) : helpOfAll();
        return line;
    }
    const auto [command, words] = commandOf(arguments);
    if (!command && isGroup(first)) {
        const auto second = arguments.value(1);
        if (second.isEmpty() || second == "--help"_L1 || second == "-h"_L1) {
            line.m_text = helpOfAll(first);
            return line;
        }
        return line.wrong(tr("There is no command %1 %2.").arg(first, second));
    }
    if (!command)
        return line.wrong(first.isEmpty() || first.startsWith(u'-') ? tr("The first argument has to be a command.")
                                                                    : tr("There is no command %1.").arg(first));
    line.m_command = command;
    if (const auto done = line.readOptions(arguments.mid(words)); !done)
        return Unexpected(done.error());
    return line;
}

Expected<void> CommandLine::readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const auto &group : m_command->groups)
        for (const auto &option : group.options)
            parser.addOption({option.name == "help"_L1 ? QStringList{u"h"_s, option.name} : QStringList{option.name},
                              option.description, option.value});
    if (!parser.parse(QStringList{m_command->name} + arguments))
        return wrong(parser.errorText());
    if (parser.isSet(u"help"_s)) {
        m_text = helpOf(*m_command);
        return {};
    }
    for (const auto &name : parser.optionNames())
        m_values.insert(name, parser.value(name));
    m_arguments = parser.positionalArguments();
    const auto count = m_arguments.size();
    if (count < m_command->leastArguments)
        return wrong(tr("Give %1 behind the command.").arg(m_command->arguments));
    if (m_command->mostArguments >= 0 && count > m_command->mostArguments)
        return wrong(tr("\"%1\" is one argument too many.").arg(m_arguments[m_command->mostArguments]));
    return {};
}

std::optional<QString> CommandLine::optional(const QString &option) const
{
    return has(option) ? value(option) : std::optional<QString>();
}

Expected<std::optional<int>> CommandLine::number(const QString &option, int least, int most) const
{
    if (!has(option))
        return std::optional<int>();
    bool isNumber = false;
    const auto number = value(option).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return wrong(tr("--%1 takes a number from %2 to %3.").arg(option).arg(least).arg(most));
    return std::optional(number);
}

Expected<std::optional<double>> CommandLine::amount(const QString &option) const
{
    if (!has(option))
        return std::optional<double>();
    bool isNumber = false;
    const auto amount = value(option).toDouble(&isNumber);
    if (!isNumber || !(amount >= 0) || amount > 1e12)
        return wrong(tr("--%1 takes an amount such as 25 or 2.50.").arg(option));
    return std::optional(amount);
}

Expected<QUrl> CommandLine::address(const QString &option) const
{
    const QUrl url(value(option), QUrl::StrictMode);
    const auto scheme = url.scheme();
    if (has(option) && (url.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1)))
        return wrong(
            tr("\"%1\" is no address of an API; write it like https://api.cloud.llamaindex.ai.").arg(value(option)));
    return url;
}

Unexpected CommandLine::wrong(const QString &sentence) const
{
    return Unexpected(ErrorCode::InvalidArgument, sentence, m_command ? m_command->name : QString());
}

} // namespace xs::cli
