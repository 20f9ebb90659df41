// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/connectionscommand.h"

#include "apps/cli/texttable.h"
#include "base/json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace xs::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Connections)

public:
    static QString proxy(const client::Profile &profile)
    {
        switch (profile.proxy) {
        case client::Profile::Proxy::None:
            return tr("none");
        case client::Profile::Proxy::Manual:
            return profile.proxyUrl.toString(QUrl::RemoveUserInfo);
        case client::Profile::Proxy::System:
            break;
        }
        return tr("the system's");
    }
};

QString addressOf(const client::Profile &profile)
{
    return profile.baseUrl.toString(QUrl::RemoveUserInfo);
}

Json jsonOf(const std::vector<client::Profile> &profiles, const QString &current)
{
    auto list = Json::array();
    for (const auto &profile : profiles)
        list.push_back({{"name", toStd(profile.name)},
                        {"base_url", toStd(addressOf(profile))},
                        {"project_id", toStd(profile.projectId)},
                        {"requests_per_minute", profile.requestsPerMinute},
                        {"ca_file", toStd(profile.caFile)},
                        {"is_chosen_in_window", profile.name == current}});
    return list;
}

} // namespace

QString connectionList(const CommandLine &line, const client::Connections &connections)
{
    const auto profiles = connections.profiles();
    if (line.has(u"names"_s)) {
        QString names;
        for (const auto &profile : profiles)
            names += profile.name + u'\n';
        return names;
    }
    if (line.has(u"json"_s))
        return QString::fromUtf8(toBytes(jsonOf(profiles, connections.current()), 2)) + u'\n';
    std::vector<QStringList> rows{{Texts::tr("Connection"), Texts::tr("Address"), Texts::tr("Project"),
                                   Texts::tr("Proxy"), Texts::tr("Requests a minute")}};
    for (const auto &profile : profiles)
        rows.push_back({profile.name, profile.baseUrl.isEmpty() ? Texts::tr("the local service") : addressOf(profile),
                        profile.projectId, profile.baseUrl.isEmpty() ? QString() : Texts::proxy(profile),
                        profile.requestsPerMinute > 0 ? QString::number(profile.requestsPerMinute) : u"–"_s});
    return textTable(rows);
}

} // namespace xs::cli
