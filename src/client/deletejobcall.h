// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "client/call.h"

namespace xs::client {

/// Removes a job and its results from the server (DELETE extract/{id}).
class DeleteJobCall final : public Call
{
    Q_OBJECT

public:
    DeleteJobCall(const Network &network, const Connection &connection, JobId id);

protected:
    Expected<Request> request() override;
    /// The answer is free-form JSON that says nothing.
    Expected<void> read(const Json &) override { return {}; }

private:
    JobId m_id;
};

} // namespace xs::client
