// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"
#include "domain/extractjob.h"

namespace xs::client {

/// Ends a running job (POST extract/{id}/cancel). Servers refuse it for a job that is over, with 400, 404 or
/// 409: read the job then.
class CancelJobCall final : public Call
{
    Q_OBJECT

public:
    CancelJobCall(const Network &network, const Connection &connection, JobId id);

    const domain::ExtractJob &job() const { return m_job; }
    /// Whether an error of this call means that there was nothing left to cancel.
    static bool meansOver(const Error &error);

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;

private:
    JobId m_id;
    domain::ExtractJob m_job;
};

} // namespace xs::client
