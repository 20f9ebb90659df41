// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connections.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs::client;

class TestConnections : public QObject
{
    Q_OBJECT

private slots:
    void startsWithThisComputer();
    void remembersProfiles();
    void fixedProfilesKeepTheirAddress();
    void noOtherTakesAFixedPlace();
};

void TestConnections::startsWithThisComputer()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    const Connections connections(settings);
    QCOMPARE(connections.current(), thisComputer.toString());
    QCOMPARE(connections.profiles(), fixedProfiles());
    QCOMPARE(connections.profile(u"nobody"_s).kind, Profile::Kind::ThisComputer);
}

void TestConnections::remembersProfiles()
{
    QTemporaryDir folder;
    const Profile own{Profile::Kind::Own, u"Büro"_s, QUrl(u"https://extract.example.com/x"_s), u"prj-1"_s, 60};
    {
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        Connections connections(settings);
        connections.save(own);
        connections.setCurrent(own.name);
    }
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    Connections connections(settings);
    QCOMPARE(connections.profiles().size(), fixedProfiles().size() + 1);
    QCOMPARE(connections.profile(own.name), own);
    QCOMPARE(connections.current(), own.name);
    QVERIFY(connections.contains(own.name));
    connections.remove(own.name);
    QVERIFY(!connections.contains(own.name));
    connections.remove(thisComputer.toString());
    QCOMPARE(connections.profiles(), fixedProfiles());
    QCOMPARE(connections.current(), thisComputer.toString());
}

void TestConnections::fixedProfilesKeepTheirAddress()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    Connections connections(settings);
    auto europe = connections.profile(llamaCloudEurope.toString());
    const auto address = europe.baseUrl;
    europe.baseUrl = QUrl(u"https://evil.example.org"_s);
    europe.projectId = u"prj-7"_s;
    connections.save(europe);
    const auto read = connections.profile(llamaCloudEurope.toString());
    QCOMPARE(read.baseUrl, address);
    QCOMPARE(read.projectId, u"prj-7"_s);
    QCOMPARE(read.kind, Profile::Kind::LlamaCloud);
}

void TestConnections::noOtherTakesAFixedPlace()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    Connections connections(settings);
    for (const auto name : {thisComputer, llamaCloudEurope})
        connections.save({Profile::Kind::Own, name.toString(), QUrl(u"https://evil.example.org"_s), u"prj-7"_s, 7});
    QCOMPARE(connections.profiles(), fixedProfiles());
    auto europe = connections.profile(llamaCloudEurope.toString());
    europe.baseUrl = QUrl(u"https://evil.example.org"_s);
    connections.save(europe);
    settings.sync();
    QFile file(settings.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("evil"));
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
