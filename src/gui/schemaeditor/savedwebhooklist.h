// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace xs::gui::schemaeditor {

/// The webhooks that the server keeps as check boxes; those that are chosen are told of the run. An id that the server
/// does not list stays, under its own name. Hidden where there are none.
class SavedWebhookList final : public QWidget
{
    Q_OBJECT

public:
    struct Saved
    {
        QString id;
        QString address;
    };

    explicit SavedWebhookList(QWidget *parent = nullptr);

    void setSaved(std::vector<Saved> saved);
    /// An array of ids, as in `webhook_configuration_ids`.
    void setChosen(const Json &ids);
    const Json &chosen() const { return m_chosen; }

signals:
    void edited();

private:
    void fill();
    void addCheck(const QString &id, const QString &address);
    void choose(const QString &id, bool on);

    std::vector<Saved> m_saved;
    Json m_chosen = Json::array();
    QVBoxLayout *m_checks;
};

} // namespace xs::gui::schemaeditor
