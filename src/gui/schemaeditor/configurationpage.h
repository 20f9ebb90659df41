// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/costestimate.h"
#include "domain/geometry.h"
#include "gui/schemaeditor/parsingsection.h"
#include "gui/schemaeditor/savedwebhooklist.h"

#include <QWidget>

#include <memory>

class QButtonGroup;

namespace Ui {
class ConfigurationPage;
}

namespace xs::gui::schemaeditor {

class CostFooter;
class FoldGroup;
class OptionsSection;
class PagePicker;
class WebhooksSection;

/// How a schema is applied: the fields of the API's configuration but the schema itself, and webhooks, as a form.
/// Values that this version does not know are shown as they are and kept. Owned by the window.
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
    /// Pages of the document in view; none when there is no document.
    void setPages(const std::vector<domain::PageSize> &sizes);
    /// A page's picture, from 1; as it was asked for by picturesWanted().
    void setPagePicture(int page, const QImage &picture);
    /// What the server has saved for parsing.
    void setParseConfigurations(const std::vector<ParsingSection::Saved> &saved);
    /// Webhooks that the server keeps; names of the secrets that are kept here; and what came of a test.
    void setSavedWebhooks(std::vector<SavedWebhookList::Saved> saved);
    void setWebhookSecretsKept(const QStringList &names);
    void setWebhookTestOutcome(const QString &address, const QString &text);
    /// Whether runs are this computer's own, so that the tiers say what they do here. It shows with the next cost.
    void setLocal(bool isLocal) { m_isLocal = isLocal; }
    /// What runs cost, so that notes and footer say how much; no rates where they cost nothing or nobody knows.
    void setCost(const domain::Rates *rates, const std::optional<domain::CostEstimate> &estimate, int budget);
    /// What is wrong with the form, as a sentence; empty when it can be run.
    QString problem() const;

signals:
    void changed();
    /// Runs over so many credits are to be asked about; 0 for none.
    void budgetChanged(int credits);
    /// The person wants to see or change the table of rates.
    void ratesWanted();
    void picturesWanted(const QList<int> &pages, int width);
    void parseConfigurationsWanted();
    void savedWebhooksWanted();
    void webhookSecretTyped(const QString &name, const QString &secret);
    void webhookTestWanted(const xs::Json &entry);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitWidth();
    void setupTiers();
    void addTier(const QString &tier, const QString &name, const QString &note);
    void setupTargets();
    void setupPicker();
    void setupSections();
    void setupUndoKeys();
    void addSection(const QString &title, const QString &name, ConfigurationSection *section);
    void showSections();
    void setTier(const QString &tier);
    static QString workOf(const QString &tier);
    void setTarget(const QString &target);
    void edited();
    void checkPages();
    void dressNotes();

    std::unique_ptr<Ui::ConfigurationPage> m_ui;
    QButtonGroup *m_tiers;
    CostFooter *m_cost = nullptr;
    PagePicker *m_picker = nullptr;
    ParsingSection *m_parsing = nullptr;
    OptionsSection *m_options = nullptr;
    WebhooksSection *m_webhooks = nullptr;
    struct Part
    {
        FoldGroup *group;
        ConfigurationSection *section;
    };
    std::vector<Part> m_sections;
    domain::Configuration m_configuration;
    QString m_problem;
    int m_pageCount = 0;
    bool m_isSetting = false;
    bool m_isLocal = false;
};

} // namespace xs::gui::schemaeditor
