// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/studio/options.h"

#include "wording/translation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/// Gives the translations their context.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StudioOptions)
};

} // namespace

QStringList handedOver(const Options &options)
{
    const auto absolute = [](const QString &path) { return QFileInfo(path).absoluteFilePath(); };
    QStringList arguments{u"extract-studio"_s};
    if (!options.connection.isEmpty())
        arguments << u"--connection"_s << options.connection;
    if (!options.configuration.isEmpty())
        arguments << u"--configuration"_s << absolute(options.configuration);
    if (options.run)
        arguments << u"--run"_s;
    if (options.sample)
        arguments << u"--sample"_s;
    arguments << u"--"_s;
    for (const auto &document : options.documents)
        arguments << absolute(document);
    return arguments;
}

namespace {

/// The command line's own language.
class StudioParser
{
public:
    StudioParser();

    QCommandLineParser &parser() { return m_parser; }
    Options options() const;
    bool wantsHelp() const { return m_parser.isSet(m_help) || m_parser.isSet(u"help-all"_s); }
    bool wantsVersion() const { return m_parser.isSet(m_version); }

private:
    QCommandLineParser m_parser;
    QCommandLineOption m_help = m_parser.addHelpOption();
    QCommandLineOption m_version = m_parser.addVersionOption();
    QCommandLineOption m_connection{u"connection"_s, Words::tr("Use this connection."), Words::tr("name")};
    QCommandLineOption m_configuration{u"configuration"_s, Words::tr("Open this configuration or schema."),
                                       Words::tr("file")};
    QCommandLineOption m_run{u"run"_s, Words::tr("Run the documents at once.")};
    QCommandLineOption m_sample{u"sample"_s, Words::tr("Open the sample invoice with its schema.")};
};

StudioParser::StudioParser()
{
    m_parser.setApplicationDescription(Words::tr("Turns documents into data that people can trust."));
    m_parser.addOptions({m_connection, m_configuration, m_run, m_sample});
    m_parser.addPositionalArgument(u"document"_s, Words::tr("Documents and folders to open."), u"[document…]"_s);
}

Options StudioParser::options() const
{
    return {m_parser.value(m_connection), m_parser.value(m_configuration), m_parser.isSet(m_run),
            m_parser.isSet(m_sample), m_parser.positionalArguments()};
}

/// What is left for us once Qt has taken its own options, which it does only together with a window system.
QStringList withoutQtOptions(const QStringList &arguments)
{
    static const QSet<QString> withValue{u"platform"_s,
                                         u"platformpluginpath"_s,
                                         u"platformtheme"_s,
                                         u"plugin"_s,
                                         u"qwindowgeometry"_s,
                                         u"qwindowicon"_s,
                                         u"qwindowtitle"_s,
                                         u"geometry"_s,
                                         u"icon"_s,
                                         u"title"_s,
                                         u"display"_s,
                                         u"session"_s,
                                         u"style"_s,
                                         u"stylesheet"_s};
    QStringList left;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto &argument = arguments[i];
        if (argument == "--"_L1)
            return left + arguments.mid(i);
        const auto name = argument.mid(argument.startsWith("--"_L1) ? 2 : 1);
        const auto isOption = i > 0 && argument.startsWith(u'-');
        if (isOption && withValue.contains(name))
            ++i;
        else if (!isOption || (name != "reverse"_L1 && !withValue.contains(name.section(u'=', 0, 0))))
            left << argument;
    }
    return left;
}

QStringList toList(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace

std::optional<int> answerWithoutWindow(int argc, char *argv[])
{
    constexpr int wrongOption = 2;
    const auto arguments = withoutQtOptions(toList(argc, argv));
    if (StudioParser line; line.parser().parse(arguments) && !line.wantsHelp() && !line.wantsVersion())
        return std::nullopt;
    // Only now the language, which a start with a window reads together with Qt's.
    QCoreApplication application(argc, argv);
    xs::wording::installTranslation(application, QLocale());
    StudioParser line;
    if (!line.parser().parse(arguments)) {
        QTextStream(stderr) << line.parser().errorText() << Qt::endl;
        return wrongOption;
    }
    QTextStream(stdout) << (line.wantsVersion() ? u"%1 %2\n"_s.arg(QCoreApplication::applicationName(),
                                                                   QCoreApplication::applicationVersion())
                                                : line.parser().helpText());
    return 0;
}

Options readOptions(const QStringList &arguments)
{
    StudioParser line;
    line.parser().parse(arguments);
    return line.options();
}
