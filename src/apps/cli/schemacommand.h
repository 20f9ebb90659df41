// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/callcommand.h"
#include "base/json.h"

namespace xs::cli {

/// `schema infer`: makes a schema of a text and writes it. Returns the exit status.
int inferSchema(const CommandLine &line, Terminal &terminal);

/// `schema validate`: says what is wrong with a schema, and has the server say it where that is wanted.
class SchemaValidateCommand final : public CallCommand
{
    Q_OBJECT

public:
    /// `schema` is the file's content, or the schema in it where it is a configuration.
    SchemaValidateCommand(const CommandLine &line, AccessWish wish, Json schema, const QString &serviceFolder,
                          Terminal &terminal);

    void start() override;

protected:
    void begin() override;
    void failed(const Error &error) override;

private:
    void add(bool isError, const QString &pointer, const QString &message, const QString &source);
    void end();

    Json m_schema;
    Json m_findings = Json::array();
    bool m_hasError = false;
};

/// `schema generate`: sends the sample document, has the server propose a schema, and takes the document away again.
class SchemaGenerateCommand final : public CallCommand
{
    Q_OBJECT

public:
    /// `schema` is one to go on from; null for none. `serviceFolder` is for the local service's data.
    SchemaGenerateCommand(const CommandLine &line, AccessWish wish, Json schema, const QString &serviceFolder,
                          Terminal &terminal);

    void start() override;

protected:
    void begin() override;
    void failed(const Error &error) override;

private:
    void generate();
    /// The sample is not needed any more; that it stays is no failure.
    void endWith(int status);

    Json m_schema;
    QString m_file;
    std::optional<int> m_status;
};

} // namespace xs::cli
