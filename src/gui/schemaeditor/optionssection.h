// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/configurationsection.h"

class QCheckBox;
class QLineEdit;

namespace xs::gui::schemaeditor {

/// The newer form's fields (`disable_cache`, `spreadsheet_mode`, `sheet_names`), and below them, to be read only, the
/// fields of a still newer server that this version does not know.
class OptionsSection final : public ConfigurationSection
{
    Q_OBJECT

public:
    explicit OptionsSection(QWidget *parent = nullptr);

    void show(const domain::Configuration &configuration) override;
    void write(domain::Configuration &configuration) const override;
    QString summary() const override;
    QString problem() const override;

private:
    QCheckBox *m_noCache;
    QCheckBox *m_spreadsheet;
    QLineEdit *m_sheets;
    QLabel *m_problem;
    QLabel *m_unknown;
    int m_unknownCount = 0;
    bool m_isAgenticPlus = false;
};

} // namespace xs::gui::schemaeditor
