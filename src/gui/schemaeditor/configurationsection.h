// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/configuration.h"

#include <QWidget>

class QLabel;

namespace xs::gui::schemaeditor {

/// Some fields of the configuration as a part of the form. What it has no control for it leaves alone.
class ConfigurationSection : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Puts the values into the controls, and tells nobody.
    virtual void show(const domain::Configuration &configuration) = 0;
    /// Writes the controls' values.
    virtual void write(domain::Configuration &configuration) const = 0;
    /// Few words for the line of a folded group.
    virtual QString summary() const = 0;
    /// What is wrong, as a sentence; empty when it can be run.
    virtual QString problem() const { return {}; }

signals:
    void edited();

protected:
    /// A sentence of help below a field.
    QLabel *makeNote(const QString &text);
    void changeEvent(QEvent *event) override;
};

} // namespace xs::gui::schemaeditor
