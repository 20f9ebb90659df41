// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/ids.h"
#include "base/json.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace xs::jobs {
class JobQueue;
struct ServerInput;
} // namespace xs::jobs

namespace xs::gui::shell {

class ConnectionHub;
class RunCost;
class Workbench;

/// Turns what is on the workbench into jobs: knows what a run would cover and cost, what stands in its way, and
/// starts it. Owned by the window.
class RunController final : public QObject
{
    Q_OBJECT

public:
    RunController(jobs::JobQueue &queue, ConnectionHub &connections, Workbench &workbench, RunCost &cost,
                  QObject *parent = nullptr);

    /// What is wrong with the schema's text, which would not be what runs; empty when nothing is.
    void setTextProblem(const QString &problem);
    /// What is wrong in the configuration form; empty when nothing is.
    void setFormProblem(const QString &problem);

    /// "Run · 2 pages · 50 credits ≈ $0.06", or where there is little room "Run · 50 credits ≈ $0.06".
    QString label(bool isShort = false) const;
    /// Why nothing can be run now, as a sentence; empty when it can.
    QString obstacle() const;
    /// Starts the run, or wants a question when it is over the budget.
    void run();
    /// Starts it whatever it costs.
    void runAnyway();
    /// Runs inputs that the server has, with what is on the workbench otherwise; their pages cannot be counted, so a
    /// question comes first where pages cost.
    void runServerInputs(const std::vector<jobs::ServerInput> &inputs);
    /// Runs documents that are not on the workbench without a question: for connections that cost nothing. Nobody asked
    /// for them just now, so `started` is not told and the window stays where it is.
    void runDocuments(const QStringList &documents);
    bool costsCredits() const;
    /// As `obstacle`, whatever documents there are.
    QString schemaObstacle() const;
    /// What the person has to know before a run that is over the budget.
    QString budgetQuestion() const;

signals:
    /// The label or the obstacle may be another.
    void changed();
    void started(const std::vector<xs::LocalJobId> &jobs);
    void refused(const xs::Error &error);
    /// Answered with runAnyway(), or not at all.
    void questionWanted();

private:
    QString costLabel() const;
    using Add = std::function<Expected<std::vector<LocalJobId>>(const Json &configuration, const QString &connection)>;
    Expected<std::vector<LocalJobId>> add(const Add &what);
    void start(const Add &what);

    jobs::JobQueue &m_queue;
    ConnectionHub &m_connections;
    Workbench &m_workbench;
    RunCost &m_cost;
    QString m_textProblem;
    QString m_formProblem;
    /// What runAnyway() does when the question was about something else than the workbench.
    std::function<void()> m_waiting;
};

} // namespace xs::gui::shell
