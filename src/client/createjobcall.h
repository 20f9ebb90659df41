// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"
#include "domain/extractjob.h"

namespace xs::client {

/// What a new job is made of.
struct NewJob
{
    /// `dfl-…`, or `pjb-…` of a completed parse job.
    QString fileInput;
    /// The API's `configuration` object, sent as it is. A member `webhook_configurations`, as files have it, goes
    /// beside it, each entry with the signing secret that the connection has for its address.
    Json configuration;
    /// The same for every attempt at the same job, so that a server that honours it makes one job only.
    QString idempotencyKey;
};

/// Makes an extract job (POST extract). Never repeated by itself when it may have arrived: look it up then.
/// Error KeyringUnavailable: a webhook is to be signed, and its secret could not be read.
class CreateJobCall final : public Call
{
    Q_OBJECT

public:
    CreateJobCall(const Network &network, const Connection &connection, NewJob job);

    const domain::ExtractJob &job() const { return m_job; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;
    Repeatable repeatable() const override { return Repeatable::WhenNotArrived; }

private:
    NewJob m_wanted;
    domain::ExtractJob m_job;
};

} // namespace xs::client
