// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/costestimate.h"

#include <QWidget>

#include <memory>

class QButtonGroup;

namespace Ui {
class ConfigurationPage;
}

namespace xs::gui::schemaeditor {

class CostFooter;

/// How a schema is applied: the fields of the API's configuration but the schema itself, as a form. Values that
/// this version does not know are shown as they are and kept. Owned by the window.
class ConfigurationPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ConfigurationPage(QWidget *parent = nullptr);
    ~ConfigurationPage() override;

    /// The form's values over those that were set; the schema is left as it was set. A text for the pages
    /// that is none counts as it was before.
    domain::Configuration configuration() const;
    void setConfiguration(const domain::Configuration &configuration);
    /// Pages of the document in view; 0 when there is none.
    void setPageCount(int count);
    /// What runs cost, so that notes and footer say how much; no rates where they cost nothing or nobody knows.
    void setCost(const domain::Rates *rates, const std::optional<domain::CostEstimate> &estimate, int budget);
    /// What is wrong with the form, as a sentence; empty when it can be run.
    QString problem() const { return m_problem; }

signals:
    void changed();
    /// Runs over so many credits are to be asked about; 0 for none.
    void budgetChanged(int credits);
    /// The person wants to see or change the table of rates.
    void ratesWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupTiers();
    void addTier(const QString &tier, const QString &name, const QString &note);
    void setupTargets();
    void setTier(const QString &tier);
    void setTarget(const QString &target);
    void edited();
    void checkPages();
    void dressNotes();

    std::unique_ptr<Ui::ConfigurationPage> m_ui;
    QButtonGroup *m_tiers;
    CostFooter *m_cost = nullptr;
    domain::Configuration m_configuration;
    QString m_problem;
    int m_pageCount = 0;
    bool m_isSetting = false;
};

/// A tier and a target in words for people; a value that is not known stays as it is.
QString tierName(const QString &tier);
QString targetName(const QString &target);

} // namespace xs::gui::schemaeditor
