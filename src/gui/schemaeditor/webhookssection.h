// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/configurationsection.h"
#include "gui/schemaeditor/savedwebhooklist.h"

#include <QStringList>

class QVBoxLayout;

namespace xs::gui::schemaeditor {

class WebhookForm;

/// The webhooks that a run tells of its course: those that the server keeps, and a form for each other one.
class WebhooksSection final : public ConfigurationSection
{
    Q_OBJECT

public:
    explicit WebhooksSection(QWidget *parent = nullptr);

    /// Names of the secrets that are kept (domain::WebhookSecret).
    void setSecretsKept(const QStringList &names);
    /// What the server keeps.
    void setSaved(std::vector<SavedWebhookList::Saved> saved);
    void setTestOutcome(const QString &address, const QString &text);

    void show(const domain::Configuration &configuration) override;
    void write(domain::Configuration &configuration) const override;
    QString summary() const override;
    QString problem() const override;

signals:
    void secretTyped(const QString &name, const QString &secret);
    /// It came into sight, and would list what the server keeps.
    void savedWanted();
    /// A test event is to be sent to this entry.
    void testWanted(const xs::Json &entry);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addForm(const Json &entry);
    void dressSecrets();

    SavedWebhookList *m_saved;
    QVBoxLayout *m_column;
    QList<WebhookForm *> m_forms;
    QStringList m_secretsKept;
};

} // namespace xs::gui::schemaeditor
