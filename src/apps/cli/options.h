// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QStringList>
#include <QUrl>

#include <optional>

namespace xs::cli {

/// What the command line asks for.
struct Options
{
    /// Something to print instead of running (--help, --version).
    QString text;

    QString schemaFile;
    QString configurationFile;
    /// Empty: the local service is started.
    QUrl baseUrl;
    QString outputFolder;
    std::optional<QString> targetPages;
    std::optional<QString> tier;
    std::optional<QString> target;
    /// Seconds for the whole run; none means no limit.
    std::optional<int> timeout;
    /// Seconds to keep trying a server that cannot be reached.
    int wait = 30;
    /// Port of the local service; 0 picks a free one.
    int port = 0;
    bool table = false;
    QStringList documents;
};

/// Error InvalidArgument, with a translated sentence as its detail.
Expected<Options> readOptions(const QStringList &arguments);

} // namespace xs::cli
