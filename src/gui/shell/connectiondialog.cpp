// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/connectiondialog.h"

#include "gui/common/buttonlook.h"
#include "gui/common/messagerow.h"
#include "gui/shell/connectionhub.h"
#include "ui_connectiondialog.h"
#include "wording/errortext.h"

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
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    showProfile(m_hub.current().name);
}

ConnectionDialog::~ConnectionDialog() = default;

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
    m_ui->projectEdit->setText(profile.projectId);
    m_ui->keyEdit->clear();
    const auto known = !isLocal && !name.isEmpty() && m_hub.connection(name).has_value();
    m_ui->keyEdit->setPlaceholderText(known ? tr("kept; type to replace it") : tr("llx-…"));
    m_ui->message->hide();
    m_ui->sessionOnlyCheck->hide();
    m_ui->sessionOnlyCheck->setChecked(false);
    m_test.reset();
    adjustSize();
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
    profile.projectId = m_ui->projectEdit->text().trimmed();
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
    } else {
        return false;
    }
    m_ui->message->show();
    adjustSize();
    return true;
}

client::Connection ConnectionDialog::connectionToTry()
{
    const auto profile = edited();
    if (const auto known = m_hub.connection(profile.name); known && m_ui->keyEdit->text().trimmed().isEmpty()) {
        auto connection = *known;
        if (profile.kind != client::Profile::Kind::ThisComputer)
            connection.baseUrl = profile.baseUrl;
        return connection;
    }
    return {profile.name, profile.baseUrl, m_ui->keyEdit->text().trimmed(), profile.projectId, 0};
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
    auto network = m_network;
    network.policy.attempts = 1;
    m_test.reset(new client::ListProjectsCall(network, connectionToTry()));
    connect(m_test.get(), &client::Call::finished, this, &ConnectionDialog::testDone);
    connect(m_test.get(), &client::Call::failed, this, &ConnectionDialog::tell);
    m_test->start();
}

void ConnectionDialog::testDone()
{
    const auto count = static_cast<int>(m_test->projects().size());
    m_ui->message->setMessage(MessageRow::Kind::Good, tr("The connection works."),
                              tr("The key opens %n project(s).", nullptr, count));
    m_ui->message->show();
    adjustSize();
}

void ConnectionDialog::tell(const Error &error)
{
    const auto text = wording::errorText(error);
    auto toDo = text.toDo;
    if (error.code == ErrorCode::WrongKey)
        toDo += u' ' + tr("A key belongs to one region: a European key works with LlamaCloud Europe only.");
    m_ui->message->setMessage(MessageRow::Kind::Error, text.what, toDo);
    m_ui->message->show();
    adjustSize();
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
