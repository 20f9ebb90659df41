// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/parsingsection.h"

#include "gui/schemaeditor/configurationwords.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

void choose(QComboBox &combo, const std::optional<QString> &value)
{
    const auto wanted = value.value_or(QString());
    if (combo.findData(wanted) < 0)
        combo.addItem(wanted, wanted);
    combo.setCurrentIndex(combo.findData(wanted));
}

std::optional<QString> chosen(const QComboBox &combo)
{
    const auto value = combo.currentData().toString();
    return value.isEmpty() ? std::nullopt : std::optional(value);
}

} // namespace

ParsingSection::ParsingSection(QWidget *parent)
    : ConfigurationSection(parent), m_tier(new QComboBox(this)), m_saved(new QComboBox(this))
{
    m_tier->setObjectName(u"parseTierCombo"_s);
    m_tier->setAccessibleName(tr("Parse tier"));
    m_tier->addItem(tr("as the tier (default)"), QString());
    for (const auto tier : domain::parsetier::all)
        m_tier->addItem(tierName(tier.toString()), tier.toString());
    m_saved->setObjectName(u"parseConfigCombo"_s);
    m_saved->setAccessibleName(tr("Parse configuration"));
    m_saved->addItem(tr("none (default)"), QString());
    m_saved->installEventFilter(this);
    for (auto *combo : {m_tier, m_saved}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(10);
        connect(combo, &QComboBox::activated, this, &ParsingSection::edited);
    }
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(4);
    form->addRow(tr("Parse tier"), m_tier);
    form->addRow(makeNote(tr("How thoroughly pages are read first. Better reading costs more and helps with scans and "
                             "dense tables.")));
    form->addRow(tr("Configuration"), m_saved);
    form->addRow(
        makeNote(tr("A parse configuration that is saved on the server; it decides everything about reading.")));
}

bool ParsingSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::FocusIn)
        emit savedWanted();
    return ConfigurationSection::eventFilter(watched, event);
}

void ParsingSection::setSaved(const std::vector<Saved> &saved)
{
    const auto current = chosen(*m_saved);
    while (m_saved->count() > 1)
        m_saved->removeItem(1);
    for (const auto &one : saved)
        m_saved->addItem(one.name, one.id);
    choose(*m_saved, current);
}

void ParsingSection::show(const domain::Configuration &configuration)
{
    choose(*m_tier, configuration.parseTier);
    choose(*m_saved, configuration.parseConfigId);
    // Turbo reads by itself; the values stay for the day when another tier is chosen.
    m_isTurbo = configuration.tier == domain::tier::turbo;
    m_tier->setEnabled(!m_isTurbo);
    m_saved->setEnabled(!m_isTurbo);
}

void ParsingSection::write(domain::Configuration &configuration) const
{
    configuration.parseTier = chosen(*m_tier);
    configuration.parseConfigId = chosen(*m_saved);
}

QString ParsingSection::summary() const
{
    if (m_isTurbo)
        return tr("turbo reads by itself");
    if (chosen(*m_saved))
        return m_saved->currentText();
    return chosen(*m_tier) ? m_tier->currentText() : tr("as the tier");
}

} // namespace xs::gui::schemaeditor
