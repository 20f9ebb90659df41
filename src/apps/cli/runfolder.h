// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/cli/terminal.h"
#include "base/expected.h"
#include "base/ids.h"
#include "client/connections.h"

#include <QHash>
#include <QLockFile>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

namespace xs::cli {

/// Where a run keeps its results and what it has to remember: the output folder with `.extract-studio` in it, one
/// folder for each server, so that the same command can go on later. Without an output folder everything goes with the
/// run.
class RunFolder
{
public:
    /// `output` may be empty.
    RunFolder(QString output, bool mayOverwrite) : m_output(std::move(output)), m_mayOverwrite(mayOverwrite) {}

    ~RunFolder();

    /// Makes the folders and tries to write there. Errors: FileNotWritten, InvalidJson.
    Expected<void> open(const client::Profile &server);
    /// Takes the folder for this run.
    std::optional<Refusal> lock();
    /// Whether a later run finds what this one leaves.
    bool isLasting() const { return !m_output.isEmpty(); }

    QString jobsFile() const { return m_state + QLatin1String("/jobs.sqlite"); }
    QString serviceFolder() const { return m_state + QLatin1String("/service"); }
    /// What was fetched from the web.
    QString fetchedFolder() const { return m_state + QLatin1String("/fetched"); }
    /// The local service's copies of documents are not needed any more; they go when this object goes.
    void forgetServiceFolder() { m_dropsService = true; }

    enum class Naming {
        /// A document keeps the name of its last result.
        Again,
        /// Nothing that is there is in the way, results of the same document neither.
        Beside,
    };
    /// One name for each document: the base name with ".json"; a base name that is taken gets "-2", "-3", … (without
    /// regard to case, since some file systems have none).
    QStringList namesFor(const QStringList &documents, Naming naming) const;
    /// Says which of the names must not be written because something is there.
    std::optional<Refusal> collision(const QStringList &names) const;
    /// Promises names to jobs of these documents. Error FileNotWritten.
    Expected<void> promise(const std::vector<LocalJobId> &jobs, const QStringList &documents, const QStringList &names);
    /// The job's file; empty when no name was promised.
    QString fileOf(const LocalJobId &job) const;

    /// The file of all results together. Refused when something is there that is not of an earlier run.
    QString tableFile(const QString &suffix) const { return m_output + QLatin1String("/results.") + suffix; }
    std::optional<Refusal> tableCollision(const QString &suffix) const;
    Expected<void> tableWritten(const QString &suffix);

private:
    Refusal exists(const QString &name) const;
    Expected<void> readNames();
    Expected<void> writeNames() const;

    QString m_output;
    bool m_mayOverwrite;
    QString m_state;
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<QLockFile> m_lock;
    struct Promise
    {
        QString document;
        QString name;
    };
    /// By job.
    QHash<QString, Promise> m_promises;
    QStringList m_tables;
    bool m_dropsService = false;
};

} // namespace xs::cli
