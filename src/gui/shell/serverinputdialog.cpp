// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/serverinputdialog.h"

#include "gui/common/buttonlook.h"
#include "gui/common/messagerow.h"
#include "gui/common/searchedit.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

enum Column { Name, Kind, Made, Id, ColumnCount };

/// A list longer than this is filtered faster by its ids than read.
constexpr int mostListed = 2'000;

} // namespace

QStringList serverIdsIn(const QString &text)
{
    static const QRegularExpression pattern(u"\\b(?:dfl|pjb)-[A-Za-z0-9-]{1,190}"_s);
    QStringList ids;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        ids << matches.next().captured();
    ids.removeDuplicates();
    return ids;
}

ServerInputDialog::ServerInputDialog(const client::Network &network, const client::Connection &connection,
                                     QWidget *parent)
    : QDialog(parent), m_network(network), m_connection(connection)
{
    setObjectName(u"serverInputDialog"_s);
    setWindowTitle(tr("Run what is on the server"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 480);
    setupViews();
    list(client::ListInputsCall::Kind::Files);
    list(client::ListInputsCall::Kind::ParseJobs);
    refresh();
}

void ServerInputDialog::setupViews()
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"serverFilterEdit"_s);
    m_filter->setPlaceholderText(tr("Filter by name or id"));
    m_filter->setAccessibleName(tr("Filter"));
    common::makeSearchEdit(*m_filter);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(u"serverInputList"_s);
    m_list->setAccessibleName(tr("Files and parse jobs"));
    m_list->setHeaderLabels({tr("Name"), tr("What"), tr("Made"), tr("Id")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setColumnWidth(Name, 220);
    m_list->setColumnWidth(Kind, 80);
    m_list->setColumnWidth(Made, 160);
    m_ids = new QLineEdit(this);
    m_ids->setObjectName(u"serverIdsEdit"_s);
    m_ids->setAccessibleName(tr("Ids"));
    m_ids->setPlaceholderText(tr("or paste ids: dfl-… of files, pjb-… of parse jobs"));
    m_message = new common::MessageRow(this);
    m_message->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_run = buttons->addButton(tr("Run"), QDialogButtonBox::AcceptRole);
    m_run->setObjectName(u"serverRunButton"_s);
    common::setButtonLook(m_run, common::ButtonLook::Filled);
    auto *column = new QVBoxLayout(this);
    column->addWidget(
        new QLabel(tr("These inputs are on %1 already; nothing is uploaded.").arg(m_connection.baseUrl.host()), this));
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(m_ids);
    column->addWidget(m_message);
    column->addWidget(buttons);
    connect(m_filter, &QLineEdit::textChanged, this, &ServerInputDialog::applyFilter);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ServerInputDialog::refresh);
    connect(m_list, &QTreeWidget::itemActivated, m_run, &QPushButton::click);
    connect(m_ids, &QLineEdit::textChanged, this, &ServerInputDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit runWanted(chosen());
        accept();
    });
}

void ServerInputDialog::setIds(const QString &text)
{
    m_ids->setText(serverIdsIn(text).join(u' '));
}

void ServerInputDialog::list(client::ListInputsCall::Kind kind, const QString &pageToken)
{
    auto *call = new client::ListInputsCall(m_network, m_connection, kind, pageToken);
    m_calls.emplace_back(call);
    ++m_listing;
    connect(call, &client::Call::finished, this, [this, call, kind] {
        --m_listing;
        for (const auto &input : call->page().items)
            add(kind, input);
        applyFilter();
        if (const auto next = call->page().nextPageToken; !next.isEmpty() && m_list->topLevelItemCount() < mostListed)
            list(kind, next);
        refresh();
    });
    connect(call, &client::Call::failed, this, [this, kind](const Error &error) {
        --m_listing;
        // Not every server keeps parse jobs.
        if (kind == client::ListInputsCall::Kind::Files || error.code != ErrorCode::NotFound) {
            m_message->setError(error);
            m_message->show();
        }
        refresh();
    });
    call->start();
}

void ServerInputDialog::add(client::ListInputsCall::Kind kind, const client::ServerInput &input)
{
    auto *item = new QTreeWidgetItem(m_list);
    item->setText(Name, input.name.isEmpty() ? input.id : input.name);
    item->setText(Kind, kind == client::ListInputsCall::Kind::Files ? tr("file") : tr("parsed"));
    item->setText(Made, QLocale().toString(input.createdAt.toLocalTime(), QLocale::ShortFormat));
    item->setText(Id, input.id);
}

void ServerInputDialog::applyFilter()
{
    const auto text = m_filter->text().trimmed();
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        auto *item = m_list->topLevelItem(row);
        const auto fits =
            item->text(Name).contains(text, Qt::CaseInsensitive) || item->text(Id).contains(text, Qt::CaseInsensitive);
        item->setHidden(!fits);
        if (!fits)
            item->setSelected(false);
    }
}

std::vector<jobs::ServerInput> ServerInputDialog::chosen() const
{
    std::vector<jobs::ServerInput> inputs;
    QStringList known;
    for (const auto *item : m_list->selectedItems()) {
        inputs.push_back({item->text(Id), item->text(Name)});
        known << item->text(Id);
    }
    for (const auto &id : serverIdsIn(m_ids->text()))
        if (!known.contains(id))
            inputs.push_back({id, {}});
    return inputs;
}

void ServerInputDialog::refresh()
{
    const auto count = static_cast<int>(chosen().size());
    m_run->setEnabled(count > 0);
    m_run->setText(count > 0 ? tr("Run %n input(s)", nullptr, count) : tr("Run"));
    if (m_listing == 0 && m_list->topLevelItemCount() == 0 && m_message->isHidden()) {
        m_message->setMessage(common::MessageRow::Kind::Info, tr("The server has no files and no parse jobs yet."),
                              tr("Paste an id, or drop documents on the window."));
        m_message->show();
    }
}

} // namespace xs::gui::shell
