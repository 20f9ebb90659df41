// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/configurationsection.h"

class QComboBox;

namespace xs::gui::schemaeditor {

/// How the document is read before anything is extracted: the parse tier and a parse configuration that is saved on
/// the server.
class ParsingSection final : public ConfigurationSection
{
    Q_OBJECT

public:
    /// A saved configuration by its id and name.
    struct Saved
    {
        QString id;
        QString name;
    };

    explicit ParsingSection(QWidget *parent = nullptr);

    /// What the server has; one that is chosen and not among them stays.
    void setSaved(const std::vector<Saved> &saved);

    void show(const domain::Configuration &configuration) override;
    void write(domain::Configuration &configuration) const override;
    QString summary() const override;

signals:
    /// The list is about to be shown; whoever knows the server may bring it.
    void savedWanted();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;

    QComboBox *m_tier;
    QComboBox *m_saved;
    bool m_isTurbo = false;
};

} // namespace xs::gui::schemaeditor
