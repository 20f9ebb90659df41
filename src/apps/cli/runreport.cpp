// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/runreport.h"

#include "apps/cli/knownjobs.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

/// How far a job has come, as a bar shows it.
double wayOf(jobs::Phase phase)
{
    switch (phase) {
    case jobs::Phase::Queued:
        return 0;
    case jobs::Phase::Uploading:
        return 0.1;
    case jobs::Phase::Creating:
        return 0.3;
    case jobs::Phase::Waiting:
        return 0.4;
    default:
        return 1;
    }
}

} // namespace

QString progressBar(double share, int done, int count, int width)
{
    const auto cells = std::max(width, 1);
    const auto full = std::clamp(static_cast<int>(share * cells), 0, cells);
    return u"[%1%2] %3/%4"_s.arg(QString(full, u'#'), QString(cells - full, u'-')).arg(done).arg(count);
}

void RunReport::add(const jobs::JobRecord &job)
{
    m_jobs.insert(job.id, {static_cast<int>(m_jobs.size()) + 1, job.phase});
    m_way += wayOf(job.phase);
    drawBar();
}

bool RunReport::changed(const jobs::JobRecord &job)
{
    if (job.phase != jobs::Phase::Failed && job.error != m_toldTrouble) {
        m_toldTrouble = job.error;
        // A program that reads errors hears of it when it becomes one.
        if (job.error.code != ErrorCode::None && m_terminal.style() != Terminal::Style::JsonErrors)
            m_terminal.error(job.error, tr("Waiting"));
    }
    const auto known = m_jobs.find(job.id);
    if (known == m_jobs.end() || known->phase == job.phase)
        return false;
    m_way += wayOf(job.phase) - wayOf(known->phase);
    known->phase = job.phase;
    if (!m_terminal.hasStatus() && job.phase == jobs::Phase::Uploading)
        m_terminal.say(tr("%1: sending").arg(nameOf(job)));
    if (!m_terminal.hasStatus() && job.phase == jobs::Phase::Waiting)
        m_terminal.say(tr("%1: being read").arg(nameOf(job)));
    drawBar();
    return true;
}

QString RunReport::nameOf(const jobs::JobRecord &job) const
{
    if (!m_expected || *m_expected == 1)
        return job.document.name;
    return u"[%1/%2] %3"_s.arg(m_jobs.value(job.id).number).arg(*m_expected).arg(job.document.name);
}

/// A program knows documents by their paths, people by their numbers and names.
QString RunReport::subjectOf(const jobs::JobRecord &job) const
{
    return m_terminal.style() == Terminal::Style::JsonErrors ? inputOf(job) : nameOf(job);
}

void RunReport::done(const jobs::JobRecord &job, const QString &file, bool isFromBefore)
{
    ++m_completed;
    const auto place = QDir::toNativeSeparators(file);
    if (isFromBefore && m_expected)
        m_terminal.say(file.isEmpty() ? tr("%1: done before").arg(nameOf(job))
                                      : tr("%1: done before, see %2").arg(nameOf(job), place));
    else if (!isFromBefore)
        m_terminal.say(file.isEmpty() ? tr("%1: done").arg(nameOf(job))
                                      : tr("%1: done, see %2").arg(nameOf(job), place));
    drawBar();
}

void RunReport::failed(const jobs::JobRecord &job, const Error &error)
{
    ++m_failed;
    m_terminal.error(error, subjectOf(job));
    drawBar();
}

void RunReport::cancelled(const jobs::JobRecord &job)
{
    ++m_failed;
    if (m_terminal.style() == Terminal::Style::JsonErrors)
        m_terminal.error({ErrorCode::Cancelled, {}, {}}, subjectOf(job));
    else
        m_terminal.say(tr("%1: cancelled").arg(nameOf(job)));
    drawBar();
}

void RunReport::end()
{
    m_terminal.setStatus({});
    if (count() > 1)
        m_terminal.say(tr("%1 of %n document(s) done.", nullptr, count()).arg(m_completed));
}

void RunReport::drawBar()
{
    if (!m_terminal.hasStatus())
        return;
    const auto over = m_completed + m_failed;
    if (!m_expected)
        return m_terminal.setStatus(over == count() ? tr("Watching; %n document(s) done", nullptr, m_completed)
                                                    : tr("Watching; %1 of %2 done").arg(over).arg(count()));
    constexpr auto width = 30;
    const auto share = *m_expected > 0 ? m_way / *m_expected : 0;
    auto line = progressBar(share, over, *m_expected, width);
    if (m_failed > 0)
        line += u' ' + tr("%n failed", nullptr, m_failed);
    m_terminal.setStatus(line);
}

} // namespace xs::cli
