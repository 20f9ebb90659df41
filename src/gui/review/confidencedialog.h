// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/confidencerules.h"

#include <QDialog>
#include <QMap>

class QComboBox;
class QDoubleSpinBox;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace xs::gui::review {

/// Named sets of limits, and which of them holds. The one without a name is always there.
struct ConfidencePresets
{
    QMap<QString, domain::ConfidenceRules> presets{{QString(), {}}};
    QString current;

    const domain::ConfidenceRules rules() const { return presets.value(current); }
    bool operator==(const ConfidencePresets &) const = default;
};

/// `{"current": "strict", "presets": {"": {…}, "strict": {…}}}`.
Json toJson(const ConfidencePresets &presets);
ConfidencePresets confidencePresetsFromJson(const Json &json);

/// Asks from which score on values are certain and from which on they need a check: for all fields and for single
/// ones, in presets with names. Nothing holds before it is accepted; Reset gives the usual limits back.
class ConfidenceDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `fields` are those of the result that is shown ("line_items.price").
    ConfidenceDialog(ConfidencePresets presets, const QStringList &fields, QWidget *parent = nullptr);
    ConfidencePresets presets() const { return m_presets; }

private:
    void showPresets();
    void showRules();
    void takeRules();
    void addPreset();
    void removePreset();
    void reset();
    QTreeWidgetItem *addField(const QString &name);

    ConfidencePresets m_presets;
    QStringList m_fields;
    QComboBox *m_preset;
    QPushButton *m_remove;
    QDoubleSpinBox *m_certain;
    QDoubleSpinBox *m_check;
    QTreeWidget *m_own;
    bool m_showing = false;
};

} // namespace xs::gui::review
