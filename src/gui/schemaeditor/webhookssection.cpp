// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/webhookssection.h"

#include "gui/common/buttonlook.h"
#include "gui/schemaeditor/savedwebhooklist.h"
#include "gui/schemaeditor/webhookform.h"

#include <QFrame>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

WebhooksSection::WebhooksSection(QWidget *parent)
    : ConfigurationSection(parent), m_saved(new SavedWebhookList(this)), m_column(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_column->setSpacing(12);
    column->addWidget(m_saved);
    column->addLayout(m_column);
    connect(m_saved, &SavedWebhookList::edited, this, &WebhooksSection::edited);
    auto *add = new QPushButton(tr("Add a webhook"), this);
    add->setObjectName(u"addWebhookButton"_s);
    add->setAccessibleName(add->text());
    common::setSmallButton(add);
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        addForm(Json::object());
        m_forms.back()->setFocus();
        emit edited();
    });
}

void WebhooksSection::addForm(const Json &entry)
{
    auto *form = new WebhookForm(entry, this);
    m_forms << form;
    m_column->addWidget(form);
    connect(form, &WebhookForm::edited, this, &WebhooksSection::edited);
    connect(form, &WebhookForm::edited, this, &WebhooksSection::dressSecrets);
    connect(form, &WebhookForm::secretTyped, this, [this](const QString &name, const QString &secret) {
        m_secretsKept.removeAll(name);
        if (!secret.isEmpty())
            m_secretsKept << name;
        emit secretTyped(name, secret);
    });
    connect(form, &WebhookForm::testWanted, this, [this, form] { emit testWanted(form->entry()); });
    connect(form, &WebhookForm::removeWanted, this, [this, form] {
        m_forms.removeOne(form);
        form->hide();
        form->deleteLater();
        emit edited();
    });
    dressSecrets();
}

void WebhooksSection::showEvent(QShowEvent *event)
{
    ConfigurationSection::showEvent(event);
    emit savedWanted();
}

void WebhooksSection::setSaved(std::vector<SavedWebhookList::Saved> saved)
{
    m_saved->setSaved(std::move(saved));
}

void WebhooksSection::setSecretsKept(const QStringList &names)
{
    m_secretsKept = names;
    dressSecrets();
}

void WebhooksSection::dressSecrets()
{
    for (auto *form : m_forms)
        form->setSecretsKept(m_secretsKept);
}

void WebhooksSection::setTestOutcome(const QString &address, const QString &text)
{
    for (auto *form : m_forms)
        if (form->address() == address)
            form->setTestOutcome(text);
}

/// Forms that say the same already stay, so that nobody loses the place where they type.
void WebhooksSection::show(const domain::Configuration &configuration)
{
    m_saved->setChosen(configuration.webhookIds);
    domain::Configuration mine;
    write(mine);
    if (mine.webhooks == configuration.webhooks)
        return;
    for (auto *form : m_forms) {
        form->hide();
        form->deleteLater();
    }
    m_forms.clear();
    for (const auto &entry : configuration.webhooks)
        addForm(entry);
}

void WebhooksSection::write(domain::Configuration &configuration) const
{
    configuration.webhooks = Json::array();
    for (const auto *form : m_forms)
        configuration.webhooks.push_back(form->entry());
    configuration.webhookIds = m_saved->chosen();
}

QString WebhooksSection::summary() const
{
    const auto count = static_cast<int>(m_forms.size()) + static_cast<int>(m_saved->chosen().size());
    if (count == 0)
        return tr("none");
    return count == 1 && !m_forms.isEmpty() ? m_forms.front()->title() : tr("%n webhook(s)", nullptr, count);
}

QString WebhooksSection::problem() const
{
    for (const auto *form : m_forms)
        if (const auto text = form->problem(); !text.isEmpty())
            return text;
    return {};
}

} // namespace xs::gui::schemaeditor
