// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/help.h"

#include "apps/cli/terminal.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

const auto program = u"extract-studio-cli"_s;
constexpr int widest = 100;

struct Help
{
    Q_DECLARE_TR_FUNCTIONS(Help)

public:
    static QString intro()
    {
        return tr("Extracts data from documents with the local service of Extract Studio, or with LlamaCloud Extract.");
    }
    /// Name and meaning.
    static std::vector<std::pair<QString, QString>> variables()
    {
        return {{u"LLAMA_CLOUD_API_KEY"_s,
                 tr("Key of the server. Set alone it means LlamaCloud North America, as for the official SDK.")},
                {u"LLAMA_CLOUD_BASE_URL"_s, tr("Address of the API, as --base-url.")},
                {u"EXTRACT_STUDIO_SERVICE"_s, tr("Another program to be started as the local service.")}};
    }
    static std::vector<std::pair<QString, QString>> statuses()
    {
        return {{u"0"_s, tr("Everything was done.")},
                {u"1"_s, tr("Something failed, or was not done in time.")},
                {u"2"_s, tr("Nothing was begun: the command line, a file or the connection is not right.")},
                {u"3"_s, tr("The estimate is above --max-credits or --max-cost.")},
                {u"130"_s, tr("Stopped by Ctrl+C.")}};
    }
};

/// Words in lines of at most the terminal's width, each begun by `indent` blanks.
QString wrapped(const QString &text, int indent)
{
    const auto width = std::clamp(Terminal::width(), 60, widest);
    const QString margin(indent, u' ');
    QString lines;
    auto line = margin;
    for (const auto &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (line.size() > indent && line.size() + 1 + word.size() > width) {
            lines += line + u'\n';
            line = margin;
        }
        line += (line.size() > indent ? u" "_s : QString()) + word;
    }
    return lines + line + u'\n';
}

/// A name with its description beside it, or below where the name is long.
QString entry(const QString &name, const QString &description, int column)
{
    const auto head = u"  "_s + name;
    const auto text = wrapped(description, column);
    return head.size() + 2 <= column ? head + text.mid(head.size()) : head + u'\n' + text;
}

QString entries(const std::vector<std::pair<QString, QString>> &list, int column)
{
    QString text;
    for (const auto &[name, description] : list)
        text += entry(name, description, column);
    return text;
}

QString shown(const OptionSpec &option)
{
    const auto name = u"--"_s + option.name;
    return option.value.isEmpty() ? name : name + u' ' + option.value;
}

QString usage(const CommandSpec &command)
{
    return (u"%1 %2 [%3] %4"_s.arg(program, command.name, Help::tr("OPTION…"), command.arguments)).trimmed();
}

/// In a manual page a line must not begin with a dot, and minus signs are no hyphens.
QString roff(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

QString roffEntries(const std::vector<std::pair<QString, QString>> &list)
{
    QString text;
    for (const auto &[name, description] : list)
        text += u".TP\n.B %1\n%2\n"_s.arg(roff(name), roff(description));
    return text;
}

QString manualOf(const CommandSpec &command)
{
    auto page = u".SS \"%1\"\n.B %2\n.PP\n%3\n"_s.arg(roff(command.name), roff(usage(command)), roff(command.summary));
    for (const auto &paragraph : command.paragraphs)
        page += u".PP\n%1\n"_s.arg(roff(paragraph));
    for (const auto &group : command.groups) {
        page += u".PP\n.I %1:\n"_s.arg(roff(group.title));
        for (const auto &option : group.options)
            page += u".TP\n.B %1\n%2\n"_s.arg(roff(shown(option)), roff(option.description));
    }
    return page;
}

} // namespace

QString helpOfAll(const QString &group)
{
    std::vector<std::pair<QString, QString>> list;
    qsizetype longest = 0;
    for (const auto &command : commands()) {
        if (!group.isEmpty() && !command.name.startsWith(group + u' '))
            continue;
        list.emplace_back(command.name, command.summary);
        longest = std::max(longest, command.name.size());
    }
    auto text = wrapped(Help::intro(), 0) + u"\n"_s + Help::tr("Usage: %1 COMMAND [OPTION…] …").arg(program) +
                u"\n\n"_s + Help::tr("Commands:") + u'\n' + entries(list, static_cast<int>(longest) + 4) + u'\n' +
                Help::tr("%1 COMMAND --help explains a command; --version says which version this is.").arg(program) +
                u'\n';
    if (!group.isEmpty())
        return text;
    constexpr auto variableColumn = 26;
    constexpr auto statusColumn = 8;
    return text + u'\n' + Help::tr("Environment:") + u'\n' + entries(Help::variables(), variableColumn) + u'\n' +
           Help::tr("Exit status:") + u'\n' + entries(Help::statuses(), statusColumn);
}

QString helpOf(const CommandSpec &command)
{
    constexpr auto column = 26;
    auto text = command.summary + u"\n\n"_s + Help::tr("Usage: %1").arg(usage(command)) + u'\n';
    for (const auto &paragraph : command.paragraphs)
        text += u'\n' + wrapped(paragraph, 0);
    for (const auto &group : command.groups) {
        text += u'\n' + group.title + u":\n"_s;
        for (const auto &option : group.options)
            text += entry(shown(option), option.description, column);
    }
    if (!command.examples.isEmpty())
        text += u'\n' + Help::tr("Examples:") + u'\n';
    for (const auto &example : command.examples)
        text += u"  "_s + program + u' ' + example + u'\n';
    return text;
}

QString manualPage()
{
    auto page =
        u".TH EXTRACT-STUDIO-CLI 1\n.SH NAME\n%1 \\- %2\n.SH SYNOPSIS\n.B %1\n%3\n.SH DESCRIPTION\n%4\n.SH COMMANDS\n"_s
            .arg(roff(program), roff(Help::tr("extract data from documents on the command line")),
                 roff(Help::tr("COMMAND [OPTION…] …")), roff(Help::intro()));
    for (const auto &command : commands())
        page += manualOf(command);
    page += u".SH ENVIRONMENT\n"_s + roffEntries(Help::variables()) + u".SH EXIT STATUS\n"_s +
            roffEntries(Help::statuses()) + u".SH EXAMPLES\n"_s;
    for (const auto &command : commands())
        for (const auto &example : command.examples)
            page += u".PP\n.B %1 %2\n"_s.arg(roff(program), roff(example));
    return page + u".SH SEE ALSO\n.BR extract\\-studio (1),\n.BR extract\\-studio\\-service (1)\n"_s;
}

} // namespace xs::cli
