// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jobjson.h"
#include "client/call.h"

namespace xs::client {

/// Something on the server that a job can read.
struct ServerInput
{
    /// `dfl-…` or `pjb-…`.
    QString id;
    QString name;
    QDateTime createdAt;
};

/// Reads one page of what jobs can read: uploaded files (GET files), or parse jobs that are completed (GET parse).
class ListInputsCall final : public Call
{
    Q_OBJECT

public:
    enum class Kind { Files, ParseJobs };

    ListInputsCall(const Network &network, const Connection &connection, Kind kind, QString pageToken = {});

    const api::Page<ServerInput> &page() const { return m_page; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;

private:
    Kind m_kind;
    QString m_pageToken;
    api::Page<ServerInput> m_page;
};

} // namespace xs::client
