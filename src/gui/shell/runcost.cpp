// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/runcost.h"

#include "document/measure.h"
#include "domain/pagerange.h"
#include "gui/shell/connectionhub.h"
#include "gui/shell/workbench.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

const auto budgetKey = u"run/askAboveCredits"_s;
/// About 2.50 USD at the built-in rates.
constexpr int usualBudget = 2000;

QString stampOf(const QString &path)
{
    const QFileInfo info(path);
    return u"%1 %2"_s.arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
}

} // namespace

RunCost::RunCost(Workbench &workbench, ConnectionHub &connections, QSettings &settings, QString ratesFile,
                 QObject *parent)
    : QObject(parent), m_workbench(workbench), m_connections(connections), m_settings(settings),
      m_ratesFile(std::move(ratesFile))
{
    // One file at a time: the disk is the limit, and documents should show before their sums.
    m_pool.setMaxThreadCount(1);
    readRates();
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &RunCost::readRates);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &RunCost::readRates);
    connect(&m_workbench, &Workbench::documentsChanged, this, &RunCost::count);
    connect(&m_workbench, &Workbench::configurationChanged, this, &RunCost::tell);
    connect(&m_workbench.schema(), &schemaeditor::SchemaDocument::changed, this, &RunCost::tell);
    connect(&m_connections, &ConnectionHub::currentChanged, this, &RunCost::changed);
    count();
}

RunCost::~RunCost()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void RunCost::readRates()
{
    // Editors replace files, which ends a watch; the folder tells of new ones.
    if (!m_ratesFile.isEmpty()) {
        m_watcher.addPath(QFileInfo(m_ratesFile).absolutePath());
        if (QFileInfo::exists(m_ratesFile))
            m_watcher.addPath(m_ratesFile);
    }
    auto rates = domain::loadRates(m_ratesFile);
    m_ratesError = rates ? std::nullopt : std::optional(rates.error());
    m_rates = rates ? std::move(*rates) : domain::builtInRates();
    tell();
}

Expected<void> RunCost::makeRatesFile()
{
    if (QFileInfo::exists(m_ratesFile))
        return {};
    auto written = writeFile(m_ratesFile, domain::builtInRatesText());
    readRates();
    return written;
}

bool RunCost::costsCredits() const
{
    return m_connections.current().kind == client::Profile::Kind::LlamaCloud;
}

bool RunCost::isFree() const
{
    return m_connections.current().kind == client::Profile::Kind::ThisComputer;
}

void RunCost::count()
{
    for (const auto &path : m_workbench.documents()) {
        const auto stamp = stampOf(path);
        if (m_stamps.value(path) == stamp)
            continue;
        m_stamps.insert(path, stamp);
        m_sizes.remove(path);
        ++m_counting;
        m_pool.start([this, path] {
            const auto size = document::measure(path);
            QMetaObject::invokeMethod(
                this, [this, path, size] { counted(path, size); }, Qt::QueuedConnection);
        });
    }
    tell();
}

void RunCost::counted(const QString &path, const domain::DocumentSize &size)
{
    --m_counting;
    m_sizes.insert(path, size);
    // Thousands of documents come faster than anyone reads.
    if (m_counting % 50 == 0)
        tell();
}

std::vector<domain::DocumentSize> RunCost::sizes() const
{
    std::vector<domain::DocumentSize> sizes;
    for (const auto &path : m_workbench.documents())
        sizes.push_back(m_sizes.value(path));
    return sizes;
}

domain::Configuration RunCost::wholeConfiguration() const
{
    auto configuration = m_workbench.configuration();
    configuration.dataSchema = m_workbench.schema().schema();
    return configuration;
}

/// Estimated once for each change, since reading a large schema takes its time.
void RunCost::tell()
{
    m_estimate = domain::estimateCost(m_rates, wholeConfiguration(), sizes());
    emit changed();
}

qint64 RunCost::pages() const
{
    auto configuration = m_workbench.configuration();
    configuration.tier = m_rates.extract.front().tier;
    configuration.parseTier.reset();
    return domain::estimateCost(m_rates, configuration, sizes()).value_or(domain::CostEstimate()).pages;
}

int RunCost::budget() const
{
    return m_settings.value(budgetKey, usualBudget).toInt();
}

void RunCost::setBudget(int credits)
{
    if (credits == budget())
        return;
    m_settings.setValue(budgetKey, credits);
    tell();
}

bool RunCost::isOverBudget() const
{
    if (!costsCredits() || budget() == 0)
        return false;
    const auto sum = estimate();
    return !sum || sum->unknownDocuments > 0 || sum->credits().high > budget();
}

} // namespace xs::gui::shell
