// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "client/connection.h"
#include "client/network.h"
#include "jobs/jobpolicy.h"
#include "jobs/jobrecord.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>

namespace xs::jobs {

class JobStore;
class JobTable;
class Lane;

/// A file or a parse job that the server has.
struct ServerInput
{
    QString id;
    /// For the list; the id where it is empty.
    QString name;
};

/// Brings jobs from a document to an answer: uploads, creates and polls them, and writes every step to the store
/// before it is sent, so that each job goes on after a restart where it was. A server that cannot be reached
/// costs time and never a job. Belongs to main(); everything happens in one thread's event loop.
class JobQueue : public QObject
{
    Q_OBJECT

public:
    /// The connection of a profile as it is now. An error (KeyMissing, ServiceStopped, …) makes its jobs wait
    /// until `connectionChanged` is called.
    using ConnectionProvider = std::function<Expected<client::Connection>(const QString &name)>;

    JobQueue(JobStore &store, const client::Network &network, ConnectionProvider connections,
             const JobPolicy &policy = {}, QObject *parent = nullptr);
    ~JobQueue() override;

    /// Reads the stored jobs and goes on with those that are not over. Called once. Of very many jobs the first
    /// are there when it returns; `loaded` tells when all of them are, and only then anything is sent.
    Expected<void> resume();
    bool isLoaded() const { return m_isLoaded; }
    /// Whether the uploads of jobs that are added from now on are removed from the server after the job.
    void setRemoveUploads(bool remove) { m_removeUploads = remove; }

    /// One new job for each document, all with the API's `configuration` object. Whether a document can be read
    /// shows when it is its turn: a bad one fails its own job only. An error means that nothing was added.
    Expected<std::vector<LocalJobId>> add(const QStringList &documents, const Json &configuration,
                                          const QString &connectionName);
    /// One new job for each input that is on the server already, by its id (`dfl-…` or `pjb-…`).
    Expected<std::vector<LocalJobId>> addServerInputs(const std::vector<ServerInput> &inputs, const Json &configuration,
                                                      const QString &connectionName);
    /// Begins a failed or cancelled job again where it makes sense: a job that the server still has is read
    /// again, an uploaded file is used again. Other jobs stay as they are.
    void retry(const LocalJobId &id);
    /// Ends a job here, and on the server when it is there.
    void cancel(const LocalJobId &id);
    /// Takes a job from the list; an unfinished one is cancelled first. The server keeps what it has.
    void remove(const LocalJobId &id);
    /// As `remove`, and the server forgets the job with its result and its upload before. A job that it will not
    /// forget stays (`removalRefused`).
    void removeEverywhere(const LocalJobId &id);
    /// How many pages the document has, as soon as someone has opened it.
    void setPageCount(const LocalJobId &id, int pages);
    /// The profile has another address, key or token, or can be used again: its jobs try again at once.
    void connectionChanged(const QString &name);

    /// All jobs, oldest first.
    std::vector<LocalJobId> ids() const;
    /// Null when there is none; valid until the next change.
    const JobRecord *job(const LocalJobId &id) const;
    /// From the store; error NotFound when there is none.
    Expected<Json> configuration(const LocalJobId &id) const;
    /// The server's whole job object, of a completed job with result and metadata.
    Expected<Json> answer(const LocalJobId &id) const;
    /// Its text, to be read in another thread.
    Expected<QByteArray> answerText(const LocalJobId &id) const;
    /// Whether a job of the list holds this upload.
    bool hasUpload(const FileId &file) const;
    /// How many jobs are not over.
    int unfinished() const;

signals:
    void jobAdded(const xs::LocalJobId &id);
    void jobChanged(const xs::LocalJobId &id);
    void jobRemoved(const xs::LocalJobId &id);
    void uploadProgress(const xs::LocalJobId &id, qint64 sent, qint64 total);
    /// A step could not be written, so it was not done; the job stays in its phase until `resume` of the next start.
    void storeFailed(const xs::Error &error);
    void removalRefused(const xs::LocalJobId &id, const xs::Error &error);
    void loaded();
    /// No job is unfinished any more.
    void idle();

private:
    Lane &lane(const QString &connectionName);
    Expected<std::vector<LocalJobId>> addRecords(std::vector<JobRecord> jobs, const Json &configuration,
                                                 const QString &connectionName);
    Expected<void> loadSome(int limit);
    void loadLater();
    void beginAll();
    void summarizeNext();

    std::unique_ptr<JobTable> m_table;
    client::Network m_network;
    ConnectionProvider m_connections;
    JobPolicy m_policy;
    std::map<QString, std::unique_ptr<Lane>> m_lanes;
    bool m_isLoaded = false;
    bool m_removeUploads = false;
    /// Jobs whose answer was stored before summaries were.
    std::vector<LocalJobId> m_unsummarized;
};

} // namespace xs::jobs
