// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/savedconfigurationsdialog.h"

#include "gui/common/buttonlook.h"
#include "gui/common/messagerow.h"
#include "gui/shell/workbench.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

using common::MessageRow;

SavedConfigurationsDialog::SavedConfigurationsDialog(const client::Network &network, client::Connection connection,
                                                     const QString &server, Workbench &workbench, QWidget *parent)
    : QDialog(parent), m_network(network), m_connection(std::move(connection)), m_workbench(workbench)
{
    setObjectName(u"savedConfigurationsDialog"_s);
    setWindowTitle(tr("Configurations on the server"));
    resize(520, 420);
    makeFields(server);
    updateButtons();
    list();
}

SavedConfigurationsDialog::~SavedConfigurationsDialog() = default;

void SavedConfigurationsDialog::makeFields(const QString &server)
{
    const auto button = [this](const QString &text, const char *name) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(QString::fromLatin1(name));
        made->setAutoDefault(false);
        return made;
    };
    m_list = new QTreeWidget(this);
    m_list->setObjectName(u"savedList"_s);
    m_list->setAccessibleName(tr("Configurations"));
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Name"), tr("Changed")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_message = new MessageRow(this);
    m_message->setObjectName(u"savedMessage"_s);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"savedNameEdit"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(255);
    m_name->setPlaceholderText(tr("name for the present configuration"));
    if (!m_workbench.path().isEmpty())
        m_name->setText(QFileInfo(m_workbench.path()).fileName().section(u'.', 0, 0));
    m_save = button(tr("Save under this name"), "savedSaveButton");
    m_load = button(tr("Load"), "savedLoadButton");
    m_remove = button(tr("Delete on the server"), "savedDeleteButton");
    auto *close = button(tr("Close"), "savedCloseButton");
    common::setButtonLook(m_load, common::ButtonLook::Filled);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto *note = new QLabel(tr("What %1 keeps: schema and settings, without webhooks. A name that is there already is "
                               "replaced.")
                                .arg(server),
                            this);
    note->setWordWrap(true);
    column->addWidget(note);
    column->addWidget(m_list, 1);
    column->addWidget(m_message);
    auto *saving = new QHBoxLayout;
    saving->addWidget(m_name, 1);
    saving->addWidget(m_save);
    column->addLayout(saving);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_load);
    column->addLayout(buttons);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &SavedConfigurationsDialog::updateButtons);
    connect(m_list, &QTreeWidget::itemActivated, this, &SavedConfigurationsDialog::load);
    connect(m_name, &QLineEdit::textChanged, this, &SavedConfigurationsDialog::updateButtons);
    connect(m_name, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(m_load, &QPushButton::clicked, this, &SavedConfigurationsDialog::load);
    connect(m_save, &QPushButton::clicked, this, &SavedConfigurationsDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &SavedConfigurationsDialog::remove);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void SavedConfigurationsDialog::run(client::Call *call, const std::function<void()> &done)
{
    m_call.reset(call);
    connect(call, &client::Call::finished, this, [this, done] {
        done();
        updateButtons();
    });
    connect(call, &client::Call::failed, this, &SavedConfigurationsDialog::tell);
    call->start();
    updateButtons();
}

void SavedConfigurationsDialog::list(const QString &pageToken)
{
    if (pageToken.isEmpty())
        m_items.clear();
    auto *call =
        new client::ListConfigurationsCall(m_network, m_connection, client::product::extract.toString(), pageToken);
    run(call, [this, call] {
        m_items.insert(m_items.end(), call->items().begin(), call->items().end());
        const auto next = call->nextPageToken();
        showItems();
        if (!next.isEmpty())
            list(next);
    });
}

void SavedConfigurationsDialog::showItems()
{
    m_list->clear();
    for (const auto &saved : m_items) {
        auto *item = new QTreeWidgetItem(
            m_list, {saved.name, QLocale().toString(saved.updatedAt.toLocalTime(), QLocale::ShortFormat)});
        item->setData(0, Qt::UserRole, saved.id);
        item->setToolTip(0, saved.id);
    }
    m_message->setVisible(m_items.empty());
    if (m_items.empty())
        m_message->setMessage(MessageRow::Kind::Info, tr("Nothing is saved there yet."));
}

const client::SavedConfiguration *SavedConfigurationsDialog::chosen() const
{
    const auto *item = m_list->currentItem();
    const auto id = item && item->isSelected() ? item->data(0, Qt::UserRole).toString() : QString();
    const auto found = std::ranges::find(m_items, id, &client::SavedConfiguration::id);
    return found == m_items.end() ? nullptr : &*found;
}

/// Read anew: somebody else may have changed it since it was listed.
void SavedConfigurationsDialog::load()
{
    const auto *saved = chosen();
    if (!saved)
        return;
    auto *call = new client::GetConfigurationCall(m_network, m_connection, saved->id);
    run(call, [this, call] {
        if (const auto opened = m_workbench.openSaved(call->saved().parameters); !opened)
            return tell(opened.error());
        accept();
    });
}

void SavedConfigurationsDialog::save()
{
    auto parameters = m_workbench.configurationJson();
    parameters.erase("webhook_configurations");
    parameters.erase("webhook_configuration_ids");
    auto *call = new client::SaveConfigurationCall(m_network, m_connection, m_name->text().trimmed(),
                                                   client::product::extract.toString(), parameters);
    run(call, [this] { list(); });
}

void SavedConfigurationsDialog::remove()
{
    const auto *saved = chosen();
    if (saved)
        run(new client::DeleteConfigurationCall(m_network, m_connection, saved->id), [this] { list(); });
}

void SavedConfigurationsDialog::tell(const Error &error)
{
    m_message->setError(error);
    m_message->show();
    updateButtons();
}

void SavedConfigurationsDialog::updateButtons()
{
    const auto isBusy = m_call && m_call->state() == client::Call::State::Running;
    m_load->setEnabled(!isBusy && chosen());
    m_remove->setEnabled(!isBusy && chosen());
    m_save->setEnabled(!isBusy && !m_name->text().trimmed().isEmpty());
}

} // namespace xs::gui::shell
