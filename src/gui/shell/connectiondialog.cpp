// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/connectiondialog.h"

#include "client/accessmanager.h"
#include "client/profilenetwork.h"
#include "gui/common/buttonlook.h"
#include "gui/common/messagerow.h"
#include "gui/shell/connectionhub.h"
#include "gui/shell/removequestion.h"
#include "ui_connectiondialog.h"
#include "wording/verdicttext.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QNetworkProxy>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using common::MessageRow;

namespace {

int usualPort(const QUrl &url)
{
    return url.scheme() == "https"_L1 ? 443 : 80;
}

/// Whether a key of the one may be sent to the other.
bool isSameServer(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() &&
           one.port(usualPort(one)) == other.port(usualPort(other));
}

QString originOf(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

/// The host, with its port where it is not the usual one.
QString serverName(const QUrl &url)
{
    const auto port = url.port(usualPort(url));
    return port == usualPort(url) ? url.host() : u"%1:%2"_s.arg(url.host()).arg(port);
}

} // namespace

ConnectionDialog::ConnectionDialog(ConnectionHub &hub, OpenJobs openJobs, const client::Network &network,
                                   QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ConnectionDialog>()), m_hub(hub), m_openJobs(std::move(openJobs)),
      m_network(network)
{
    m_ui->setupUi(this);
    setObjectName(u"connectionDialog"_s);
    common::setButtonLook(m_ui->useButton, common::ButtonLook::Filled);
    m_ui->message->hide();
    m_ui->sessionOnlyCheck->hide();
    setupProfiles();
    connect(m_ui->profileCombo, &QComboBox::currentIndexChanged, this, &ConnectionDialog::showFields);
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionDialog::test);
    connect(m_ui->useButton, &QPushButton::clicked, this, &ConnectionDialog::use);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ConnectionDialog::remove);
    connect(m_ui->caButton, &QPushButton::clicked, this, &ConnectionDialog::chooseAuthority);
    connect(m_ui->proxyCombo, &QComboBox::currentIndexChanged, this, [this](int kind) {
        m_ui->proxyEdit->setVisible(kind == static_cast<int>(client::Profile::Proxy::Manual));
        adjustSize();
    });
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_hub, &ConnectionHub::changed, this, &ConnectionDialog::keyringAnswered);
    watchFields();
    alignFields();
    showProfile(m_hub.current().name);
}

ConnectionDialog::~ConnectionDialog() = default;

/// What was said, and what is being asked, is about what the fields held before.
void ConnectionDialog::watchFields()
{
    for (auto *edit : {m_ui->nameEdit, m_ui->addressEdit, m_ui->keyEdit, m_ui->proxyEdit, m_ui->caEdit})
        connect(edit, &QLineEdit::textChanged, this, &ConnectionDialog::dropVerdict);
    connect(m_ui->addressEdit, &QLineEdit::textChanged, this, &ConnectionDialog::showKey);
    connect(m_ui->projectCombo, &QComboBox::currentTextChanged, this, &ConnectionDialog::dropVerdict);
    connect(m_ui->rateSpin, &QSpinBox::valueChanged, this, &ConnectionDialog::dropVerdict);
    connect(m_ui->proxyCombo, &QComboBox::currentIndexChanged, this, &ConnectionDialog::dropVerdict);
}

void ConnectionDialog::dropVerdict()
{
    m_ui->message->hide();
    m_test.reset();
}

/// Two forms, one edge.
void ConnectionDialog::alignFields()
{
    const QLabel *labels[] = {m_ui->profileLabel, m_ui->nameLabel, m_ui->addressLabel, m_ui->keyLabel,
                              m_ui->projectLabel, m_ui->rateLabel, m_ui->proxyLabel,   m_ui->caLabel};
    int widest = 0;
    for (const auto *label : labels)
        widest = std::max(widest, label->sizeHint().width());
    m_ui->profileLabel->setMinimumWidth(widest);
    m_ui->addressLabel->setMinimumWidth(widest);
}

void ConnectionDialog::setupProfiles()
{
    for (const auto &profile : m_hub.profiles().profiles())
        m_ui->profileCombo->addItem(profileTitle(profile), profile.name);
    m_ui->profileCombo->addItem(tr("Another server…"), QString());
}

void ConnectionDialog::showProfile(const QString &name)
{
    m_ui->profileCombo->setCurrentIndex(std::max(0, m_ui->profileCombo->findData(name)));
    showFields();
}

void ConnectionDialog::showFields()
{
    const auto name = chosen();
    const auto profile = name.isEmpty() ? client::Profile() : m_hub.profiles().profile(name);
    const auto isLocal = profile.kind == client::Profile::Kind::ThisComputer;
    const auto isOwn = profile.kind == client::Profile::Kind::Own;
    m_ui->localNote->setVisible(isLocal);
    m_ui->fields->setVisible(!isLocal);
    m_ui->nameEdit->setVisible(isOwn);
    m_ui->nameLabel->setVisible(isOwn);
    m_ui->nameEdit->setReadOnly(!name.isEmpty());
    m_ui->nameEdit->setText(profile.name);
    m_ui->addressEdit->setText(profile.baseUrl.toString());
    m_ui->addressEdit->setReadOnly(!isOwn);
    showNetwork(profile);
    m_ui->removeButton->setVisible(isOwn && !name.isEmpty());
    m_ui->keyEdit->clear();
    dropVerdict();
    m_ui->sessionOnlyCheck->hide();
    m_ui->sessionOnlyCheck->setChecked(false);
    if (!isLocal && !name.isEmpty())
        m_hub.prepare(name);
    showKey();
    adjustSize();
    listProjects();
}

void ConnectionDialog::showKey()
{
    const auto name = chosen();
    const auto isKept = storedKey(edited()).has_value();
    m_ui->keyEdit->setPlaceholderText(isKept                     ? tr("kept; type to replace it")
                                      : m_hub.isReadingKey(name) ? tr("reading the keyring…")
                                                                 : tr("llx-…"));
}

/// The projects of a key that is known are there before anyone asks.
void ConnectionDialog::listProjects()
{
    if (storedKey(edited()))
        startTest([this] { takeProjects(m_test->verdict().projects); });
}

void ConnectionDialog::keyringAnswered(const QString &name)
{
    if (name.isEmpty() || name != chosen())
        return;
    showKey();
    // Whoever has typed a key waits for no other one.
    if (m_ui->keyEdit->text().isEmpty() && !m_test)
        listProjects();
}

void ConnectionDialog::showNetwork(const client::Profile &profile)
{
    m_ui->projectCombo->clear();
    m_ui->projectCombo->addItem(tr("the key's default project"), QString());
    if (!profile.projectId.isEmpty())
        m_ui->projectCombo->addItem(profile.projectId, profile.projectId);
    m_ui->projectCombo->setCurrentIndex(m_ui->projectCombo->count() - 1);
    m_ui->rateSpin->setValue(profile.requestsPerMinute);
    m_ui->proxyCombo->setCurrentIndex(static_cast<int>(profile.proxy));
    m_ui->proxyEdit->setText(profile.proxyUrl.toString());
    m_ui->proxyEdit->setVisible(profile.proxy == client::Profile::Proxy::Manual);
    m_ui->caEdit->setText(profile.caFile);
}

/// The chosen project's id: that of a listed one, or what was typed.
QString ConnectionDialog::projectId() const
{
    const auto text = m_ui->projectCombo->currentText().trimmed();
    const auto index = m_ui->projectCombo->findText(text);
    return index >= 0 ? m_ui->projectCombo->itemData(index).toString() : text;
}

void ConnectionDialog::takeProjects(const std::vector<client::Project> &projects)
{
    if (projects.empty())
        return;
    const auto chosen = projectId();
    const QSignalBlocker blocker(m_ui->projectCombo);
    m_ui->projectCombo->clear();
    m_ui->projectCombo->addItem(tr("the key's default project"), QString());
    for (const auto &project : projects)
        m_ui->projectCombo->addItem(project.isDefault ? tr("%1 (default)").arg(project.name) : project.name,
                                    project.id);
    if (m_ui->projectCombo->findData(chosen) < 0)
        m_ui->projectCombo->addItem(chosen, chosen);
    m_ui->projectCombo->setCurrentIndex(m_ui->projectCombo->findData(chosen));
}

/// The name of the profile that is changed; empty for a new one.
QString ConnectionDialog::chosen() const
{
    return m_ui->profileCombo->currentData().toString();
}

client::Profile ConnectionDialog::edited() const
{
    const auto name = chosen();
    auto profile = name.isEmpty() ? client::Profile() : m_hub.profiles().profile(name);
    if (profile.kind == client::Profile::Kind::Own) {
        profile.baseUrl = QUrl::fromUserInput(m_ui->addressEdit->text().trimmed());
        const auto typed = m_ui->nameEdit->text().trimmed();
        if (name.isEmpty())
            profile.name = typed.isEmpty() ? serverName(profile.baseUrl) : typed;
    }
    profile.projectId = projectId();
    profile.requestsPerMinute = m_ui->rateSpin->value();
    profile.proxy = static_cast<client::Profile::Proxy>(m_ui->proxyCombo->currentIndex());
    profile.proxyUrl = QUrl::fromUserInput(m_ui->proxyEdit->text().trimmed()).adjusted(QUrl::RemoveUserInfo);
    profile.caFile = m_ui->caEdit->text().trimmed();
    return profile;
}

/// The kept key of the chosen profile, where it may be sent to the address in the fields.
std::optional<QString> ConnectionDialog::storedKey(const client::Profile &profile) const
{
    const auto name = chosen();
    if (name.isEmpty() || profile.kind == client::Profile::Kind::ThisComputer ||
        !isSameServer(profile.baseUrl, m_hub.profiles().profile(name).baseUrl))
        return {};
    const auto key = m_hub.key(name);
    return key ? std::optional(*key) : std::nullopt;
}

/// The title of another connection that has the name of a new one; empty when there is none.
QString ConnectionDialog::takenName(const client::Profile &profile) const
{
    if (!chosen().isEmpty())
        return {};
    const auto all = m_hub.profiles().profiles();
    const auto found = std::ranges::find_if(all, [&profile](const client::Profile &other) {
        return other.name.compare(profile.name, Qt::CaseInsensitive) == 0 ||
               profileTitle(other).compare(profile.name, Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? QString() : profileTitle(*found);
}

std::optional<wording::ErrorText> ConnectionDialog::addressComplaint(const client::Profile &profile) const
{
    if (!profile.baseUrl.isValid() || profile.baseUrl.host().isEmpty())
        return wording::ErrorText{tr("The address is missing."),
                                  tr("Type the base URL of the server, such as https://extract.example.org.")};
    if (const auto taken = takenName(profile); !taken.isEmpty())
        return wording::ErrorText{tr("There is a connection named %1 already.").arg(taken),
                                  tr("Give this one another name, or choose it in the list to change it.")};
    return {};
}

std::optional<wording::ErrorText> ConnectionDialog::keyComplaint(const client::Profile &profile) const
{
    if (!m_ui->keyEdit->text().trimmed().isEmpty() || storedKey(profile))
        return {};
    const auto name = chosen();
    if (!name.isEmpty() && m_hub.isReadingKey(name))
        return wording::ErrorText{tr("The keyring has not answered yet."), tr("Wait for it, or type the key.")};
    if (!name.isEmpty() && m_hub.key(name))
        return wording::ErrorText{tr("The kept key is for %1.").arg(originOf(m_hub.profiles().profile(name).baseUrl)),
                                  tr("The address is another one now: type the key that is to be sent to %1.")
                                      .arg(originOf(profile.baseUrl))};
    return wording::ErrorText{tr("The API key is missing."),
                              tr("Make one in the server's web page and paste it here.")};
}

std::optional<wording::ErrorText> ConnectionDialog::networkComplaint(const client::Profile &profile) const
{
    if (profile.proxy == client::Profile::Proxy::Manual &&
        client::proxyOf(profile.proxyUrl).type() == QNetworkProxy::NoProxy)
        return wording::ErrorText{tr("The address of the proxy is missing."),
                                  tr("Type it with its port, such as http://proxy.example.org:8080, or choose none.")};
    if (const auto authorities = client::readAuthorities(profile.caFile); !authorities)
        return wording::ErrorText{wording::errorText(authorities.error()).what,
                                  tr("Choose a PEM file with the certificate of the authority, or leave it empty.")};
    return {};
}

/// Says what is missing or must not be; true when something is.
bool ConnectionDialog::complain()
{
    const auto profile = edited();
    if (profile.kind == client::Profile::Kind::ThisComputer)
        return false;
    auto complaint = addressComplaint(profile);
    if (!complaint)
        complaint = keyComplaint(profile);
    if (!complaint)
        complaint = networkComplaint(profile);
    if (!complaint)
        return false;
    dropVerdict();
    m_ui->message->setMessage(MessageRow::Kind::Warning, complaint->what, complaint->toDo);
    showMessage();
    return true;
}

client::Connection ConnectionDialog::connectionToTry()
{
    const auto profile = edited();
    if (profile.kind == client::Profile::Kind::ThisComputer)
        return m_hub.connection(profile.name).value_or(client::Connection());
    const auto typed = m_ui->keyEdit->text().trimmed();
    const auto key = typed.isEmpty() ? storedKey(profile).value_or(QString()) : typed;
    client::Connection connection{profile.name, profile.baseUrl, key, profile.projectId, 0};
    connection.authorities = client::readAuthorities(profile.caFile).value_or(QList<QSslCertificate>());
    return connection;
}

/// With a network of its own, which goes the way that the fields say and not the one that is kept.
void ConnectionDialog::startTest(const std::function<void()> &done)
{
    m_test.reset();
    m_manager.reset(new client::AccessManager);
    const auto connection = connectionToTry();
    const auto otherRegion = client::atOtherRegion(connection, m_hub.profiles());
    std::vector<client::Profile> ways{edited()};
    if (otherRegion) {
        ways.push_back(ways.front());
        ways.back().baseUrl = otherRegion->baseUrl;
    }
    m_manager->setProxyFactory(new client::ProfileProxies([ways] { return ways; }));
    m_test.reset(new client::ConnectionTest({*m_manager, m_network.clock, m_network.scheduler, m_network.policy},
                                            connection, otherRegion));
    connect(m_test.get(), &client::ConnectionTest::finished, this, done);
    m_test->start();
}

void ConnectionDialog::test()
{
    if (complain())
        return;
    if (edited().kind == client::Profile::Kind::ThisComputer) {
        if (const auto known = m_hub.connection(edited().name); !known)
            return tell(known.error());
    }
    m_ui->message->setMessage(MessageRow::Kind::Info, tr("Asking the server…"));
    m_ui->message->show();
    startTest([this] { testDone(); });
}

void ConnectionDialog::testDone()
{
    const auto &verdict = m_test->verdict();
    takeProjects(verdict.projects);
    const auto text = wording::verdictText(verdict, profileTitle(edited()));
    const auto works = verdict.kind == client::Verdict::Kind::Works;
    m_ui->message->setMessage(works ? MessageRow::Kind::Good : MessageRow::Kind::Error, text.what, text.toDo);
    showMessage();
}

void ConnectionDialog::tell(const Error &error)
{
    const auto text = wording::errorText(error);
    m_ui->message->setMessage(MessageRow::Kind::Error, text.what, text.toDo);
    showMessage();
}

/// It never shrinks for a message: the buttons stay where they were for whoever tests again and again.
void ConnectionDialog::showMessage()
{
    m_ui->message->show();
    const auto before = size();
    adjustSize();
    resize(size().expandedTo(before));
}

void ConnectionDialog::chooseAuthority()
{
    const auto file = QFileDialog::getOpenFileName(this, tr("Choose a CA file"), m_ui->caEdit->text(),
                                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    if (!file.isEmpty())
        m_ui->caEdit->setText(file);
}

void ConnectionDialog::remove()
{
    const auto name = chosen();
    askAboutRemoving(name, m_openJobs(name), this, [this, name] {
        m_hub.forget(name);
        accept();
    });
}

void ConnectionDialog::use()
{
    if (complain())
        return;
    const auto profile = edited();
    const auto key = m_ui->keyEdit->text().trimmed();
    if (profile.kind == client::Profile::Kind::ThisComputer || key.isEmpty()) {
        finish(profile);
    } else if (m_ui->sessionOnlyCheck->isChecked()) {
        // What the keyring may still have is for another server.
        const auto name = chosen();
        if (name.isEmpty() || !isSameServer(profile.baseUrl, m_hub.profiles().profile(name).baseUrl))
            m_hub.keys().remove(profile.name, &m_hub, [](const Expected<void> &) {});
        finish(profile, key);
    } else {
        keepKey(profile);
    }
}

void ConnectionDialog::keepKey(const client::Profile &profile)
{
    const auto key = m_ui->keyEdit->text().trimmed();
    m_ui->useButton->setEnabled(false);
    m_hub.keys().write(profile.name, key, this, [this, profile, key](Expected<void> written) {
        m_ui->useButton->setEnabled(true);
        if (written)
            return finish(profile, key);
        tell(written.error());
        m_ui->sessionOnlyCheck->show();
        adjustSize();
    });
}

void ConnectionDialog::finish(const client::Profile &profile, const QString &key)
{
    if (profile.kind != client::Profile::Kind::ThisComputer)
        m_hub.profiles().save(profile);
    // After the address, so that no waiting job takes the new key to the old one.
    if (!key.isEmpty())
        m_hub.useKey(profile.name, key);
    m_hub.setCurrent(profile.name);
    accept();
}

} // namespace xs::gui::shell
