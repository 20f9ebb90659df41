// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace xs::gui::shell {

class ConnectionHub;

/// Says where documents go and whether that way is open: "This computer: nothing leaves it · service ready".
/// Always at the left of the status bar. Owned by the window.
class StatusBadge final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBadge(ConnectionHub &connections, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString stateText() const;

    ConnectionHub &m_connections;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace xs::gui::shell
