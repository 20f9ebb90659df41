// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/connectiondialog.h"

#include "client/accessmanager.h"
#include "client/profilenetwork.h"
#include "gui/common/buttonlook.h"
#include "gui/common/messagerow.h"
#include "gui/shell/connectionhub.h"
#include "ui_connectiondialog.h"
#include "wording/errortext.h"
#include "wording/verdicttext.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QNetworkProxy>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using common::MessageRow;

ConnectionDialog::ConnectionDialog(ConnectionHub &hub, const client::Network &network, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ConnectionDialog>()), m_hub(hub), m_network(network)
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
    // What was said was about what was typed before.
    for (auto *edit : findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::textEdited, m_ui->message, &QWidget::hide);
    alignFields();
    showProfile(m_hub.current().name);
}

ConnectionDialog::~ConnectionDialog() = default;

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
    const auto name = m_ui->profileCombo->currentData().toString();
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
    const auto known = !isLocal && !name.isEmpty() && m_hub.connection(name).has_value();
    m_ui->keyEdit->setPlaceholderText(known ? tr("kept; type to replace it") : tr("llx-…"));
    m_ui->message->hide();
    m_ui->sessionOnlyCheck->hide();
    m_ui->sessionOnlyCheck->setChecked(false);
    m_test.reset();
    adjustSize();
    // The projects of a key that is known are there before anyone asks.
    if (known)
        startTest([this] { takeProjects(m_test->verdict().projects); });
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
    m_ui->projectCombo->clear();
    m_ui->projectCombo->addItem(tr("the key's default project"), QString());
    for (const auto &project : projects)
        m_ui->projectCombo->addItem(project.isDefault ? tr("%1 (default)").arg(project.name) : project.name,
                                    project.id);
    if (m_ui->projectCombo->findData(chosen) < 0)
        m_ui->projectCombo->addItem(chosen, chosen);
    m_ui->projectCombo->setCurrentIndex(m_ui->projectCombo->findData(chosen));
}

client::Profile ConnectionDialog::edited() const
{
    const auto name = m_ui->profileCombo->currentData().toString();
    auto profile = name.isEmpty() ? client::Profile() : m_hub.profiles().profile(name);
    if (profile.kind == client::Profile::Kind::Own) {
        profile.baseUrl = QUrl::fromUserInput(m_ui->addressEdit->text().trimmed());
        const auto typed = m_ui->nameEdit->text().trimmed();
        profile.name = typed.isEmpty() ? profile.baseUrl.host() : typed;
    }
    profile.projectId = projectId();
    profile.requestsPerMinute = m_ui->rateSpin->value();
    profile.proxy = static_cast<client::Profile::Proxy>(m_ui->proxyCombo->currentIndex());
    profile.proxyUrl = QUrl::fromUserInput(m_ui->proxyEdit->text().trimmed()).adjusted(QUrl::RemoveUserInfo);
    profile.caFile = m_ui->caEdit->text().trimmed();
    return profile;
}

/// Says what is missing; true when something is.
bool ConnectionDialog::complain()
{
    const auto profile = edited();
    if (profile.kind == client::Profile::Kind::ThisComputer)
        return false;
    const auto hasKey = !m_ui->keyEdit->text().trimmed().isEmpty() || m_hub.connection(profile.name).has_value();
    if (!profile.baseUrl.isValid() || profile.baseUrl.host().isEmpty()) {
        m_ui->message->setMessage(MessageRow::Kind::Warning, tr("The address is missing."),
                                  tr("Type the base URL of the server, such as https://extract.example.org."));
    } else if (!hasKey) {
        m_ui->message->setMessage(MessageRow::Kind::Warning, tr("The API key is missing."),
                                  tr("Make one in the server's web page and paste it here."));
    } else if (profile.proxy == client::Profile::Proxy::Manual &&
               client::proxyOf(profile.proxyUrl).type() == QNetworkProxy::NoProxy) {
        m_ui->message->setMessage(MessageRow::Kind::Warning, tr("The address of the proxy is missing."),
                                  tr("Type it with its port, such as http://proxy.example.org:8080, or choose none."));
    } else if (const auto authorities = client::readAuthorities(profile.caFile); !authorities) {
        const auto text = wording::errorText(authorities.error());
        m_ui->message->setMessage(MessageRow::Kind::Warning, text.what,
                                  tr("Choose a PEM file with the certificate of the authority, or leave it empty."));
    } else {
        return false;
    }
    showMessage();
    return true;
}

client::Connection ConnectionDialog::connectionToTry()
{
    const auto profile = edited();
    const auto typed = m_ui->keyEdit->text().trimmed();
    const auto known = m_hub.connection(profile.name);
    if (profile.kind == client::Profile::Kind::ThisComputer)
        return known.value_or(client::Connection());
    const auto key = typed.isEmpty() && known ? known->key : typed;
    client::Connection connection{profile.name, profile.baseUrl, key, profile.projectId, 0};
    connection.authorities = client::readAuthorities(profile.caFile).value_or(QList<QSslCertificate>());
    return connection;
}

/// With a network of its own, which goes the way that the fields say and not the one that is kept.
void ConnectionDialog::startTest(const std::function<void()> &done)
{
    m_test.reset();
    m_manager.reset(new client::AccessManager);
    m_manager->setProxyFactory(
        new client::ProfileProxies([profile = edited()] { return std::vector<client::Profile>{profile}; }));
    const auto connection = connectionToTry();
    m_test.reset(new client::ConnectionTest({*m_manager, m_network.clock, m_network.scheduler, m_network.policy},
                                            connection, client::atOtherRegion(connection, m_hub.profiles())));
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
    m_hub.forget(m_ui->profileCombo->currentData().toString());
    accept();
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
        m_hub.useKey(profile.name, key);
        finish(profile);
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
        if (written) {
            m_hub.useKey(profile.name, key);
            return finish(profile);
        }
        tell(written.error());
        m_ui->sessionOnlyCheck->show();
        adjustSize();
    });
}

void ConnectionDialog::finish(const client::Profile &profile)
{
    if (profile.kind != client::Profile::Kind::ThisComputer)
        m_hub.profiles().save(profile);
    m_hub.setCurrent(profile.name);
    accept();
}

} // namespace xs::gui::shell
