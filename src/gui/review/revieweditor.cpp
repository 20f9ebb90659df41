// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/revieweditor.h"

#include "gui/review/decidecommand.h"
#include "review/reviewsession.h"
#include "review/rows.h"

namespace xs::gui::review {

using xs::review::Decision;
using xs::review::Decisions;
using xs::review::Verdict;

namespace {

Decision plain(Verdict verdict, const QString &note = {})
{
    return {verdict, {}, {}, note};
}

} // namespace

ReviewEditor::ReviewEditor(QObject *parent) : QObject(parent)
{
}

bool ReviewEditor::canDecide() const
{
    return m_session && !m_session->job().isEmpty();
}

void ReviewEditor::confirm(const QStringList &paths)
{
    if (!canDecide())
        return;
    Decisions decisions;
    for (const auto &path : paths)
        if (!xs::review::isEdit(m_session->decision(path).verdict))
            decisions.emplace(path, plain(Verdict::Confirmed));
    push(tr("Confirm %n value(s)", nullptr, static_cast<int>(paths.size())), std::move(decisions));
}

void ReviewEditor::confirmDocument()
{
    push(tr("Confirm the document"), {{QString(), plain(Verdict::Confirmed)}});
}

void ReviewEditor::correct(const QString &path, const Json &value, const std::optional<domain::Citation> &place)
{
    const auto *engine = canDecide() ? m_session->value(path) : nullptr;
    if (!engine)
        return;
    if (value == engine->value && !place)
        push(tr("Confirm %n value(s)", nullptr, 1), {{path, plain(Verdict::Confirmed)}});
    else if (value.is_null())
        markAbsent(path);
    else
        push(tr("Correct a value"), {{path, Decision{Verdict::Corrected, value, place, {}}}});
}

void ReviewEditor::markAbsent(const QString &path)
{
    push(tr("Not in the document"), {{path, plain(Verdict::Absent)}});
}

void ReviewEditor::markDoubtful(const QString &path, const QString &note)
{
    push(tr("Mark as doubtful"), {{path, plain(Verdict::Doubtful, note)}});
}

void ReviewEditor::reject(const QString &path)
{
    push(tr("Reject a value"), {{path, plain(Verdict::Rejected)}});
}

void ReviewEditor::takeBack(const QString &path)
{
    push(tr("Back to the machine's value"), {{path, Decision()}});
}

QString ReviewEditor::addRow(const QString &path)
{
    if (!canDecide())
        return {};
    const auto place = xs::review::listOf(m_session->result(), path);
    if (!place.found)
        return {};
    const auto *list = domain::nodeAt(m_session->result(), place.list);
    const auto row = place.list + u'/' + QString::number(list->children.size());
    const auto *field = xs::review::fieldOf(&m_session->schema(), place.list);
    push(tr("Add a row"), {{row, Decision{Verdict::Added, xs::review::emptyRow(field, *list), {}, {}}}});
    return row;
}

void ReviewEditor::toggleRow(const QString &path)
{
    const auto place = canDecide() ? xs::review::listOf(m_session->result(), path) : xs::review::ListPlace();
    if (!place.found || place.row.isEmpty())
        return;
    if (m_session->decision(place.row).verdict == Verdict::Removed)
        return push(tr("Take a row back"), {{place.row, Decision()}});
    const auto *list = domain::nodeAt(m_session->result(), place.list);
    const bool isLast = place.row == place.list + u'/' + QString::number(list->children.size() - 1);
    Decisions decisions{{place.row, plain(Verdict::Removed)}};
    // The last row, when a person added it, leaves nothing behind; another one keeps its place, crossed out.
    if (isLast && m_session->decision(place.row).verdict == Verdict::Added) {
        decisions[place.row] = Decision();
        for (const auto &[cell, decision] : m_session->decisions())
            if (cell.startsWith(place.row + u'/'))
                decisions[cell] = Decision();
    }
    push(tr("Take a row out"), std::move(decisions));
}

void ReviewEditor::push(const QString &text, Decisions decisions)
{
    if (!canDecide())
        return;
    Decisions before;
    std::erase_if(decisions, [&](const auto &item) { return m_session->decision(item.first) == item.second; });
    for (const auto &[path, decision] : decisions)
        before.emplace(path, m_session->decision(path));
    if (!decisions.empty())
        m_undoStack.push(
            new DecideCommand(text, m_session->job(), std::move(before), std::move(decisions),
                              [this](const LocalJobId &job, const Decisions &these) { return apply(job, these); }));
}

bool ReviewEditor::apply(const LocalJobId &job, const Decisions &decisions)
{
    if (!canDecide() || m_session->job() != job)
        emit jobWanted(job);
    // A job that was deleted takes its steps with it.
    if (!canDecide() || m_session->job() != job)
        return false;
    if (const auto made = m_session->decide(decisions); !made) {
        emit failed(made.error());
        return false;
    }
    return true;
}

} // namespace xs::gui::review
