// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"

#include <vector>

namespace xs::client {

/// A webhook that the server keeps; jobs name it by its id.
struct SavedWebhook
{
    QString id;
    QString url;

    bool operator==(const SavedWebhook &) const = default;
};

/// Reads the webhooks of the project (GET v1/beta/webhook-configs: a bare array).
class ListWebhooksCall final : public Call
{
    Q_OBJECT

public:
    using Call::Call;

    const std::vector<SavedWebhook> &webhooks() const { return m_webhooks; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;

private:
    std::vector<SavedWebhook> m_webhooks;
};

} // namespace xs::client
