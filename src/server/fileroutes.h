// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filestore.h"
#include "server/presign.h"
#include "server/router.h"
#include "server/tenancy.h"

namespace xs::server {

/// `/api/v1/beta/files` and the presigned URLs of contents. Lives as long as the router that it filled.
class FileRoutes
{
public:
    FileRoutes(FileStore &files, const Presigner &presigner, const Tenancy &tenancy);
    void addTo(Router &router);

private:
    Response upload(const Request &request);
    Response list(const Request &request) const;
    Response query(const Request &request) const;
    Response get(const Request &request) const;
    Response remove(const Request &request);
    Response contentUrl(const Request &request) const;
    Response content(const Request &request) const;
    Json toJson(const StoredFile &file, const QStringList &expand) const;
    Response page(const FileQuery &query, const QStringList &expand) const;

    FileStore &m_files;
    const Presigner &m_presigner;
    const Tenancy &m_tenancy;
};

} // namespace xs::server
