// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "review/decision.h"

#include <QObject>
#include <QStringList>
#include <QUndoStack>

namespace xs::review {
class ReviewSession;
}

namespace xs::gui::review {

/// Every change that a person makes in a review, as commands on one undo stack. Decisions that are there already
/// make no step. Owned by the results page; the session is another's.
class ReviewEditor final : public QObject
{
    Q_OBJECT

public:
    explicit ReviewEditor(QObject *parent = nullptr);

    /// Null: there is nothing to decide about.
    void setSession(xs::review::ReviewSession *session) { m_session = session; }
    bool canDecide() const;
    QUndoStack &undoStack() { return m_undoStack; }

    /// Values that were edited stay so: that was a confirmation already.
    void confirm(const QStringList &paths);
    void confirmDocument();
    /// The engine's own value becomes a confirmation, null becomes "not in the document".
    void correct(const QString &path, const Json &value, const std::optional<domain::Citation> &place = {});
    void markAbsent(const QString &path);
    void markDoubtful(const QString &path, const QString &note);
    void reject(const QString &path);
    /// Back to what the engine said, undecided.
    void takeBack(const QString &path);

    /// Adds a row without values behind the last one of the list that a path lies in, or is; its path, empty where
    /// there is no such list.
    QString addRow(const QString &path);
    /// Takes the row that a path lies in out of its list, or back; a row that was added goes with all its values.
    void toggleRow(const QString &path);

signals:
    /// A step of another job is undone or done again: it has to be shown before this returns.
    void jobWanted(const xs::LocalJobId &job);
    void failed(const xs::Error &error);

private:
    void push(const QString &text, xs::review::Decisions decisions);
    bool apply(const LocalJobId &job, const xs::review::Decisions &decisions);

    xs::review::ReviewSession *m_session = nullptr;
    QUndoStack m_undoStack;
};

} // namespace xs::gui::review
