// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/studio/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

Options readOptions(const QStringList &arguments)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Options", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Turns documents into data that people can trust."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption connection(u"connection"_s, tr("Use this connection."), tr("name"));
    const QCommandLineOption configuration(u"configuration"_s, tr("Open this configuration or schema."), tr("file"));
    const QCommandLineOption run(u"run"_s, tr("Run the documents at once."));
    const QCommandLineOption sample(u"sample"_s, tr("Open the sample invoice with its schema."));
    parser.addOptions({connection, configuration, run, sample});
    parser.addPositionalArgument(u"document"_s, tr("Documents and folders to open."), u"[document…]"_s);
    parser.process(arguments);
    return {parser.value(connection), parser.value(configuration), parser.isSet(run), parser.isSet(sample),
            parser.positionalArguments()};
}
