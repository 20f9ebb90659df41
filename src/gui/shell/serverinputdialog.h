// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/listinputscall.h"
#include "jobs/jobqueue.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace xs::gui::common {
class MessageRow;
}

namespace xs::gui::shell {

/// Chooses inputs that are on the server already: uploaded files and completed parse jobs from a list, or by their
/// ids. Nothing is uploaded for them. Deletes itself when it is closed.
class ServerInputDialog final : public QDialog
{
    Q_OBJECT

public:
    ServerInputDialog(const client::Network &network, const client::Connection &connection, QWidget *parent = nullptr);

    /// Ids to begin with, as they were pasted.
    void setIds(const QString &text);

signals:
    void runWanted(const std::vector<xs::jobs::ServerInput> &inputs);

private:
    void setupViews();
    void list(client::ListInputsCall::Kind kind, const QString &pageToken = {});
    void add(client::ListInputsCall::Kind kind, const client::ServerInput &input);
    void applyFilter();
    std::vector<jobs::ServerInput> chosen() const;
    void refresh();

    client::Network m_network;
    client::Connection m_connection;
    QLineEdit *m_filter = nullptr;
    QTreeWidget *m_list = nullptr;
    QLineEdit *m_ids = nullptr;
    common::MessageRow *m_message = nullptr;
    QPushButton *m_run = nullptr;
    std::vector<client::CallPointer> m_calls;
    int m_listing = 0;
};

/// The ids of files and parse jobs in a text, each once, in its order.
QStringList serverIdsIn(const QString &text);

} // namespace xs::gui::shell
