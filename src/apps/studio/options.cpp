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

Options readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Turns documents into data that people can trust."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption connection(u"connection"_s, Words::tr("Use this connection."), Words::tr("name"));
    const QCommandLineOption configuration(u"configuration"_s, Words::tr("Open this configuration or schema."),
                                           Words::tr("file"));
    const QCommandLineOption run(u"run"_s, Words::tr("Run the documents at once."));
    const QCommandLineOption sample(u"sample"_s, Words::tr("Open the sample invoice with its schema."));
    parser.addOptions({connection, configuration, run, sample});
    parser.addPositionalArgument(u"document"_s, Words::tr("Documents and folders to open."), u"[document…]"_s);
    parser.process(arguments);
    return {parser.value(connection), parser.value(configuration), parser.isSet(run), parser.isSet(sample),
            parser.positionalArguments()};
}
