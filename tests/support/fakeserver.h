// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "support/fakeconfigurations.h"

#include <map>
#include <optional>

namespace xs::test {

/// The part of the API that this program uses, in memory, with faults on demand. Give its `answer` to a FakeNetwork.
class FakeServer
{
public:
    /// What goes wrong with one request.
    struct Fault
    {
        enum class Kind {
            /// The answer in place of the server's own; the server does nothing.
            Instead,
            /// The server does what it was asked for, and its answer gets lost like this.
            Afterwards,
            /// The server's own answer, late by `answer.delay` and in `answer.pieces`.
            Late,
            /// The server does what it was asked for; what comes back is its answer to the request of this kind before.
            Duplicate,
        };
        Kind kind = Kind::Instead;
        FakeAnswer answer;
    };

    explicit FakeServer(const Clock &clock) : m_clock(clock) {}

    FakeAnswer answer(const FakeRequest &request);

    /// Asked about every request, with a word for it ("upload", "create", "get", "list", "cancel", …).
    std::function<std::optional<Fault>(const QString &word, const FakeRequest &request)> fault;
    QByteArray key = "llx-good";
    /// How far the server's clock is ahead of the client's.
    std::chrono::milliseconds ahead{0};
    /// How often a job is seen running before it is over.
    int readsUntilOver = 2;
    /// How jobs end; with FAILED comes `errorMessage`.
    QString end = QStringLiteral("COMPLETED");
    QString errorMessage;

    /// One line for each request: its word and what became of it ("create 200", "upload lost").
    QStringList log;
    int jobCount() const { return static_cast<int>(m_jobs.size()); }
    int fileCount() const { return static_cast<int>(m_files.size()); }
    /// The name that a file was uploaded with; empty when there is no such file.
    QString nameOfFile(const QString &id) const;

private:
    struct StoredJob
    {
        Json json;
        int reads = 0;
    };

    QDateTime serverTime() const { return m_clock.now().addMSecs(ahead.count()); }
    FakeAnswer handle(const QString &word, const FakeRequest &request);
    FakeAnswer upload(const FakeRequest &request);
    FakeAnswer create(const FakeRequest &request);
    FakeAnswer list(const FakeRequest &request);
    FakeAnswer get(const FakeRequest &request);
    FakeAnswer cancel(const FakeRequest &request);
    FakeAnswer remove(const FakeRequest &request);
    FakeAnswer removeFile(const FakeRequest &request);
    FakeAnswer validate(const FakeRequest &request);
    FakeAnswer generate(const FakeRequest &request);
    StoredJob *find(const QString &id);
    void proceed(StoredJob &job);
    Json shown(const StoredJob &job, const QStringList &expand) const;

    const Clock &m_clock;
    std::vector<StoredJob> m_jobs;
    std::vector<Json> m_files;
    int m_filesMade = 0;
    std::map<QString, FakeAnswer> m_before;
    FakeConfigurations m_configurations;
};

} // namespace xs::test
