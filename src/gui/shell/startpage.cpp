// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/startpage.h"

#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/theme.h"
#include "gui/schemaeditor/templatelist.h"
#include "ui_startpage.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

QStringView sampleIcon(const QString &name)
{
    return name == "receipt"_L1 ? u"receipt" : name == "statement"_L1 ? u"list" : u"documents";
}

} // namespace

StartPage::StartPage(std::vector<Sample> samples, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::StartPage>()), m_samples(std::move(samples))
{
    m_ui->setupUi(this);
    setObjectName(u"startPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setupViews();
}

StartPage::~StartPage() = default;

void StartPage::setupViews()
{
    m_ui->headline->setFont(common::fontFor(common::TextRole::Title, font()));
    m_ui->dropHeadline->setFont(common::fontFor(common::TextRole::Headline, font()));
    m_ui->dropNote->setFont(common::fontFor(common::TextRole::Secondary, font()));
    m_ui->dropNote->setForegroundRole(QPalette::PlaceholderText);
    for (auto *label : {m_ui->recentTitle, m_ui->samplesTitle})
        label->setFont(common::fontFor(common::TextRole::Strong, common::fontFor(common::TextRole::Secondary, font())));
    m_ui->dropIcon->setPixmap(common::icon(u"download", common::IconColor::Accent).pixmap(32, 32));
    m_ui->sampleButton->setIcon(common::icon(u"receipt", common::IconColor::OnFill));
    common::setButtonLook(m_ui->sampleButton, common::ButtonLook::Filled);
    m_ui->openDocumentsButton->setIcon(common::icon(u"folder"));
    common::setKeyCap(m_ui->openDocumentsButton, QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText));
    m_ui->sampleButton->setVisible(!m_samples.empty());
    m_ui->samplesColumn->setVisible(m_samples.size() > 1);
    connect(m_ui->sampleButton, &QPushButton::clicked, this, [this] { emit sampleWanted(m_samples.front().name); });
    connect(m_ui->openDocumentsButton, &QPushButton::clicked, this, &StartPage::openDocumentsWanted);
    connect(m_ui->openConfigurationButton, &QAbstractButton::clicked, this, &StartPage::openConfigurationWanted);
    connect(m_ui->connectButton, &QAbstractButton::clicked, this, &StartPage::connectionsWanted);
    for (std::size_t i = 1; i < m_samples.size(); ++i) {
        const auto name = m_samples[i].name;
        addRow(*m_ui->samplesList, u"sample_"_s + name, sampleIcon(name), m_samples[i].title, m_samples[i].description,
               [this, name] { emit sampleWanted(name); });
    }
    addTemplates();
    setDestination(true, {});
}

void StartPage::addTemplates()
{
    const auto &templates = schemaeditor::templateList();
    if (templates.empty())
        return;
    auto *title = new QLabel(tr("Begin with a template"), this);
    title->setFont(m_ui->samplesTitle->font());
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    // The first name stands below the title, not the room around it.
    row->setContentsMargins(-4, 0, 0, 0);
    for (const auto &one : templates) {
        auto *link = new LinkButton(this);
        link->setObjectName(u"template_"_s + one.name);
        link->setText(one.title);
        link->setAccessibleName(one.title);
        link->setToolTip(one.description);
        connect(link, &QAbstractButton::clicked, this, [this, one] { emit templateWanted(one); });
        row->addWidget(link);
    }
    row->addStretch();
    const auto place = m_ui->columnLayout->count() - 1;
    m_ui->columnLayout->insertSpacing(place, 20);
    m_ui->columnLayout->insertWidget(place + 1, title);
    m_ui->columnLayout->insertLayout(place + 2, row);
}

void StartPage::addRow(QVBoxLayout &list, const QString &objectName, QStringView icon, const QString &title,
                       const QString &note, std::function<void()> action)
{
    auto *row = new StartRow(icon, title, note, this);
    row->setObjectName(objectName);
    connect(row, &QAbstractButton::clicked, this, std::move(action));
    list.addWidget(row);
}

void StartPage::setRecent(const QStringList &paths)
{
    while (auto *item = m_ui->recentList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &path : paths) {
        const QFileInfo file(path);
        if (!file.exists() || m_ui->recentList->count() >= 4)
            continue;
        const auto when = QLocale().toString(file.lastModified().date(), QLocale::ShortFormat);
        addRow(*m_ui->recentList, u"recent_"_s + file.fileName(), u"design", file.fileName(), when,
               [this, path] { emit configurationWanted(path); });
    }
    if (m_ui->recentList->count() == 0) {
        auto *none = new QLabel(tr("Schemas and configurations that you open or save are listed here."), this);
        none->setWordWrap(true);
        none->setFont(common::fontFor(common::TextRole::Secondary, font()));
        none->setForegroundRole(QPalette::PlaceholderText);
        none->setContentsMargins(0, 8, 0, 0);
        m_ui->recentList->addWidget(none);
    }
}

void StartPage::setDestination(bool isLocal, const QString &name)
{
    m_ui->destinationStrip->setLocal(isLocal);
    m_ui->destinationLabel->setText(isLocal
                                        ? tr("<b>This computer:</b> nothing leaves it. No key, no network, no cost.")
                                        : tr("Documents go to <b>%1</b>.").arg(name.toHtmlEscaped()));
    m_ui->connectButton->setText(isLocal ? tr("Connect to a server…") : tr("Change the connection…"));
    m_ui->connectButton->setAccessibleName(m_ui->connectButton->text());
}

} // namespace xs::gui::shell
