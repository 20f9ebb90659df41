// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/runcontroller.h"

#include "domain/pagerange.h"
#include "domain/rates.h"
#include "gui/shell/connectionhub.h"
#include "gui/shell/workbench.h"
#include "jobs/jobqueue.h"
#include "wording/findingtext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

RunController::RunController(jobs::JobQueue &queue, ConnectionHub &connections, Workbench &workbench, QObject *parent)
    : QObject(parent), m_queue(queue), m_connections(connections), m_workbench(workbench)
{
    connect(&m_workbench.schema(), &schemaeditor::SchemaDocument::changed, this, &RunController::changed);
    connect(&m_workbench, &Workbench::configurationChanged, this, &RunController::changed);
    connect(&m_workbench, &Workbench::documentsChanged, this, &RunController::changed);
    connect(&m_connections, &ConnectionHub::currentChanged, this, &RunController::changed);
}

void RunController::setPageCount(int pages)
{
    m_pageCount = pages;
    emit changed();
}

void RunController::setFormProblem(const QString &problem)
{
    m_formProblem = problem;
    emit changed();
}

/// How many pages one document would cost; 0 when it is not known.
int RunController::pages() const
{
    const auto &configuration = m_workbench.configuration();
    const auto chosen = m_pageCount > 0
                            ? domain::selectPages(configuration.targetPages, configuration.maxPages, m_pageCount)
                            : Expected<std::vector<int>>(std::vector<int>());
    return chosen ? static_cast<int>(chosen->size()) : 0;
}

QString RunController::label() const
{
    QStringList parts{tr("Run")};
    const auto documents = static_cast<int>(m_workbench.documents().size());
    const auto known = documents == 1 ? pages() : 0;
    if (documents > 1)
        parts << tr("%n document(s)", nullptr, documents);
    else if (known > 0)
        parts << tr("%n page(s)", nullptr, known);
    const auto costs = m_connections.current().kind == client::Profile::Kind::LlamaCloud;
    if (const auto rate = domain::rateOf(m_workbench.configuration().tier); rate && costs && known > 0) {
        const auto credits = known * rate->credits();
        parts << tr("%n credit(s)", nullptr, credits) +
                     u" ≈ $%1"_s.arg(QLocale().toString(credits * domain::dollarsPerCredit, 'f', 2));
    }
    return parts.join(u" · "_s);
}

QString RunController::obstacle() const
{
    if (m_workbench.documents().isEmpty())
        return tr("Drop a document first.");
    if (m_workbench.schema().isEmpty())
        return tr("Add a field to the schema first.");
    const auto &findings = m_workbench.schema().findings();
    if (const auto error = std::ranges::find_if(findings, &schema::Finding::isError); error != findings.end())
        return wording::findingText(*error);
    return m_formProblem;
}

void RunController::run()
{
    if (!obstacle().isEmpty())
        return;
    const auto name = m_connections.current().name;
    if (const auto connection = m_connections.connection(name); !connection &&
                                                                connection.error().code >= ErrorCode::KeyMissing &&
                                                                connection.error().code <= ErrorCode::KeyringRefused) {
        emit refused(connection.error());
        return;
    }
    const auto added = m_queue.add(m_workbench.documents(), m_workbench.configurationJson(), name);
    if (added)
        emit started(*added);
    else
        emit refused(added.error());
}

} // namespace xs::gui::shell
