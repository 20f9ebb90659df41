// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/webhookssection.h"

#include "gui/common/buttonlook.h"
#include "gui/schemaeditor/webhookform.h"

#include <QFrame>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

WebhooksSection::WebhooksSection(QWidget *parent) : ConfigurationSection(parent), m_column(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_column->setSpacing(12);
    column->addLayout(m_column);
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
    connect(form, &WebhookForm::secretTyped, this, &WebhooksSection::secretTyped);
    connect(form, &WebhookForm::testWanted, this, [this, form] { emit testWanted(form->entry()); });
    connect(form, &WebhookForm::removeWanted, this, [this, form] {
        m_forms.removeOne(form);
        form->hide();
        form->deleteLater();
        emit edited();
    });
    dressSecrets();
}

void WebhooksSection::setSecretsKept(const QStringList &addresses)
{
    m_secretsKept = addresses;
    dressSecrets();
}

void WebhooksSection::dressSecrets()
{
    for (auto *form : m_forms)
        form->setSecretKept(m_secretsKept.contains(form->address()));
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
}

QString WebhooksSection::summary() const
{
    if (m_forms.isEmpty())
        return tr("none");
    return m_forms.size() == 1 ? m_forms.front()->title()
                               : tr("%n webhook(s)", nullptr, static_cast<int>(m_forms.size()));
}

QString WebhooksSection::problem() const
{
    for (const auto *form : m_forms)
        if (const auto text = form->problem(); !text.isEmpty())
            return text;
    return {};
}

} // namespace xs::gui::schemaeditor
