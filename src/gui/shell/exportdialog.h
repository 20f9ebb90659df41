// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/exportfile.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QSettings;

namespace xs::gui::shell {

/// Asks what is to be exported and how; the choices are remembered. Where the file goes is asked afterwards.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Scope { Shown, Selected, All };

    /// How many documents each choice means; 0 offers it not.
    struct Counts
    {
        int shown = 0;
        int selected = 0;
        int all = 0;
    };

    /// `lists` are those that a CSV may have rows of.
    ExportDialog(const Counts &counts, const QStringList &lists, QSettings &settings, QWidget *parent = nullptr);

    Scope scope() const;
    xs::review::ExportChoice choice() const;

public slots:
    void accept() override;

private:
    QWidget *makeScopes(const Counts &counts);
    QWidget *makeFormats();
    QWidget *makeCsvOptions(const QStringList &lists);
    void restore();
    void showOptions();

    QSettings &m_settings;
    QButtonGroup *m_scopes;
    QComboBox *m_format;
    QLabel *m_explanation;
    QWidget *m_csvOptions;
    QComboBox *m_rows;
    QCheckBox *m_provenance;
};

} // namespace xs::gui::shell
