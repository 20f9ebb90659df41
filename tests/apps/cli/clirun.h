// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace xs::cli::test {

/// How the program ended and what it said.
struct Outcome
{
    /// −1 when it was killed.
    int status = -1;
    QString errors;
    QString output;
};

/// The real program in a home of its own, with no server named by the environment.
class Home
{
public:
    Home();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QProcessEnvironment &environment() { return m_environment; }
    Outcome run(const QStringList &arguments) const;
    /// Started and not waited for.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    QString write(const QString &name, const QByteArray &content) const;
    Json json(const QString &name) const;
    /// So many copies of a small document, each with bytes of its own, in the folder of that name.
    QStringList makeDocuments(int count, const QString &folder = QStringLiteral("in")) const;
    /// Names of files and folders that can be seen.
    QStringList files(const QString &folder) const;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// Waits for the end while the event loop runs.
Outcome outcomeOf(QProcess &process);

QString sample(const QString &name);

inline constexpr int ceiling = 120'000;

} // namespace xs::cli::test
