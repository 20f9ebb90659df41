// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace xs::gui::viewer {

class TextSearch;

/// The row in which a text is looked up: what, how often, next and previous. Enter goes on, Shift+Enter back, Esc ends.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    /// The search outlives it.
    explicit SearchBar(TextSearch &search, QWidget *parent = nullptr);
    /// Shows the row, ready to type; `text` is what to look up, empty for what was looked up before.
    void open(const QString &text = {});

signals:
    /// What was typed is to be looked up, from the page in view on.
    void searchWanted(const QString &text);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();
    void close();

    TextSearch &m_search;
    QLineEdit *m_edit;
    QLabel *m_state;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace xs::gui::viewer
