// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/configurationpage.h"

#include "domain/pagerange.h"
#include "gui/common/theme.h"
#include "gui/schemaeditor/costfooter.h"
#include "ui_configurationpage.h"
#include "wording/costtext.h"

#include <QButtonGroup>
#include <QEvent>
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

QString tierName(const QString &tier)
{
    if (tier == domain::tier::costEffective)
        return ConfigurationPage::tr("Cost effective");
    if (tier == domain::tier::agentic)
        return ConfigurationPage::tr("Agentic");
    if (tier == domain::tier::agenticPlus)
        return ConfigurationPage::tr("Agentic plus");
    return tier == domain::tier::turbo ? ConfigurationPage::tr("Turbo") : tier;
}

QString targetName(const QString &target)
{
    if (target == domain::target::perDocument)
        return ConfigurationPage::tr("Per document");
    if (target == domain::target::perPage)
        return ConfigurationPage::tr("Per page");
    return target == domain::target::perTableRow ? ConfigurationPage::tr("Per table row") : target;
}

ConfigurationPage::ConfigurationPage(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConfigurationPage>()), m_tiers(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    setObjectName(u"configurationPage"_s);
    m_cost = new CostFooter(this);
    m_cost->hide();
    layout()->addWidget(m_cost);
    connect(m_cost, &CostFooter::budgetChanged, this, &ConfigurationPage::budgetChanged);
    connect(m_cost, &CostFooter::ratesWanted, this, &ConfigurationPage::ratesWanted);
    setupTiers();
    setupTargets();
    dressNotes();
    // The form never scrolls sideways: the pane is as wide as its words need.
    m_ui->configurationScroll->setMinimumWidth(m_ui->configurationBody->minimumSizeHint().width() +
                                               style()->pixelMetric(QStyle::PM_ScrollBarExtent));
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

void ConfigurationPage::setupTiers()
{
    for (const auto tier : domain::tier::all)
        addTier(tier.toString(), tierName(tier.toString()), {});
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
            ->setText(credits ? tr("%1 a page").arg(wording::creditsText(*credits)) : QString());
    }
    m_cost->setVisible(rates != nullptr);
    if (rates)
        m_cost->setCost(*rates, estimate, budget);
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
    m_ui->systemPromptEdit->setPlainText(configuration.systemPrompt.value_or(QString()));
    m_isSetting = false;
    checkPages();
    emit changed();
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
    return result;
}

void ConfigurationPage::setPageCount(int count)
{
    m_pageCount = count;
    checkPages();
}

void ConfigurationPage::edited()
{
    if (m_isSetting)
        return;
    checkPages();
    m_configuration = configuration();
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
