// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

/// Reads the options of one command line; the names of the options stand here only.
class OptionReader
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    OptionReader();
    Expected<Options> read(const QStringList &arguments);

private:
    static QString description();
    Expected<void> readRun(Options &options);
    Expected<void> readNumber(const QString &name, int least, int most, int &value);
    std::optional<QString> optional(const QString &name) const;
    static Unexpected wrong(const QString &sentence) { return Unexpected(ErrorCode::InvalidArgument, sentence); }

    QCommandLineParser m_parser;
};

OptionReader::OptionReader()
{
    m_parser.setApplicationDescription(description());
    m_parser.addPositionalArgument(u"run"_s, tr("Extract data from documents."), u"run"_s);
    m_parser.addPositionalArgument(u"DOCUMENT"_s, tr("The documents: PDF files or pictures."), u"DOCUMENT…"_s);
    m_parser.addOptions({
        {u"schema"_s, tr("The JSON Schema of the wanted data."), u"FILE"_s},
        {u"configuration"_s, tr("The API's configuration object; a schema given beside it replaces its data_schema."),
         u"FILE"_s},
        {u"output"_s, tr("Folder for the answers; it is made when it does not exist."), u"DIR"_s},
        {u"base-url"_s, tr("Address of the API; without it the local service is started."), u"URL"_s},
        {u"target-pages"_s, tr("Pages to read, such as 1,3,5-7."), u"PAGES"_s},
        {u"tier"_s, tr("cost_effective, agentic, …"), u"TIER"_s},
        {u"target"_s, tr("One result per_doc, per_page or per_table_row."), u"TARGET"_s},
        {u"timeout"_s, tr("Cancel what is not done after so many seconds."), u"SECONDS"_s},
        {u"wait"_s, tr("Keep trying for so many seconds while the server cannot be reached (default 30)."),
         u"SECONDS"_s},
        {u"port"_s, tr("Port of the local service (default: a free one)."), u"N"_s},
        {u"table"_s, tr("Print values, confidence and citations as a table on standard output.")},
    });
    m_parser.addHelpOption();
    m_parser.addVersionOption();
}

QString OptionReader::description()
{
    return tr("Extracts data from documents with LlamaCloud Extract, or with the local service of Extract Studio.") +
           u"\n\n"_s +
           tr("For each document that is completed, DIR/<base name>.json holds the whole job object as the API "
              "returned "
              "it. When documents have the same base name, the second is called <base name>-2.json, and so on in the "
              "order of the command line. Files of earlier runs are replaced. A document that fails writes nothing and "
              "does not stop the others.") +
           u"\n\n"_s +
           tr("Citations and confidence are on unless the configuration says otherwise. The API key comes from the "
              "environment variable LLAMA_CLOUD_API_KEY.") +
           u"\n\n"_s +
           tr("Exit status: 0 when every job was completed, 1 when one was not, 2 when nothing could be started.");
}

Expected<Options> OptionReader::read(const QStringList &arguments)
{
    Options options;
    if (!m_parser.parse(arguments))
        return wrong(m_parser.errorText());
    if (m_parser.isSet(u"help"_s)) {
        options.text = m_parser.helpText();
        return options;
    }
    if (m_parser.isSet(u"version"_s)) {
        options.text = u"extract-studio-cli "_s + QStringLiteral(XS_VERSION) + u'\n';
        return options;
    }
    if (m_parser.positionalArguments().value(0) != "run"_L1)
        return wrong(tr("The first argument has to be the command run."));
    if (const auto done = readRun(options); !done)
        return Unexpected(done.error());
    return options;
}

Expected<void> OptionReader::readRun(Options &options)
{
    options.schemaFile = m_parser.value(u"schema"_s);
    options.configurationFile = m_parser.value(u"configuration"_s);
    options.outputFolder = m_parser.value(u"output"_s);
    options.documents = m_parser.positionalArguments().mid(1);
    options.targetPages = optional(u"target-pages"_s);
    options.tier = optional(u"tier"_s);
    options.target = optional(u"target"_s);
    options.table = m_parser.isSet(u"table"_s);
    if (options.schemaFile.isEmpty() && options.configurationFile.isEmpty())
        return wrong(tr("Give a schema with --schema, or a configuration with --configuration."));
    if (options.outputFolder.isEmpty())
        return wrong(tr("Give a folder for the answers with --output."));
    if (options.documents.isEmpty())
        return wrong(tr("Give at least one document."));
    if (const auto address = optional(u"base-url"_s)) {
        options.baseUrl = QUrl(*address, QUrl::StrictMode);
        const auto scheme = options.baseUrl.scheme();
        if (options.baseUrl.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1))
            return wrong(
                tr("\"%1\" is no address of an API; write it like https://api.cloud.llamaindex.ai.").arg(*address));
    }
    int timeout = 0;
    if (const auto done = readNumber(u"timeout"_s, 1, 7 * 86'400, timeout); !done)
        return done;
    if (timeout > 0)
        options.timeout = timeout;
    if (const auto done = readNumber(u"wait"_s, 0, 7 * 86'400, options.wait); !done)
        return done;
    return readNumber(u"port"_s, 0, 65'535, options.port);
}

Expected<void> OptionReader::readNumber(const QString &name, int least, int most, int &value)
{
    if (!m_parser.isSet(name))
        return {};
    bool isNumber = false;
    const auto number = m_parser.value(name).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return wrong(tr("--%1 takes a number from %2 to %3.").arg(name).arg(least).arg(most));
    value = number;
    return {};
}

std::optional<QString> OptionReader::optional(const QString &name) const
{
    return m_parser.isSet(name) ? m_parser.value(name) : std::optional<QString>();
}

} // namespace

Expected<Options> readOptions(const QStringList &arguments)
{
    return OptionReader().read(arguments);
}

} // namespace xs::cli
