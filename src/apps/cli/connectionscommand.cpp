// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/cli/connectionscommand.h"

#include "apps/cli/texttable.h"
#include "base/json.h"
#include "wording/verdicttext.h"

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

ConnectionsTestCommand::ConnectionsTestCommand(const CommandLine &line, AccessWish wish,
                                               const client::Connections &connections, Terminal &terminal)
    : m_asJson(line.has(u"json"_s)), m_connections(connections), m_terminal(terminal),
      m_access(std::move(wish), windowsServiceFolder())
{
    connect(&m_access, &Access::opened, this, [this] {
        if (!m_test)
            begin();
    });
    connect(&m_access, &Access::failed, this, [this](const Error &error) {
        m_terminal.error(error);
        emit finished(SomeFailed);
    });
}

void ConnectionsTestCommand::start()
{
    m_access.open();
}

void ConnectionsTestCommand::begin()
{
    const auto connection = m_access.connection();
    m_test.reset(
        new client::ConnectionTest(m_access.network(), *connection, client::atOtherRegion(*connection, m_connections)));
    connect(m_test.get(), &client::ConnectionTest::finished, this, &ConnectionsTestCommand::tell);
    m_test->start();
}

void ConnectionsTestCommand::tell()
{
    const auto &verdict = m_test->verdict();
    const auto &name = m_access.wish().profile.name;
    const auto text = wording::verdictText(verdict, name);
    if (verdict.kind == client::Verdict::Kind::Works) {
        m_terminal.say(text.line());
        print(verdict.projects);
        return emit finished(AllDone);
    }
    const auto code =
        verdict.kind == client::Verdict::Kind::WrongRegion ? u"WrongRegion"_s : errorCodeName(verdict.error.code);
    m_terminal.refuse({code, text.what, text.toDo, verdict.error.place});
    emit finished(SomeFailed);
}

void ConnectionsTestCommand::print(const std::vector<client::Project> &projects)
{
    if (m_asJson) {
        auto list = Json::array();
        for (const auto &project : projects)
            list.push_back(
                {{"id", toStd(project.id)}, {"name", toStd(project.name)}, {"is_default", project.isDefault}});
        return m_terminal.print(toBytes(list, 2) + '\n');
    }
    std::vector<QStringList> rows{{Texts::tr("Project"), Texts::tr("Name")}};
    for (const auto &project : projects)
        rows.push_back({shortened(project.id), shortened(project.name)});
    m_terminal.print(textTable(rows));
}

} // namespace xs::cli
