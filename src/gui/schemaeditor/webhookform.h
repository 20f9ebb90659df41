// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace xs::gui::common {
class MessageRow;
}

namespace xs::gui::schemaeditor {

/// One entry of `webhook_configurations`: address, events as check boxes by family, headers, format, and the signing
/// secret. Secrets, those in headers too, go to the keyring and never into the entry. Members and events that it does
/// not know are kept.
class WebhookForm final : public QWidget
{
    Q_OBJECT

public:
    explicit WebhookForm(const Json &entry, QWidget *parent = nullptr);

    Json entry() const;
    QString address() const;
    /// Few words: the host, or that there is no address.
    QString title() const;
    /// What is wrong with it, as a sentence; empty when nothing is.
    QString problem() const;
    /// The names of all secrets that are kept already (domain::WebhookSecret).
    void setSecretsKept(const QStringList &names);
    /// What came of the test.
    void setTestOutcome(const QString &text);

signals:
    void edited();
    void removeWanted();
    /// A secret was typed, by its name (domain::WebhookSecret); an empty one is to be forgotten.
    void secretTyped(const QString &name, const QString &secret);
    void testWanted();

private:
    void makeFields();
    QWidget *makeEvents();
    QWidget *makeHeaders();
    QWidget *makeSecret();
    void addHeader(const QString &name, const QString &value);
    void headerEdited();
    void handOverHeaders();
    void dressHeaders();
    Json events() const;
    Json headers() const;
    void tell();
    void showProblem(bool isWanted);

    Json m_entry;
    QLineEdit *m_address;
    QCheckBox *m_allEvents = nullptr;
    QList<QCheckBox *> m_events;
    QTableWidget *m_headers = nullptr;
    QComboBox *m_format;
    QLineEdit *m_secret = nullptr;
    common::MessageRow *m_problem;
    QPushButton *m_test = nullptr;
    QLabel *m_outcome = nullptr;
    QStringList m_kept;
    bool m_isSetting = true;
};

} // namespace xs::gui::schemaeditor
