// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connections.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::client {

namespace {

/// Requests a minute of the free plan (API documentation, page "Rate Limits").
constexpr int freePlan = 20;

const auto listKey = u"connections"_s;
const auto currentKey = u"currentConnection"_s;
/// As Profile::Proxy counts them.
const QStringList proxyWords{u"system"_s, u"none"_s, u"manual"_s};
const auto webhooksKey = u"signedWebhooks"_s;

} // namespace

std::vector<Profile> fixedProfiles()
{
    return {{Profile::Kind::ThisComputer, thisComputer.toString(), {}, {}, 0},
            {Profile::Kind::LlamaCloud,
             llamaCloudNorthAmerica.toString(),
             QUrl(u"https://api.cloud.llamaindex.ai"_s),
             {},
             freePlan},
            {Profile::Kind::LlamaCloud,
             llamaCloudEurope.toString(),
             QUrl(u"https://api.cloud.eu.llamaindex.ai"_s),
             {},
             freePlan}};
}

void Connections::readNetwork(Profile &profile) const
{
    const auto word = static_cast<int>(proxyWords.indexOf(m_settings.value(u"proxy"_s).toString()));
    profile.proxy = static_cast<Profile::Proxy>(std::max(0, word));
    profile.proxyUrl = m_settings.value(u"proxyUrl"_s).toUrl();
    profile.caFile = m_settings.value(u"caFile"_s).toString();
}

std::vector<Profile> Connections::profiles() const
{
    auto profiles = fixedProfiles();
    const auto count = m_settings.beginReadArray(listKey);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        Profile read{Profile::Kind::Own, m_settings.value(u"name"_s).toString(), m_settings.value(u"baseUrl"_s).toUrl(),
                     m_settings.value(u"projectId"_s).toString(), m_settings.value(u"requestsPerMinute"_s).toInt()};
        readNetwork(read);
        const auto fixed = std::ranges::find(profiles, read.name, &Profile::name);
        if (fixed == profiles.end()) {
            profiles.push_back(std::move(read));
        } else {
            fixed->projectId = read.projectId;
            fixed->requestsPerMinute = read.requestsPerMinute;
            fixed->proxy = read.proxy;
            fixed->proxyUrl = read.proxyUrl;
            fixed->caFile = read.caFile;
        }
    }
    m_settings.endArray();
    return profiles;
}

bool Connections::contains(const QString &name) const
{
    const auto all = profiles();
    return std::ranges::find(all, name, &Profile::name) != all.end();
}

Profile Connections::profile(const QString &name) const
{
    const auto all = profiles();
    const auto found = std::ranges::find(all, name, &Profile::name);
    return found == all.end() ? all.front() : *found;
}

void Connections::save(const Profile &profile)
{
    auto all = profiles();
    const auto found = std::ranges::find(all, profile.name, &Profile::name);
    if (found == all.end()) {
        all.push_back(profile);
    } else if (found->kind != profile.kind) {
        return;
    } else {
        const auto fixed = found->baseUrl;
        *found = profile;
        if (profile.kind != Profile::Kind::Own)
            found->baseUrl = fixed;
    }
    write(all);
}

void Connections::remove(const QString &name)
{
    auto all = profiles();
    std::erase_if(all, [&name](const Profile &p) { return p.kind == Profile::Kind::Own && p.name == name; });
    write(all);
}

QString Connections::current() const
{
    return profile(m_settings.value(currentKey).toString()).name;
}

void Connections::setCurrent(const QString &name)
{
    m_settings.setValue(currentKey, name);
}

QStringList Connections::signedWebhooks() const
{
    return m_settings.value(webhooksKey).toStringList();
}

void Connections::setSignedWebhooks(const QStringList &addresses)
{
    m_settings.setValue(webhooksKey, addresses);
}

QString webhookKeyName(const QString &address)
{
    return u"webhook "_s + address;
}

void Connections::write(const std::vector<Profile> &profiles)
{
    m_settings.remove(listKey);
    m_settings.beginWriteArray(listKey, static_cast<int>(profiles.size()));
    for (int i = 0; i < static_cast<int>(profiles.size()); ++i) {
        const auto &profile = profiles[i];
        m_settings.setArrayIndex(i);
        m_settings.setValue(u"name"_s, profile.name);
        m_settings.setValue(u"baseUrl"_s, profile.baseUrl);
        m_settings.setValue(u"projectId"_s, profile.projectId);
        m_settings.setValue(u"requestsPerMinute"_s, profile.requestsPerMinute);
        m_settings.setValue(u"proxy"_s, proxyWords[static_cast<int>(profile.proxy)]);
        m_settings.setValue(u"proxyUrl"_s, profile.proxyUrl.adjusted(QUrl::RemoveUserInfo));
        m_settings.setValue(u"caFile"_s, profile.caFile);
    }
    m_settings.endArray();
}

} // namespace xs::client
