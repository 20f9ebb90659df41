// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/studio/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

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

private:
    QCommandLineParser m_parser;
    QCommandLineOption m_connection{u"connection"_s, Words::tr("Use this connection."), Words::tr("name")};
    QCommandLineOption m_configuration{u"configuration"_s, Words::tr("Open this configuration or schema."),
                                       Words::tr("file")};
    QCommandLineOption m_run{u"run"_s, Words::tr("Run the documents at once.")};
    QCommandLineOption m_sample{u"sample"_s, Words::tr("Open the sample invoice with its schema.")};
};

StudioParser::StudioParser()
{
    m_parser.setApplicationDescription(Words::tr("Turns documents into data that people can trust."));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    m_parser.addOptions({m_connection, m_configuration, m_run, m_sample});
    m_parser.addPositionalArgument(u"document"_s, Words::tr("Documents and folders to open."), u"[document…]"_s);
}

Options StudioParser::options() const
{
    return {m_parser.value(m_connection), m_parser.value(m_configuration), m_parser.isSet(m_run),
            m_parser.isSet(m_sample), m_parser.positionalArguments()};
}

} // namespace

Options readOptions(const QStringList &arguments)
{
    StudioParser line;
    line.parser().process(arguments);
    return line.options();
}

Options readHandedOver(const QStringList &arguments)
{
    StudioParser line;
    line.parser().parse(arguments);
    return line.options();
}
