// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/listprojectscall.h"

#include "api/paths.h"

using namespace Qt::StringLiterals;

namespace xs::client {

Expected<Call::Request> ListProjectsCall::request()
{
    return Request{.path = api::path::projects.toString(), .withProject = false};
}

Expected<void> ListProjectsCall::read(const Json &body)
{
    if (!body.is_array())
        return Unexpected(ErrorCode::UnreadableAnswer, u"no list of projects"_s);
    m_projects.clear();
    for (const auto &project : body)
        if (const auto id = stringMember(project, "id"))
            m_projects.push_back({*id, stringMember(project, "name").value_or(*id),
                                  stringMember(project, "organization_id").value_or(QString()),
                                  boolMember(project, "is_default").value_or(false)});
    return {};
}

} // namespace xs::client
