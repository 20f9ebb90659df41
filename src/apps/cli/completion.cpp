// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/completion.h"

#include "apps/cli/commandtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

/// Names of connections, one a line; in every shell the same command.
const auto connectionNames = u"extract-studio-cli connections list --names 2>/dev/null"_s;

/// The words that may stand first, and for each group those that may stand second.
struct Words
{
    QStringList first;
    QHash<QString, QStringList> second;
};

Words commandWords()
{
    Words words;
    for (const auto &command : commands()) {
        const auto parts = command.name.split(u' ');
        if (!words.first.contains(parts[0]))
            words.first << parts[0];
        if (parts.size() > 1)
            words.second[parts[0]] << parts[1];
    }
    return words;
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString bashReply(Completes completes, const QStringList &words)
{
    switch (completes) {
    case Completes::Files:
        return u"_filedir"_s;
    case Completes::Folders:
        return u"_filedir -d"_s;
    case Completes::Words:
        return u"COMPREPLY=($(compgen -W %1 -- \"$cur\"))"_s.arg(quoted(words.join(u' ')));
    case Completes::Connections:
        return u"_extract_studio_cli_lines \"$(%1)\""_s.arg(connectionNames);
    default:
        return u"COMPREPLY=()"_s;
    }
}

QString bashCommand(const CommandSpec &command)
{
    auto text = u"    %1)\n      case $prev in\n"_s.arg(quoted(command.name));
    QStringList names;
    for (const auto &group : command.groups)
        for (const auto &option : group.options) {
            names << u"--"_s + option.name;
            if (!option.value.isEmpty())
                text += u"        --%1) %2; return ;;\n"_s.arg(option.name, bashReply(option.completes, option.words));
        }
    return text + u"      esac\n      if [[ $cur == -* ]]; then\n        COMPREPLY=($(compgen -W %1 -- \"$cur\"))\n"
                  "      else\n        %2\n      fi\n      ;;\n"_s.arg(quoted(names.join(u' ')),
                                                                       bashReply(command.completes, command.words));
}

const auto bashHead =
    u"# bash completion of extract-studio-cli\n"
    "if ! declare -F _filedir >/dev/null; then\n"
    "  _filedir() { mapfile -t COMPREPLY < <(compgen \"${1:--f}\" -- \"$cur\" 2>/dev/null); }\n"
    "fi\n"
    "# Lines as words with their blanks escaped.\n"
    "_extract_studio_cli_lines() {\n"
    "  local line\n"
    "  COMPREPLY=()\n"
    "  while IFS= read -r line; do\n"
    "    line=$(printf '%q' \"$line\")\n"
    "    [[ $line == \"$cur\"* ]] && COMPREPLY+=(\"$line\")\n"
    "  done <<< \"$1\"\n"
    "}\n"
    "_extract_studio_cli() {\n"
    "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
    "  COMPREPLY=()\n"_s;

QString bash()
{
    const auto words = commandWords();
    auto text = bashHead;
    text += u"  if ((COMP_CWORD == 1)); then\n    COMPREPLY=($(compgen -W %1 -- \"$cur\"))\n    return\n  fi\n"_s.arg(
        quoted((words.first + QStringList{u"--help"_s, u"--version"_s}).join(u' ')));
    text += u"  case $command in\n"_s;
    for (const auto &group : words.first)
        if (words.second.contains(group))
            text += u"    %1)\n      if ((COMP_CWORD == 2)); then\n        COMPREPLY=($(compgen -W %2 -- \"$cur\"))\n"
                    "        return\n      fi\n      command+=\" ${COMP_WORDS[2]}\"\n      ;;\n"_s.arg(
                        group, quoted(words.second.value(group).join(u' ')));
    text += u"  esac\n  case $command in\n"_s;
    for (const auto &command : commands())
        text += bashCommand(command);
    return text + u"  esac\n}\ncomplete -o filenames -F _extract_studio_cli extract-studio-cli\n"_s;
}

QString zshAction(Completes completes, const QStringList &words)
{
    switch (completes) {
    case Completes::Files:
        return u"_files"_s;
    case Completes::Folders:
        return u"_files -/"_s;
    case Completes::Words:
        return u"(%1)"_s.arg(words.join(u' '));
    case Completes::Connections:
        return u"_extract_studio_cli_connections"_s;
    default:
        return u" "_s;
    }
}

/// In a specification of _arguments, brackets and colons have a meaning.
QString zshText(QString text)
{
    for (const auto sign : {u'[', u']', u':'})
        text.replace(sign, u"\\"_s + sign);
    return text;
}

QString zshCommand(const CommandSpec &command)
{
    auto text = u"    %1)\n      _arguments -s"_s.arg(quoted(command.name));
    for (const auto &group : command.groups)
        for (const auto &option : group.options) {
            auto spec = u"--%1[%2]"_s.arg(option.name, zshText(option.description));
            if (!option.value.isEmpty())
                spec += u":%1:%2"_s.arg(zshText(option.value), zshAction(option.completes, option.words));
            text += u" \\\n        "_s + quoted(spec);
        }
    if (!command.arguments.isEmpty())
        text += u" \\\n        "_s +
                quoted(u"*:%1:%2"_s.arg(zshText(command.arguments), zshAction(command.completes, command.words)));
    return text + u"\n      ;;\n"_s;
}

QString zshDescribe(const QString &indent, const QString &group)
{
    const auto inGroup = commandWords().second;
    QStringList lines;
    for (const auto &command : commands()) {
        const auto parts = command.name.split(u' ');
        if (!group.isEmpty() && (parts[0] != group || parts.size() < 2))
            continue;
        const auto word = group.isEmpty() ? parts[0] : parts[1];
        const auto isFirst =
            std::ranges::none_of(lines, [&word](const QString &line) { return line.startsWith(u'\'' + word + u':'); });
        if (isFirst)
            lines << quoted(
                word + u':' +
                (group.isEmpty() && parts.size() > 1 ? inGroup.value(word).join(u", "_s) : zshText(command.summary)));
    }
    return u"%1local -a words=(%2)\n%1_describe command words\n%1return\n"_s.arg(indent, lines.join(u' '));
}

QString zsh()
{
    auto text =
        u"#compdef extract-studio-cli\n"
        "_extract_studio_cli_connections() {\n  local -a names=(\"${(@f)$(%1)}\")\n  compadd -a names\n}\n"
        "_extract_studio_cli() {\n  local command=$words[2]\n  if ((CURRENT == 2)); then\n"_s.arg(connectionNames);
    text += zshDescribe(u"    "_s, {}) + u"  fi\n  local skip=1\n  case $command in\n"_s;
    const auto words = commandWords();
    for (const auto &group : words.first)
        if (words.second.contains(group))
            text += u"    %1)\n      if ((CURRENT == 3)); then\n"_s.arg(group) + zshDescribe(u"        "_s, group) +
                    u"      fi\n      command+=\" $words[3]\"\n      skip=2\n      ;;\n"_s;
    text += u"  esac\n  shift $skip words\n  ((CURRENT -= skip))\n  case $command in\n"_s;
    for (const auto &command : commands())
        text += zshCommand(command);
    return text + u"  esac\n}\n"
                  "if [[ $funcstack[1] == _extract-studio-cli ]]; then\n  _extract_studio_cli \"$@\"\nelse\n"
                  "  compdef _extract_studio_cli extract-studio-cli\nfi\n"_s;
}

QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

/// What fish offers behind an option (`-x`: only that) or as an argument.
QString fishValues(Completes completes, const QStringList &words)
{
    switch (completes) {
    case Completes::Files:
        return u" -r -F"_s;
    case Completes::Folders:
        return u" -x -a '(__fish_complete_directories)'"_s;
    case Completes::Words:
        return u" -x -a "_s + fishQuoted(words.join(u' '));
    case Completes::Connections:
        return u" -x -a "_s + fishQuoted(u'(' + connectionNames + u')');
    default:
        return u" -x"_s;
    }
}

QString fishCommand(const CommandSpec &command)
{
    const auto parts = command.name.split(u' ');
    auto when = u"__fish_seen_subcommand_from "_s + parts[0];
    const auto start = u"complete -c extract-studio-cli -n "_s;
    QString text;
    if (parts.size() > 1) {
        text += start + fishQuoted(when + u"; and test (count (commandline -opc)) -eq 2"_s) +
                u" -f -a %1 -d %2\n"_s.arg(parts[1], fishQuoted(command.summary));
        when += u"; and __fish_seen_subcommand_from "_s + parts[1];
    }
    if (command.completes == Completes::Words)
        text += start + fishQuoted(when) + u" -f -a "_s + fishQuoted(command.words.join(u' ')) + u'\n';
    else if (command.completes == Completes::Files)
        text += start + fishQuoted(when) + u" -F\n"_s;
    for (const auto &group : command.groups)
        for (const auto &option : group.options)
            text += start + fishQuoted(when) +
                    u" -l %1 -d %2%3\n"_s.arg(option.name, fishQuoted(option.description),
                                              option.value.isEmpty() ? QString()
                                                                     : fishValues(option.completes, option.words));
    return text;
}

QString fish()
{
    auto text = u"# fish completion of extract-studio-cli\ncomplete -c extract-studio-cli -f\n"_s;
    const auto words = commandWords();
    for (const auto &word : words.first) {
        const auto *command = findCommand(word);
        text += u"complete -c extract-studio-cli -n 'test (count (commandline -opc)) -eq 1' -f -a %1 -d %2\n"_s.arg(
            word, fishQuoted(command ? command->summary : words.second.value(word).join(u", "_s)));
    }
    for (const auto &command : commands())
        text += fishCommand(command);
    return text;
}

} // namespace

QString completionFor(const QString &shell)
{
    if (shell == "zsh"_L1)
        return zsh();
    return shell == "fish"_L1 ? fish() : bash();
}

} // namespace xs::cli
