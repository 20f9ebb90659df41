// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/connectiondialog.h"

#include "client/accessmanager.h"
#include "gui/shell/connectionhub.h"
#include "supervisor/servicesupervisor.h"
#include "support/answerserver.h"
#include "support/testauthority.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QSslServer>
#include <QtTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::gui::shell;
using namespace xs::test;
using client::Profile;

namespace {

const QByteArray projects = R"([{"id":"prj-1","name":"First","organization_id":"org-1","is_default":true},
                               {"id":"prj-2","name":"Second","organization_id":"org-1"}])";

QByteArray listsProjects(const QByteArray &)
{
    return httpAnswer("200 OK", projects, "application/json", "Connection: close\r\n");
}

QByteArray refusesKeys(const QByteArray &)
{
    return httpAnswer("401 Unauthorized", R"({"detail":"no"})", "application/json", "Connection: close\r\n");
}

/// Answers reads when it is told to.
class SlowKeyStore final : public client::KeyStore
{
public:
    void read(const QString &name, QObject *context, std::function<void(Expected<QString>)> answer) override
    {
        m_reads.push_back({name, context, std::move(answer)});
        if (!isSlow)
            answerReads();
    }
    void write(const QString &name, const QString &key, QObject *context,
               std::function<void(Expected<void>)> answer) override
    {
        QTimer::singleShot(0, context, [this, name, key, answer] {
            if (isThere)
                keys[name] = key;
            answer(isThere ? Expected<void>() : Unexpected(ErrorCode::KeyringUnavailable, {}, name));
        });
    }
    void remove(const QString &name, QObject *context, std::function<void(Expected<void>)> answer) override
    {
        keys.erase(name);
        QTimer::singleShot(0, context, [answer] { answer({}); });
    }
    void answerReads()
    {
        for (const auto &read : std::exchange(m_reads, {}))
            QTimer::singleShot(0, read.context, [this, read] {
                const auto found = keys.find(read.name);
                read.answer(found == keys.end() ? Expected<QString>(Unexpected(ErrorCode::KeyMissing, {}, read.name))
                                                : Expected<QString>(found->second));
            });
    }

    std::map<QString, QString> keys;
    bool isSlow = false;
    bool isThere = true;

private:
    struct Read
    {
        QString name;
        QObject *context;
        std::function<void(Expected<QString>)> answer;
    };
    std::vector<Read> m_reads;
};

/// A proxy that writes down which servers it was to reach, and takes every tunnel to the same one.
class TunnelProxy final : public QTcpServer
{
public:
    explicit TunnelProxy(quint16 end)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this, end] {
            auto *client = nextPendingConnection();
            auto *server = new QTcpSocket(client);
            connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
            connect(server, &QTcpSocket::disconnected, client, [=] { client->disconnectFromHost(); });
            connect(client, &QTcpSocket::readyRead, this, [=, this] {
                const auto bytes = client->readAll();
                if (!bytes.startsWith("CONNECT ")) {
                    server->write(bytes);
                    return;
                }
                targets << QString::fromLatin1(bytes.split(' ').value(1));
                server->connectToHost(QHostAddress::LocalHost, end);
                client->write("HTTP/1.1 200 Connection established\r\n\r\n");
            });
        });
    }

    QStringList targets;
};

} // namespace

/// The dialog with a keyring of its own and servers on this computer.
class TestConnectionDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aTakenNameIsRefused_data();
    void aTakenNameIsRefused();
    void theNameIsTheServersWithItsPort();
    void aKeptKeyStaysWithItsServer();
    void aKeyForOneSessionReplacesTheKeptOneOfAnotherServer();
    void bothRegionsGoThroughTheProxy();
    void aKeyComesLate();
    void removingIsAskedFor();
    void aVerdictGoesWithWhatItWasAbout();
    void aTestEndsWhenAFieldChanges();

private:
    Profile own(const QString &name, const QUrl &url) const { return {Profile::Kind::Own, name, url, {}, 0}; }
    void open(const QString &name);
    template <typename T>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    void type(const char *name, const QString &text) const { find<QLineEdit>(name)->setText(text); }
    void press(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    bool saysSomething() const { return find<QLabel>("messageSentence")->isVisible(); }
    QString said() const
    {
        const auto *sentence = find<QLabel>("messageSentence");
        return sentence->isVisible() ? sentence->text() + u' ' + find<QLabel>("messageWhatToDo")->text() : QString();
    }
    bool works() const
    {
        return QTest::qWaitFor([this] { return said().startsWith(u"The connection works."_s); }, 30'000);
    }

    SystemClock m_clock;
    SystemScheduler m_scheduler;
    client::AccessManager m_manager;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<client::Connections> m_profiles;
    std::unique_ptr<SlowKeyStore> m_keys;
    std::unique_ptr<supervisor::ServiceSupervisor> m_service;
    std::unique_ptr<ConnectionHub> m_hub;
    std::unique_ptr<ConnectionDialog> m_dialog;
    int m_openJobs = 0;
};

void TestConnectionDialog::init()
{
    m_openJobs = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
    m_profiles = std::make_unique<client::Connections>(*m_settings);
    m_keys = std::make_unique<SlowKeyStore>();
    supervisor::ServiceOptions options;
    options.program = m_folder->filePath(u"nowhere"_s);
    m_service = std::make_unique<supervisor::ServiceSupervisor>(options, m_clock, m_scheduler);
    m_hub = std::make_unique<ConnectionHub>(*m_profiles, *m_keys, *m_service);
}

void TestConnectionDialog::cleanup()
{
    m_dialog.reset();
    m_hub.reset();
    m_service.reset();
}

/// With the connection of that name, or a new one.
void TestConnectionDialog::open(const QString &name)
{
    m_dialog = std::make_unique<ConnectionDialog>(
        *m_hub, [this](const QString &) { return m_openJobs; },
        client::Network{m_manager, m_clock, m_scheduler, {.attempts = 1}});
    m_dialog->show();
    if (name.isEmpty())
        find<QComboBox>("profileCombo")->setCurrentIndex(find<QComboBox>("profileCombo")->count() - 1);
    else
        m_dialog->showProfile(name);
}

void TestConnectionDialog::aTakenNameIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("key");
    for (const auto &name : {u"Mine"_s, u"mine"_s, u"LlamaCloud Europe"_s, u"This computer"_s})
        for (const auto &key : {QString(), u"llx-new"_s})
            QTest::addRow("%s, key '%s'", qPrintable(name), qPrintable(key)) << name << key;
}

void TestConnectionDialog::aTakenNameIsRefused()
{
    QFETCH(QString, typed);
    QFETCH(QString, key);
    AnswerServer<QTcpServer> other(listsProjects);
    const auto mine = own(u"Mine"_s, QUrl(u"https://mine.example"_s));
    m_profiles->save(mine);
    m_keys->keys[u"Mine"_s] = u"llx-mine"_s;
    m_keys->keys[u"LlamaCloud Europe"_s] = u"llx-europe"_s;
    for (const auto &name : {u"Mine"_s, u"LlamaCloud Europe"_s}) {
        m_hub->prepare(name);
        QTRY_VERIFY(m_hub->key(name));
    }
    const auto before = m_profiles->profiles();
    const auto keys = m_keys->keys;
    open({});
    type("nameEdit", typed);
    type("addressEdit", other.url(u"http"_s).toString());
    type("keyEdit", key);
    for (const auto *button : {"testButton", "useButton"}) {
        press(button);
        QVERIFY2(said().contains(u"already"_s), qPrintable(said()));
        QTest::qWait(100);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(other.heads.isEmpty());
        QVERIFY(m_profiles->profiles() == before);
        QVERIFY(m_keys->keys == keys);
    }
    // Another name will do.
    type("nameEdit", u"Theirs"_s);
    type("keyEdit", u"llx-new"_s);
    press("useButton");
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_profiles->profile(u"Theirs"_s).baseUrl, other.url(u"http"_s));
    QCOMPARE(m_profiles->profile(u"Mine"_s), mine);
}

void TestConnectionDialog::theNameIsTheServersWithItsPort()
{
    const auto nameOf = [this](const QString &address) {
        open({});
        type("addressEdit", address);
        type("keyEdit", u"llx-1"_s);
        press("useButton");
        return QTest::qWaitFor([this] { return !m_dialog->isVisible(); }) ? m_hub->current().name : QString();
    };
    QCOMPARE(nameOf(u"https://a.example:8443/api"_s), u"a.example:8443"_s);
    QCOMPARE(nameOf(u"https://a.example:443"_s), u"a.example"_s);
    QCOMPARE(nameOf(u"http://b.example"_s), u"b.example"_s);
    QCOMPARE(nameOf(u"http://127.0.0.1:8001"_s), u"127.0.0.1:8001"_s);
    QCOMPARE(nameOf(u"http://127.0.0.1:8002"_s), u"127.0.0.1:8002"_s);
}

void TestConnectionDialog::aKeptKeyStaysWithItsServer()
{
    AnswerServer<QTcpServer> here(listsProjects);
    AnswerServer<QTcpServer> there(listsProjects);
    const auto mine = own(u"Mine"_s, here.url(u"http"_s));
    m_profiles->save(mine);
    m_keys->keys[u"Mine"_s] = u"llx-mine"_s;
    open(u"Mine"_s);
    QTRY_COMPARE(find<QComboBox>("projectCombo")->count(), 3);
    // The same server, further down.
    type("addressEdit", here.url(u"http"_s).toString() + u"/below"_s);
    press("testButton");
    QVERIFY(works());
    QVERIFY(here.heads.back().contains("llx-mine"));
    const auto asked = here.heads.size();
    for (const auto &address : {there.url(u"http"_s), here.url(u"https"_s)}) {
        type("addressEdit", address.toString());
        for (const auto *button : {"testButton", "useButton"}) {
            press(button);
            QVERIFY2(said().contains(u"kept key"_s), qPrintable(said()));
            QTest::qWait(100);
            QCOMPARE(there.connections, 0);
            QCOMPARE(here.heads.size(), asked);
            QCOMPARE(m_profiles->profile(u"Mine"_s), mine);
        }
    }
    // Whoever types a key means it for the new server.
    type("addressEdit", there.url(u"http"_s).toString());
    type("keyEdit", u"llx-theirs"_s);
    press("testButton");
    QVERIFY(works());
    QVERIFY(there.heads.back().contains("llx-theirs"));
    // No waiting job hears of the new key before the address is the new one.
    const auto isThere = [&] { return m_profiles->profile(u"Mine"_s).baseUrl == there.url(u"http"_s); };
    connect(m_hub.get(), &ConnectionHub::changed, m_dialog.get(), [&] { QVERIFY(isThere()); });
    press("useButton");
    QTRY_VERIFY(!m_dialog->isVisible());
    QVERIFY(isThere());
    QCOMPARE(m_keys->keys[u"Mine"_s], u"llx-theirs"_s);
}

void TestConnectionDialog::aKeyForOneSessionReplacesTheKeptOneOfAnotherServer()
{
    m_profiles->save(own(u"Mine"_s, QUrl(u"http://127.0.0.1:1"_s)));
    m_keys->keys[u"Mine"_s] = u"llx-mine"_s;
    open(u"Mine"_s);
    QTRY_VERIFY(m_hub->key(u"Mine"_s));
    m_keys->isThere = false;
    type("addressEdit", u"http://127.0.0.1:2"_s);
    type("keyEdit", u"llx-theirs"_s);
    press("useButton");
    auto *session = find<QCheckBox>("sessionOnlyCheck");
    QTRY_VERIFY(session->isVisible());
    session->setChecked(true);
    press("useButton");
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_keys->keys.empty());
    QCOMPARE(*m_hub->key(u"Mine"_s), u"llx-theirs"_s);
}

void TestConnectionDialog::bothRegionsGoThroughTheProxy()
{
    TestAuthority authority;
    AnswerServer<QSslServer> regions(refusesKeys);
    regions.setSslConfiguration(authority.serverWith(u"regions"_s));
    TunnelProxy proxy(regions.serverPort());
    open(u"LlamaCloud Europe"_s);
    type("keyEdit", u"llx-1"_s);
    type("caEdit", authority.file(u"ca.pem"_s));
    find<QComboBox>("proxyCombo")->setCurrentIndex(static_cast<int>(Profile::Proxy::Manual));
    type("proxyEdit", u"http://127.0.0.1:%1"_s.arg(proxy.serverPort()));
    press("testButton");
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"does not accept the key"_s), 30'000);
    QCOMPARE(proxy.targets, (QStringList{u"api.cloud.eu.llamaindex.ai:443"_s, u"api.cloud.llamaindex.ai:443"_s}));
    // With the certificates of the same authority.
    QCOMPARE(regions.heads.size(), 2);
}

void TestConnectionDialog::aKeyComesLate()
{
    AnswerServer<QTcpServer> server(listsProjects);
    m_profiles->save(own(u"Mine"_s, server.url(u"http"_s)));
    m_keys->keys[u"Mine"_s] = u"llx-mine"_s;
    m_keys->isSlow = true;
    open(u"Mine"_s);
    auto *key = find<QLineEdit>("keyEdit");
    QVERIFY2(key->placeholderText().contains(u"keyring"_s), qPrintable(key->placeholderText()));
    press("useButton");
    QVERIFY2(said().contains(u"keyring"_s), qPrintable(said()));
    QVERIFY(server.heads.isEmpty());
    m_keys->answerReads();
    QTRY_VERIFY2(key->placeholderText().contains(u"kept"_s), qPrintable(key->placeholderText()));
    QTRY_COMPARE(find<QComboBox>("projectCombo")->count(), 3);
    QVERIFY(server.heads.front().contains("llx-mine"));
    m_dialog.reset();

    // The keyring has none.
    m_profiles->save(own(u"Bare"_s, server.url(u"http"_s)));
    open(u"Bare"_s);
    key = find<QLineEdit>("keyEdit");
    QVERIFY(key->placeholderText().contains(u"keyring"_s));
    m_keys->answerReads();
    QTRY_COMPARE(key->placeholderText(), u"llx-…"_s);
}

void TestConnectionDialog::removingIsAskedFor()
{
    m_profiles->save(own(u"Mine"_s, QUrl(u"http://127.0.0.1:1"_s)));
    m_keys->keys[u"Mine"_s] = u"llx-mine"_s;
    m_openJobs = 3;
    open(u"Mine"_s);
    const auto question = [this] { return m_dialog->findChild<QMessageBox *>(u"removeQuestion"_s); };
    press("removeButton");
    QVERIFY(question());
    QVERIFY(question()->text().contains(u"Mine"_s));
    QVERIFY2(question()->informativeText().contains(u"3 job"_s), qPrintable(question()->informativeText()));
    QCOMPARE(question()->defaultButton(), question()->button(QMessageBox::Cancel));
    question()->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!question());
    QVERIFY(m_profiles->contains(u"Mine"_s));
    QCOMPARE(m_keys->keys.size(), 1U);
    m_openJobs = 0;
    press("removeButton");
    QVERIFY2(!question()->informativeText().contains(u"job"_s), qPrintable(question()->informativeText()));
    question()->findChild<QPushButton *>(u"removeAnywayButton"_s)->click();
    QTRY_VERIFY(!m_profiles->contains(u"Mine"_s));
    QVERIFY(m_keys->keys.empty());
    QVERIFY(!m_dialog->isVisible());
}

void TestConnectionDialog::aVerdictGoesWithWhatItWasAbout()
{
    AnswerServer<QTcpServer> server(listsProjects);
    open({});
    type("nameEdit", u"Mine"_s);
    type("addressEdit", server.url(u"http"_s).toString());
    type("keyEdit", u"llx-1"_s);
    const std::vector<std::function<void()>> changes{
        [this] { find<QComboBox>("proxyCombo")->setCurrentIndex(static_cast<int>(Profile::Proxy::None)); },
        [this] { find<QComboBox>("projectCombo")->setCurrentIndex(1); },
        [this] { find<QSpinBox>("rateSpin")->setValue(7); },
        [this] { type("keyEdit", u"llx-2"_s); },
        [this] { type("nameEdit", u"Ours"_s); },
        [this] { type("addressEdit", u"http://127.0.0.1:1"_s); },
    };
    for (const auto &change : changes) {
        press("testButton");
        QVERIFY2(works(), qPrintable(said()));
        change();
        QVERIFY2(!saysSomething(), qPrintable(said()));
    }
    type("addressEdit", server.url(u"http"_s).toString());
    press("testButton");
    QVERIFY(works());
    type("caEdit", u"/nowhere.pem"_s);
    QVERIFY(!saysSomething());
}

void TestConnectionDialog::aTestEndsWhenAFieldChanges()
{
    AnswerServer<QTcpServer> server(listsProjects);
    open({});
    type("addressEdit", server.url(u"http"_s).toString());
    type("keyEdit", u"llx-1"_s);
    press("testButton");
    QVERIFY(saysSomething());
    type("addressEdit", u"http://127.0.0.1:1"_s);
    QVERIFY(!saysSomething());
    QTest::qWait(300);
    QVERIFY2(!saysSomething(), qPrintable(said()));
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connectiondialog.moc"
