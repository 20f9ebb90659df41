// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filestore.h"
#include "server/router.h"
#include "server/taskrunner.h"

namespace xs::server {

/// `POST /api/v2/extract/schema/generate`: a configuration with a schema that fits a sample document, a prompt or an
/// older schema. Nothing is saved. The document is read in a worker process like any other, while the request waits.
class GenerateRoute
{
public:
    GenerateRoute(FileStore &files, TaskRunner &tasks) : m_files(files), m_tasks(tasks) {}
    void addTo(Router &router);

private:
    Response generate(const Request &request);

    FileStore &m_files;
    TaskRunner &m_tasks;
};

} // namespace xs::server
