// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/router.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace xs::server {

namespace {

bool isParameter(const QByteArray &segment)
{
    return segment.startsWith('{');
}

/// The values of the parameters, or nothing when the path has another shape.
std::optional<QStringList> match(const QList<QByteArray> &pattern, const QList<QByteArray> &path)
{
    if (pattern.size() != path.size())
        return {};
    QStringList values;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const auto segment = QByteArray::fromPercentEncoding(path[i]);
        if (isParameter(pattern[i]) && !segment.isEmpty())
            values << QString::fromUtf8(segment);
        else if (pattern[i] != segment)
            return {};
    }
    return values;
}

} // namespace

void Router::add(const QByteArray &method, const QString &pattern, Handler handler, Access access)
{
    m_routes.push_back({method, pattern.toUtf8().split('/'), std::move(handler), access});
}

Router::Match Router::find(const QByteArray &method, const QByteArray &path) const
{
    const auto segments = path.split('/');
    // A HEAD request is a GET whose body the server leaves away.
    const auto wanted = method == "HEAD" ? QByteArray("GET") : method;
    Match best;
    QList<QByteArray> allowed;
    qsizetype fewest = segments.size() + 1;
    for (const auto &route : m_routes) {
        auto values = match(route.segments, segments);
        if (!values || values->size() > fewest)
            continue;
        if (values->size() < fewest) {
            // A more literal route hides the others, whatever their methods.
            fewest = values->size();
            best = {};
            allowed.clear();
        }
        allowed << route.method;
        if (route.method == wanted)
            best = {&route.handler, route.access, *std::move(values), {}};
    }
    if (!best.handler && !allowed.isEmpty()) {
        best.refusal = errorResponse(405, u"Method Not Allowed"_s);
        best.refusal.headers.emplace_back("Allow", allowed.join(", "));
    } else if (!best.handler) {
        best.refusal = errorResponse(404, u"Not Found"_s);
    }
    return best;
}

} // namespace xs::server
