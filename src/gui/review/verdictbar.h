// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QPushButton;
class QToolButton;

namespace xs::gui::review {

/// What can be done with the chosen value, as buttons that name their keys; the first is the main one. Where there is
/// little room, the last ones go into a menu behind three dots; their keys still work.
class VerdictBar final : public QWidget
{
    Q_OBJECT

public:
    /// The actions belong to the caller. A button's object name is the action's with "Button" behind it.
    explicit VerdictBar(const QList<QAction *> &actions, QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<QAction *> m_actions;
    QList<QPushButton *> m_buttons;
    QToolButton *m_more;
};

} // namespace xs::gui::review
