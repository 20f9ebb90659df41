// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/confidencedialog.h"

#include "gui/common/elidedlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

using domain::ConfidenceLimits;
using domain::ConfidenceRules;

namespace {

enum Column { FieldColumn, CertainColumn, CheckColumn };

QDoubleSpinBox *limitBox(const char *name, const QString &label, QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(label);
    box->setRange(0, 1);
    box->setSingleStep(0.01);
    box->setDecimals(2);
    return box;
}

} // namespace

Json toJson(const ConfidencePresets &presets)
{
    auto list = Json::object();
    for (auto preset = presets.presets.cbegin(); preset != presets.presets.cend(); ++preset)
        list[toStd(preset.key())] = domain::toJson(preset.value());
    return {{"current", toStd(presets.current)}, {"presets", std::move(list)}};
}

ConfidencePresets confidencePresetsFromJson(const Json &json)
{
    ConfidencePresets presets;
    if (const auto &list = member(json, "presets"); list.is_object())
        for (const auto &[name, rules] : list.items())
            presets.presets.insert(toQString(name), domain::confidenceRulesFromJson(rules));
    const auto current = stringMember(json, "current").value_or(QString());
    if (presets.presets.contains(current))
        presets.current = current;
    return presets;
}

ConfidenceDialog::ConfidenceDialog(ConfidencePresets presets, const QStringList &fields, QWidget *parent)
    : QDialog(parent), m_presets(std::move(presets)), m_fields(fields), m_preset(new QComboBox(this)),
      m_remove(new QPushButton(tr("Delete"), this)), m_certain(limitBox("certainLimit", tr("Certain from"), this)),
      m_check(limitBox("checkLimit", tr("Check from"), this)), m_own(new QTreeWidget(this))
{
    setObjectName(u"confidenceDialog"_s);
    setWindowTitle(tr("What is certain"));
    m_preset->setObjectName(u"confidencePreset"_s);
    m_preset->setAccessibleName(tr("Preset"));
    auto *add = new QPushButton(tr("Save as…"), this);
    add->setObjectName(u"addPresetButton"_s);
    m_remove->setObjectName(u"removePresetButton"_s);
    auto *presetRow = new QHBoxLayout;
    presetRow->addWidget(m_preset, 1);
    presetRow->addWidget(add);
    presetRow->addWidget(m_remove);
    auto *form = new QFormLayout;
    form->addRow(tr("Preset"), presetRow);
    form->addRow(tr("Certain from"), m_certain);
    form->addRow(tr("Check from"), m_check);

    m_own->setObjectName(u"ownLimits"_s);
    m_own->setAccessibleName(tr("Fields with limits of their own"));
    m_own->setHeaderLabels({tr("Field with limits of its own"), tr("Certain from"), tr("Check from")});
    m_own->setRootIsDecorated(false);
    m_own->header()->setStretchLastSection(false);
    m_own->header()->setSectionResizeMode(FieldColumn, QHeaderView::Stretch);

    auto *buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Reset, this);
    buttons->button(QDialogButtonBox::Reset)->setToolTip(tr("The usual limits for all fields: 0.90 and 0.60"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::Reset), &QPushButton::clicked, this, &ConfidenceDialog::reset);
    auto *note = new common::RoleLabel(
        tr("Values below the second limit are low. What a person confirmed does not change. Tick a field to give it "
           "limits of its own."),
        common::TextRole::Secondary, this);
    note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(note);
    column->addWidget(m_own, 1);
    column->addWidget(buttons);
    resize(520, 460);

    connect(add, &QPushButton::clicked, this, &ConfidenceDialog::addPreset);
    connect(m_remove, &QPushButton::clicked, this, &ConfidenceDialog::removePreset);
    connect(m_preset, &QComboBox::activated, this, [this] {
        m_presets.current = m_preset->currentData().toString();
        showRules();
    });
    for (auto *box : {m_certain, m_check})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ConfidenceDialog::takeRules);
    connect(m_own, &QTreeWidget::itemChanged, this, &ConfidenceDialog::takeRules);
    showPresets();
}

void ConfidenceDialog::showPresets()
{
    m_preset->clear();
    for (auto preset = m_presets.presets.cbegin(); preset != m_presets.presets.cend(); ++preset)
        m_preset->addItem(preset.key().isEmpty() ? tr("Usual") : preset.key(), preset.key());
    m_preset->setCurrentIndex(m_preset->findData(m_presets.current));
    showRules();
}

QTreeWidgetItem *ConfidenceDialog::addField(const QString &name)
{
    auto *item = new QTreeWidgetItem(m_own, {name});
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    for (const auto column : {CertainColumn, CheckColumn}) {
        auto *box = limitBox("", name, m_own);
        m_own->setItemWidget(item, column, box);
        connect(box, &QDoubleSpinBox::valueChanged, this, &ConfidenceDialog::takeRules);
    }
    return item;
}

void ConfidenceDialog::showRules()
{
    m_showing = true;
    const auto rules = m_presets.rules();
    m_remove->setEnabled(!m_presets.current.isEmpty());
    m_certain->setValue(rules.all.certain);
    m_check->setValue(rules.all.check);
    auto names = m_fields;
    for (const auto &[name, limits] : rules.fields)
        if (!names.contains(name))
            names << name;
    m_own->clear();
    for (const auto &name : names) {
        auto *item = addField(name);
        const auto own = rules.fields.find(name);
        const bool has = own != rules.fields.end();
        const auto limits = has ? own->second : rules.all;
        item->setCheckState(FieldColumn, has ? Qt::Checked : Qt::Unchecked);
        static_cast<QDoubleSpinBox *>(m_own->itemWidget(item, CertainColumn))->setValue(limits.certain);
        static_cast<QDoubleSpinBox *>(m_own->itemWidget(item, CheckColumn))->setValue(limits.check);
        for (const auto column : {CertainColumn, CheckColumn})
            m_own->itemWidget(item, column)->setEnabled(has);
    }
    m_showing = false;
}

/// A limit that passes the other one takes it along.
void ConfidenceDialog::takeRules()
{
    if (m_showing)
        return;
    m_showing = true;
    const auto taken = [this](QDoubleSpinBox *certain, QDoubleSpinBox *check) {
        if (check->value() > certain->value())
            (sender() == check ? certain : check)->setValue(sender() == check ? check->value() : certain->value());
        return ConfidenceLimits{certain->value(), check->value()};
    };
    ConfidenceRules rules(taken(m_certain, m_check));
    for (int i = 0; i < m_own->topLevelItemCount(); ++i) {
        auto *item = m_own->topLevelItem(i);
        auto *certain = static_cast<QDoubleSpinBox *>(m_own->itemWidget(item, CertainColumn));
        auto *check = static_cast<QDoubleSpinBox *>(m_own->itemWidget(item, CheckColumn));
        const bool has = item->checkState(FieldColumn) == Qt::Checked;
        certain->setEnabled(has);
        check->setEnabled(has);
        if (has) {
            rules.fields.emplace(item->text(FieldColumn), taken(certain, check));
        } else {
            certain->setValue(rules.all.certain);
            check->setValue(rules.all.check);
        }
    }
    m_presets.presets.insert(m_presets.current, rules);
    m_showing = false;
}

void ConfidenceDialog::addPreset()
{
    const auto name = QInputDialog::getText(this, tr("Save as a preset"), tr("Name")).trimmed();
    if (name.isEmpty())
        return;
    m_presets.presets.insert(name, m_presets.rules());
    m_presets.current = name;
    showPresets();
}

void ConfidenceDialog::removePreset()
{
    m_presets.presets.remove(m_presets.current);
    m_presets.current.clear();
    showPresets();
}

void ConfidenceDialog::reset()
{
    m_presets.presets.insert(m_presets.current, {});
    showRules();
}

} // namespace xs::gui::review
