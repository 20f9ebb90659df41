// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"

#include <vector>

namespace xs::client {

/// A project that a key may use.
struct Project
{
    QString id;
    QString name;
    QString organizationId;
    bool isDefault = false;
    bool operator==(const Project &) const = default;
};

/// Reads the projects of the key (GET v1/projects): the cheapest way to learn whether address and key are right.
class ListProjectsCall final : public Call
{
    Q_OBJECT

public:
    using Call::Call;

    const std::vector<Project> &projects() const { return m_projects; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;

private:
    std::vector<Project> m_projects;
};

} // namespace xs::client
