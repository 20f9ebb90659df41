// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/runcontroller.h"

#include "gui/shell/connectionhub.h"
#include "gui/shell/runcost.h"
#include "gui/shell/workbench.h"
#include "jobs/jobqueue.h"
#include "wording/costtext.h"
#include "wording/findingtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

RunController::RunController(jobs::JobQueue &queue, ConnectionHub &connections, Workbench &workbench, RunCost &cost,
                             QObject *parent)
    : QObject(parent), m_queue(queue), m_connections(connections), m_workbench(workbench), m_cost(cost)
{
    // The cost listens to schema, configuration, documents and connection, and tells of each.
    connect(&m_cost, &RunCost::changed, this, &RunController::changed);
}

void RunController::setTextProblem(const QString &problem)
{
    m_textProblem = problem;
    emit changed();
}

void RunController::setFormProblem(const QString &problem)
{
    m_formProblem = problem;
    emit changed();
}

QString RunController::label(bool isShort) const
{
    QStringList parts{tr("Run")};
    const auto documents = static_cast<int>(m_workbench.documents().size());
    if (documents > 1 && !isShort)
        parts << tr("%n document(s)", nullptr, documents);
    if (const auto pages = static_cast<int>(m_cost.pages()); pages > 0 && !isShort)
        parts << tr("%n page(s)", nullptr, pages);
    if (const auto cost = costLabel(); documents > 0 && !cost.isEmpty())
        parts << cost;
    return parts.join(u" · "_s);
}

QString RunController::costLabel() const
{
    if (m_cost.isFree())
        return tr("free");
    if (!m_cost.costsCredits())
        return {};
    if (m_cost.isCounting())
        return tr("counting…");
    const auto estimate = m_cost.estimate();
    if (!estimate)
        return tr("price not known");
    return estimate->pages > 0 ? wording::costText(*estimate, m_cost.rates()) : QString();
}

QString RunController::budgetQuestion() const
{
    if (m_waiting)
        return tr(
            "The pages of what is on the server cannot be counted here, so nobody can say what the run will cost.");
    const auto estimate = m_cost.estimate();
    if (!estimate)
        return tr("The table of rates has no price for this tier, so nobody can say what the run will cost.");
    const auto sum = wording::costText(*estimate, m_cost.rates());
    if (m_cost.isCounting())
        return tr("%n document(s) are still being counted. So far the run costs %1.", nullptr,
                  estimate->unknownDocuments)
            .arg(sum);
    if (estimate->unknownDocuments > 0)
        return tr("The pages of %n document(s) cannot be counted here. The run costs %1.", nullptr,
                  estimate->unknownDocuments)
            .arg(sum);
    return tr("The run costs %1. You want to be asked above %2.")
        .arg(sum, wording::creditsText({double(m_cost.budget()), double(m_cost.budget())}));
}

QString RunController::obstacle() const
{
    if (m_workbench.documents().isEmpty())
        return tr("Drop a document first.");
    return schemaObstacle();
}

QString RunController::schemaObstacle() const
{
    if (!m_textProblem.isEmpty())
        return m_textProblem;
    if (m_workbench.schema().isEmpty())
        return tr("Add a field to the schema first.");
    const auto &findings = m_workbench.schema().findings();
    if (const auto error = std::ranges::find_if(findings, &schema::Finding::isError); error != findings.end())
        return wording::findingText(*error);
    return m_formProblem;
}

void RunController::run()
{
    m_waiting = nullptr;
    if (!obstacle().isEmpty())
        return;
    if (m_cost.isOverBudget())
        emit questionWanted();
    else
        runAnyway();
}

void RunController::runAnyway()
{
    if (const auto waiting = std::exchange(m_waiting, nullptr))
        waiting();
    else if (obstacle().isEmpty())
        start([this](const Json &configuration, const QString &connection) {
            return m_queue.add(m_workbench.documents(), configuration, connection);
        });
}

void RunController::runServerInputs(const std::vector<jobs::ServerInput> &inputs)
{
    const auto run = [this, inputs] {
        start([&](const Json &configuration, const QString &connection) {
            return m_queue.addServerInputs(inputs, configuration, connection);
        });
    };
    if (!m_cost.costsCredits() || m_cost.budget() == 0)
        return run();
    m_waiting = run;
    emit questionWanted();
}

bool RunController::costsCredits() const
{
    return m_cost.costsCredits();
}

void RunController::runDocuments(const QStringList &documents)
{
    const auto added = add([this, &documents](const Json &configuration, const QString &connection) {
        return m_queue.add(documents, configuration, connection);
    });
    if (!added)
        emit refused(added.error());
}

void RunController::start(const Add &what)
{
    if (!schemaObstacle().isEmpty())
        return;
    if (const auto added = add(what))
        emit started(*added);
    else
        emit refused(added.error());
}

Expected<std::vector<LocalJobId>> RunController::add(const Add &what)
{
    const auto name = m_connections.current().name;
    if (const auto connection = m_connections.connection(name); !connection &&
                                                                connection.error().code >= ErrorCode::KeyMissing &&
                                                                connection.error().code <= ErrorCode::KeyringRefused)
        return Unexpected(connection.error());
    return what(m_workbench.configurationJson(), name);
}

} // namespace xs::gui::shell
