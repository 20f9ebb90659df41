// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jobjson.h"
#include "client/call.h"

namespace xs::client {

/// Which jobs to list; what is empty does not restrict.
struct JobFilter
{
    std::vector<JobId> ids;
    QString fileInput;
    /// Inclusive.
    QDateTime createdOnOrAfter;
    /// A word of the API, such as "FAILED".
    QString status;
    /// 0 leaves it to the server.
    int pageSize = 0;
    QString pageToken;
};

/// Reads one page of jobs (GET extract), newest first, without results' metadata.
class ListJobsCall final : public Call
{
    Q_OBJECT

public:
    ListJobsCall(const Network &network, const Connection &connection, JobFilter filter);

    const api::Page<domain::ExtractJob> &page() const { return m_page; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;

private:
    JobFilter m_filter;
    api::Page<domain::ExtractJob> m_page;
};

} // namespace xs::client
