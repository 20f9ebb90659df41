// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/jsonexport.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace xs::review {

namespace {

constexpr int indent = 2;

QByteArray asFile(const Json &json)
{
    return toBytes(json, indent) + '\n';
}

} // namespace

QByteArray plainJson(const domain::ResultNode &result)
{
    return asFile(domain::plainResult(result));
}

QByteArray jobJson(const domain::ExtractJob &job)
{
    return asFile(job.raw);
}

QString exportName(const QString &document)
{
    return QFileInfo(document).completeBaseName() + ".json"_L1;
}

} // namespace xs::review
