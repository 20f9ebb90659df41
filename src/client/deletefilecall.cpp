// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/deletefilecall.h"

#include "api/paths.h"

namespace xs::client {

DeleteFileCall::DeleteFileCall(const Network &network, const Connection &connection, FileId id)
    : Call(network, connection), m_id(std::move(id))
{
}

Expected<Call::Request> DeleteFileCall::request()
{
    return Request{.verb = Verb::Delete, .path = api::path::item(api::path::files, m_id.text())};
}

} // namespace xs::client
