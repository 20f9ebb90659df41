// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/messagerow.h"
#include "wording/errortext.h"

#include <QWidget>

#include <functional>

class QPushButton;

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
    void show(const QString &topic, const wording::ErrorText &text, const QString &action = {},
              std::function<void()> run = {});
    /// Something to keep in mind, without alarm.
    void remind(const QString &topic, const wording::ErrorText &text, const QString &action, std::function<void()> run);
    /// Good news, in the same place.
    void tell(const QString &topic, const QString &sentence, const QString &action = {},
              std::function<void()> run = {});
    void settle(const QString &topic);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void put(common::MessageRow::Kind kind, const QString &topic, const wording::ErrorText &text, const QString &action,
             std::function<void()> run);

    QString m_topic;
    std::function<void()> m_run;
    common::MessageRow::Kind m_kind = common::MessageRow::Kind::Error;
    common::MessageRow *m_message;
    QPushButton *m_button;
};

} // namespace xs::gui::shell
