// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/configurationpage.h"

#include "domain/pagerange.h"
#include "gui/common/theme.h"
#include "gui/schemaeditor/configurationwords.h"
#include "gui/schemaeditor/costfooter.h"
#include "gui/schemaeditor/foldgroup.h"
#include "gui/schemaeditor/optionssection.h"
#include "gui/schemaeditor/pagepicker.h"
#include "gui/schemaeditor/webhookssection.h"
#include "ui_configurationpage.h"
#include "wording/costtext.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QRadioButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

std::optional<QString> textOrNothing(const QString &text)
{
    return text.trimmed().isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

ConfigurationPage::ConfigurationPage(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConfigurationPage>()), m_tiers(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    // What a tall window has left over stays below.
    m_ui->systemPromptEdit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setObjectName(u"configurationPage"_s);
    m_cost = new CostFooter(this);
    m_cost->hide();
    layout()->addWidget(m_cost);
    connect(m_cost, &CostFooter::budgetChanged, this, &ConfigurationPage::budgetChanged);
    connect(m_cost, &CostFooter::ratesWanted, this, &ConfigurationPage::ratesWanted);
    setupTiers();
    setupTargets();
    setupPicker();
    setupSections();
    setupUndoKeys();
    dressNotes();
    m_ui->configurationBody->installEventFilter(this);
    fitWidth();
    connect(m_tiers, &QButtonGroup::buttonToggled, this, &ConfigurationPage::edited);
    connect(m_ui->targetCombo, &QComboBox::currentIndexChanged, this, &ConfigurationPage::edited);
    connect(m_ui->versionEdit, &QLineEdit::textChanged, this, &ConfigurationPage::edited);
    connect(m_ui->targetPagesEdit, &QLineEdit::textChanged, this, &ConfigurationPage::edited);
    connect(m_ui->maxPagesSpin, &QSpinBox::valueChanged, this, &ConfigurationPage::edited);
    connect(m_ui->citeSourcesCheck, &QCheckBox::toggled, this, &ConfigurationPage::edited);
    connect(m_ui->confidenceScoresCheck, &QCheckBox::toggled, this, &ConfigurationPage::edited);
    connect(m_ui->systemPromptEdit, &QPlainTextEdit::textChanged, this, &ConfigurationPage::edited);
    setConfiguration({});
}

ConfigurationPage::~ConfigurationPage() = default;

/// The form never scrolls sideways: the pane is as wide as its words need, which come and go with the connection.
void ConfigurationPage::fitWidth()
{
    m_ui->configurationScroll->setMinimumWidth(m_ui->configurationBody->minimumSizeHint().width() +
                                               style()->pixelMetric(QStyle::PM_ScrollBarExtent));
}

void ConfigurationPage::setupTiers()
{
    for (const auto tier : domain::tier::all)
        addTier(tier.toString(), tierName(tier.toString()), {});
}

void ConfigurationPage::setupPicker()
{
    m_picker = new PagePicker(this);
    m_picker->hide();
    m_ui->pagesColumn->addWidget(m_picker);
    connect(m_picker, &PagePicker::picturesWanted, this, &ConfigurationPage::picturesWanted);
    connect(m_picker, &PagePicker::picked, this, [this](const QString &pages) {
        // What is picked is picked for good: a limit would take pages away again.
        m_isSetting = true;
        m_ui->maxPagesSpin->setValue(0);
        m_ui->targetPagesEdit->setText(pages);
        m_isSetting = false;
        edited();
    });
}

void ConfigurationPage::setupSections()
{
    m_parsing = new ParsingSection(this);
    m_options = new OptionsSection(this);
    m_webhooks = new WebhooksSection(this);
    addSection(tr("Parsing"), u"parsingGroup"_s, m_parsing);
    addSection(tr("Webhooks"), u"webhooksGroup"_s, m_webhooks);
    addSection(tr("More"), u"optionsGroup"_s, m_options);
    connect(m_parsing, &ParsingSection::savedWanted, this, &ConfigurationPage::parseConfigurationsWanted);
    connect(m_webhooks, &WebhooksSection::savedWanted, this, &ConfigurationPage::savedWebhooksWanted);
    connect(m_webhooks, &WebhooksSection::secretTyped, this, &ConfigurationPage::webhookSecretTyped);
    connect(m_webhooks, &WebhooksSection::testWanted, this, &ConfigurationPage::webhookTestWanted);
}

void ConfigurationPage::addSection(const QString &title, const QString &name, ConfigurationSection *section)
{
    auto *group = new FoldGroup(title, name, this);
    group->setContent(section);
    // Above the stretch at the end.
    m_ui->bodyColumn->insertWidget(m_ui->bodyColumn->count() - 1, group);
    m_sections.push_back({group, section});
    connect(section, &ConfigurationSection::edited, this, &ConfigurationPage::edited);
}

/// Ctrl+Z belongs to the window's history, not to that of a field.
void ConfigurationPage::setupUndoKeys()
{
    m_ui->systemPromptEdit->setUndoRedoEnabled(false);
    for (auto *field : findChildren<QWidget *>())
        if (qobject_cast<QLineEdit *>(field) || qobject_cast<QPlainTextEdit *>(field))
            field->installEventFilter(this);
}

bool ConfigurationPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->configurationBody && event->type() == QEvent::LayoutRequest)
        fitWidth();
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConfigurationPage::addTier(const QString &tier, const QString &name, const QString &note)
{
    const auto row = m_ui->tierGrid->rowCount();
    auto *button = new QRadioButton(name, this);
    button->setObjectName(u"tier_"_s + tier);
    button->setAccessibleName(name);
    button->setProperty("tier", tier);
    auto *label = new QLabel(note, this);
    label->setObjectName(u"tierNote_"_s + tier);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_tiers->addButton(button);
    m_ui->tierGrid->addWidget(button, row, 0);
    m_ui->tierGrid->addWidget(label, row, 1);
}

void ConfigurationPage::setupTargets()
{
    for (const auto target : {domain::target::perDocument, domain::target::perPage, domain::target::perTableRow})
        m_ui->targetCombo->addItem(targetName(target.toString()), target.toString());
}

void ConfigurationPage::setCost(const domain::Rates *rates, const std::optional<domain::CostEstimate> &estimate,
                                int budget)
{
    for (const auto *button : m_tiers->buttons()) {
        const auto tier = button->property("tier").toString();
        auto configuration = m_configuration;
        configuration.tier = tier;
        const auto credits = rates ? domain::creditsPerPage(*rates, configuration) : std::nullopt;
        findChild<QLabel *>(u"tierNote_"_s + tier)
            ->setText(credits     ? tr("%1 a page").arg(wording::creditsText(*credits))
                      : m_isLocal ? workOf(tier)
                                  : QString());
    }
    m_cost->setVisible(rates != nullptr);
    if (rates)
        m_cost->setCost(*rates, estimate, budget);
}

/// What the tier does on this computer, where none costs anything.
QString ConfigurationPage::workOf(const QString &tier)
{
    if (tier == domain::tier::agentic || tier == domain::tier::agenticPlus)
        return tr("language model, if set up");
    return tier == domain::tier::costEffective ? tr("no language model") : QString();
}

void ConfigurationPage::setTier(const QString &tier)
{
    if (!findChild<QRadioButton *>(u"tier_"_s + tier))
        addTier(tier, tier, tr("of a newer server"));
    findChild<QRadioButton *>(u"tier_"_s + tier)->setChecked(true);
}

void ConfigurationPage::setTarget(const QString &target)
{
    if (m_ui->targetCombo->findData(target) < 0)
        m_ui->targetCombo->addItem(target, target);
    m_ui->targetCombo->setCurrentIndex(m_ui->targetCombo->findData(target));
}

void ConfigurationPage::setConfiguration(const domain::Configuration &configuration)
{
    if (configuration == m_configuration && !m_ui->versionEdit->text().isEmpty())
        return;
    m_configuration = configuration;
    m_isSetting = true;
    setTier(configuration.tier);
    setTarget(configuration.extractionTarget);
    m_ui->versionEdit->setText(configuration.extractVersion);
    m_ui->targetPagesEdit->setText(configuration.targetPages.value_or(QString()));
    m_ui->maxPagesSpin->setValue(configuration.maxPages.value_or(0));
    m_ui->citeSourcesCheck->setChecked(configuration.citeSources);
    m_ui->confidenceScoresCheck->setChecked(configuration.confidenceScores);
    if (m_ui->systemPromptEdit->toPlainText() != configuration.systemPrompt.value_or(QString()))
        m_ui->systemPromptEdit->setPlainText(configuration.systemPrompt.value_or(QString()));
    showSections();
    m_isSetting = false;
    checkPages();
    emit changed();
}

void ConfigurationPage::showSections()
{
    for (const auto &[group, section] : m_sections) {
        section->show(m_configuration);
        group->setSummary(section->summary());
    }
}

domain::Configuration ConfigurationPage::configuration() const
{
    auto result = m_configuration;
    if (const auto *tier = m_tiers->checkedButton())
        result.tier = tier->property("tier").toString();
    result.extractionTarget = m_ui->targetCombo->currentData().toString();
    result.extractVersion = textOrNothing(m_ui->versionEdit->text()).value_or(u"latest"_s);
    if (const auto text = textOrNothing(m_ui->targetPagesEdit->text()); !text)
        result.targetPages.reset();
    else if (const auto range = domain::PageRange::parse(*text))
        result.targetPages = range->text();
    result.maxPages = m_ui->maxPagesSpin->value() > 0 ? std::optional(m_ui->maxPagesSpin->value()) : std::nullopt;
    result.citeSources = m_ui->citeSourcesCheck->isChecked();
    result.confidenceScores = m_ui->confidenceScoresCheck->isChecked();
    result.systemPrompt = textOrNothing(m_ui->systemPromptEdit->toPlainText());
    for (const auto &part : m_sections)
        part.section->write(result);
    return result;
}

void ConfigurationPage::setPages(const std::vector<domain::PageSize> &sizes)
{
    m_pageCount = static_cast<int>(sizes.size());
    m_picker->setPages(sizes);
    checkPages();
}

void ConfigurationPage::setPagePicture(int page, const QImage &picture)
{
    m_picker->setPicture(page, picture);
}

void ConfigurationPage::setParseConfigurations(const std::vector<ParsingSection::Saved> &saved)
{
    m_parsing->setSaved(saved);
}

void ConfigurationPage::setSavedWebhooks(std::vector<SavedWebhookList::Saved> saved)
{
    m_webhooks->setSaved(std::move(saved));
}

void ConfigurationPage::setWebhookSecretsKept(const QStringList &names)
{
    m_webhooks->setSecretsKept(names);
}

void ConfigurationPage::setWebhookTestOutcome(const QString &address, const QString &text)
{
    m_webhooks->setTestOutcome(address, text);
}

QString ConfigurationPage::problem() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    for (const auto &part : m_sections)
        if (const auto text = part.section->problem(); !text.isEmpty())
            return text;
    return {};
}

void ConfigurationPage::edited()
{
    if (m_isSetting)
        return;
    checkPages();
    m_configuration = configuration();
    m_isSetting = true;
    showSections();
    m_isSetting = false;
    emit changed();
}

void ConfigurationPage::checkPages()
{
    const auto text = textOrNothing(m_ui->targetPagesEdit->text());
    const auto range = text ? domain::PageRange::parse(*text) : domain::PageRange::parse(u"1"_s);
    const auto max = m_ui->maxPagesSpin->value() > 0 ? std::optional(m_ui->maxPagesSpin->value()) : std::nullopt;
    m_problem.clear();
    m_ui->pageCountLabel->clear();
    if (!range) {
        m_problem = tr("These are no pages. Write numbers from 1 and ranges, such as 1,3,5-7.");
    } else if (m_pageCount > 0) {
        const auto pages = domain::selectPages(text, max, m_pageCount);
        m_picker->setChosen(pages.value_or(std::vector<int>()));
        if (pages)
            m_ui->pageCountLabel->setText(tr("%1 of %2").arg(pages->size()).arg(m_pageCount));
        else
            m_problem = tr("The document has %n page(s), and none of these. Choose others.", nullptr, m_pageCount);
    }
    m_ui->pagesMessage->setText(m_problem);
    m_ui->pagesMessage->setVisible(!m_problem.isEmpty());
}

void ConfigurationPage::dressNotes()
{
    const auto theme = common::Theme::of(palette());
    const auto small = common::fontFor(common::TextRole::Secondary, font());
    for (auto *label : findChildren<QLabel *>()) {
        if (label->objectName() == "sectionNote"_L1 || !m_ui->configurationBody->isAncestorOf(label) ||
            label->parentWidget()->inherits("xs::gui::schemaeditor::FoldGroup"))
            continue;
        const auto isNote = label->objectName().contains("Note"_L1) || label == m_ui->pageCountLabel;
        auto colors = label->palette();
        colors.setColor(QPalette::WindowText,
                        label == m_ui->pagesMessage ? theme.level(domain::ConfidenceLevel::Low).text : theme.text2);
        label->setPalette(colors);
        if (isNote || label == m_ui->pagesMessage)
            label->setFont(small);
        // The prompt has a frame of its own, so its title stands like those of the groups.
        if (label == m_ui->promptLabel) {
            label->setPalette(palette());
            label->setFont(common::fontFor(common::TextRole::Strong, font()));
        }
    }
}

void ConfigurationPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dressNotes();
}

} // namespace xs::gui::schemaeditor
