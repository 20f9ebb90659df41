// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace xs::gui::common {

/// The row in which a text is looked up: what, how often, next and previous. Enter goes on, Shift+Enter back, Esc ends.
/// Who looks it up says how far it is with setState().
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// `what` says what is searched: "Search the document". Children are named after `name`: searchEdit, searchState, …
    explicit FindBar(const QString &name, const QString &what, QWidget *parent = nullptr);
    /// Shows the row, ready to type; `text` is what to look up, empty for what was looked up before.
    void open(const QString &text = {});
    void close();
    QString text() const;
    /// Place `current` (from 0) of `count`; while `left` is not empty it says what is still to be searched.
    void setState(int current, int count, const QString &left = {});

signals:
    /// What was typed is to be looked up; empty when the row is closed.
    void textWanted(const QString &text);
    void nextWanted();
    void previousWanted();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_edit;
    QLabel *m_state;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace xs::gui::common
