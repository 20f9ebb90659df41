// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/configurationsection.h"

#include <QStringList>

class QVBoxLayout;

namespace xs::gui::schemaeditor {

class WebhookForm;

/// The webhooks that a run tells of its course, one form each.
class WebhooksSection final : public ConfigurationSection
{
    Q_OBJECT

public:
    explicit WebhooksSection(QWidget *parent = nullptr);

    /// Addresses whose signing secret is kept.
    void setSecretsKept(const QStringList &addresses);
    void setTestOutcome(const QString &address, const QString &text);

    void show(const domain::Configuration &configuration) override;
    void write(domain::Configuration &configuration) const override;
    QString summary() const override;
    QString problem() const override;

signals:
    void secretTyped(const QString &address, const QString &secret);
    /// A test event is to be sent to this entry.
    void testWanted(const xs::Json &entry);

private:
    void addForm(const Json &entry);
    void dressSecrets();

    QVBoxLayout *m_column;
    QList<WebhookForm *> m_forms;
    QStringList m_secretsKept;
};

} // namespace xs::gui::schemaeditor
