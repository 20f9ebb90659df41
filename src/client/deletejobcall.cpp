// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/deletejobcall.h"

#include "api/paths.h"

namespace xs::client {

DeleteJobCall::DeleteJobCall(const Network &network, const Connection &connection, JobId id)
    : Call(network, connection), m_id(std::move(id))
{
}

Expected<Call::Request> DeleteJobCall::request()
{
    return Request{.verb = Verb::Delete, .path = api::path::item(api::path::extract, m_id.text())};
}

} // namespace xs::client
