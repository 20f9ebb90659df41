// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"
#include "domain/extractjob.h"

#include <QStringList>

namespace xs::client {

/// Which parts of a job to ask for besides its state.
enum class Expand { Nothing, Everything };

/// Reads one job (GET extract/{id}). A server that does not know a part it was asked for is asked again
/// without `usage`, then without `metadata`.
class GetJobCall final : public Call
{
    Q_OBJECT

public:
    GetJobCall(const Network &network, const Connection &connection, JobId id, Expand expand);

    const domain::ExtractJob &job() const { return m_job; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;
    bool tryOtherForm(const AttemptOutcome &outcome) override;

private:
    JobId m_id;
    QStringList m_parts;
    domain::ExtractJob m_job;
};

} // namespace xs::client
