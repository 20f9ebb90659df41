// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "client/call.h"

namespace xs::client {

/// Removes an uploaded file from the server (DELETE files/{id}, 204).
class DeleteFileCall final : public Call
{
    Q_OBJECT

public:
    DeleteFileCall(const Network &network, const Connection &connection, FileId id);

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &) override { return {}; }

private:
    FileId m_id;
};

} // namespace xs::client
