// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"
#include "jobs/jobsteps.h"

namespace xs::client {
class UploadFileCall;
}

namespace xs::jobs {

class JobTable;

/// Carries out one step of one job (all but Poll): stores that it is about to happen, sends it, stores what came
/// of it. Owned by the Lane, which drops it after `over`.
class JobRun : public QObject
{
    Q_OBJECT

public:
    struct Context
    {
        JobTable &table;
        client::Network network;
        client::Connection connection;
        client::milliseconds clockTolerance;
        /// How far the server's clock is ahead of ours, as far as it has said; kept up to date by every answer.
        std::optional<client::milliseconds> &serverAhead;
    };

    JobRun(const Context &context, LocalJobId job, Step step);
    ~JobRun() override;

    void start();
    Step step() const { return m_step; }

    /// Deleter for runs that may be dropped in a slot of their own: from that moment on they touch nothing.
    struct Drop
    {
        void operator()(JobRun *run) const { run->letGo(); }
    };

    enum class Outcome {
        /// The record says how it goes on.
        Done,
        /// Nothing has changed (or a create has an unknown outcome); to be tried again because of `error`.
        TryAgain,
        /// A lost create is not on the server.
        NotThere,
        /// Another job sends the same content just now; it is shared as soon as it is there.
        SharedLater,
        /// The store could not be written, so nothing was done.
        Stuck,
    };

signals:
    void over(xs::jobs::JobRun::Outcome outcome, const xs::Error &error,
              std::optional<xs::client::milliseconds> retryAfter);
    void uploadProgress(const xs::LocalJobId &id, qint64 sent, qint64 total);

private:
    void letGo();
    void upload();
    void shareUpload(const client::UploadFileCall &call);
    void create();
    void createFailed(client::Call &call);
    void lookUp();
    bool isFarBehind() const;
    void lookUpSince(const QDateTime &moment);
    void removeUnused(const FileId &file, const Error &reason);
    void cancelThere();
    void cancelHere();
    void deleteThere();
    void removeUpload();
    void uploadIsGone();

    void run(std::unique_ptr<client::Call> call, std::function<void()> finished);
    void failed(client::Call &call);
    void store(const std::function<void(JobRecord &)> &edit, const Json *answer = nullptr);
    void end(Outcome outcome, const Error &error = {}, std::optional<client::milliseconds> retryAfter = {});
    const JobRecord &record() const;

    Context m_context;
    LocalJobId m_job;
    Step m_step;
    client::CallPointer m_call;
};

} // namespace xs::jobs
