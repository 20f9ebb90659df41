// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deletelater.h"
#include "client/configurationcalls.h"

#include <QDialog>

#include <functional>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace xs::gui::common {
class MessageRow;
}

namespace xs::gui::shell {

class Workbench;

/// The extract configurations that the server keeps: lists them, puts one on the workbench, keeps the workbench's under
/// a name, takes one away. Never blocks; what goes wrong is said in the dialog.
class SavedConfigurationsDialog final : public QDialog
{
    Q_OBJECT

public:
    SavedConfigurationsDialog(const client::Network &network, client::Connection connection, const QString &server,
                              Workbench &workbench, QWidget *parent = nullptr);
    ~SavedConfigurationsDialog() override;

private:
    void makeFields(const QString &server);
    void list(const QString &pageToken = {});
    void showItems();
    void load();
    void save();
    void remove();
    void run(client::Call *call, const std::function<void()> &done);
    void tell(const Error &error);
    void updateButtons();
    const client::SavedConfiguration *chosen() const;

    client::Network m_network;
    client::Connection m_connection;
    Workbench &m_workbench;
    std::vector<client::SavedConfiguration> m_items;
    client::CallPointer m_call;
    QTreeWidget *m_list = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_load = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_remove = nullptr;
    common::MessageRow *m_message = nullptr;
};

} // namespace xs::gui::shell
