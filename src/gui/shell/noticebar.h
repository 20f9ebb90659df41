// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QWidget>

#include <functional>

class QPushButton;

namespace xs::gui::common {
class MessageRow;
}

namespace xs::gui::shell {

/// One trouble that concerns the whole window, above its content: what happened, what to do, and a button that
/// does it. It stays until it is closed or the trouble is over. Owned by the window.
class NoticeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// `topic` names the trouble, so that `settle` can take it away. Without `action` there is no button.
    void show(const QString &topic, const Error &error, const QString &action = {}, std::function<void()> run = {});
    /// Good news, in the same place.
    void tell(const QString &topic, const QString &sentence);
    void settle(const QString &topic);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_topic;
    std::function<void()> m_run;
    bool m_isTrouble = true;
    common::MessageRow *m_message;
    QPushButton *m_button;
};

} // namespace xs::gui::shell
