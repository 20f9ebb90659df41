// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/costestimate.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QThreadPool>

class QSettings;

namespace xs::gui::shell {

class ConnectionHub;
class Workbench;

/// What the run on the workbench would cost on the connection in use. Documents are counted in a thread of its own,
/// so the sum grows while they come. Owned by the window; lives in its thread.
class RunCost final : public QObject
{
    Q_OBJECT

public:
    /// The user's own table of rates lies at `ratesFile` if there is one; it is read again when it changes.
    RunCost(Workbench &workbench, ConnectionHub &connections, QSettings &settings, QString ratesFile,
            QObject *parent = nullptr);
    ~RunCost() override;

    /// Whether runs on the connection in use cost credits. Where the prices are not known, on a server of
    /// one's own, nothing is said; the local service costs nothing.
    bool costsCredits() const;
    bool isFree() const;
    const domain::Rates &rates() const { return m_rates; }
    /// What is wrong with the user's table; the built-in one is used then.
    const std::optional<Error> &ratesError() const { return m_ratesError; }
    const QString &ratesFile() const { return m_ratesFile; }
    /// Makes the user's table out of the built-in one where there is none yet. Error FileNotWritten.
    Expected<void> makeRatesFile();

    /// Of all documents on the workbench. Nothing when the table has no such tier.
    const std::optional<domain::CostEstimate> &estimate() const { return m_estimate; }
    /// Pages that would be read, whether they cost or not; those that are counted so far.
    qint64 pages() const;
    bool isCounting() const { return m_counting > 0; }

    /// Runs over so many credits are asked about first; 0 never asks.
    int budget() const;
    void setBudget(int credits);
    /// Whether this run costs more than the budget, or how much is not known.
    bool isOverBudget() const;

signals:
    void changed();

private:
    void readRates();
    void tell();
    void count();
    void counted(const QString &path, const domain::DocumentSize &size);
    domain::Configuration wholeConfiguration() const;
    std::vector<domain::DocumentSize> sizes() const;

    Workbench &m_workbench;
    ConnectionHub &m_connections;
    QSettings &m_settings;
    QString m_ratesFile;
    QFileSystemWatcher m_watcher;
    domain::Rates m_rates;
    std::optional<Error> m_ratesError;
    /// By path, size and time of the file, so that one that was changed is counted again.
    QHash<QString, domain::DocumentSize> m_sizes;
    QHash<QString, QString> m_stamps;
    std::optional<domain::CostEstimate> m_estimate;
    int m_counting = 0;
    QThreadPool m_pool;
};

} // namespace xs::gui::shell
