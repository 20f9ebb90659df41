// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/snippet.h"

#include <QDockWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSettings;
class QSortFilterProxyModel;
class QToolButton;
class QTreeView;

namespace xs::gui::shell {

class ActivityModel;

/// Every request and its answer: a list with a filter, and beside it what was sent and what came back, to be copied
/// as code. Docks at the bottom, is hidden until it is asked for, and stays as it was over a restart and in every
/// place of the window. Owned by the window.
class ActivityPane final : public QDockWidget
{
    Q_OBJECT

public:
    ActivityPane(client::ActivityLog &log, QSettings &settings, QWidget *parent = nullptr);

    /// Shows or hides it as the user chose last.
    void restoreVisibility();

private:
    void setupViews();
    QWidget *makeList();
    QWidget *makeDetails();
    const client::Exchange *current() const;
    void showCurrent();
    void copyAs(client::SnippetLanguage language);

    client::ActivityLog &m_log;
    QSettings &m_settings;
    ActivityModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QTreeView *m_list = nullptr;
    QLineEdit *m_filter = nullptr;
    QCheckBox *m_onlyErrors = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_trouble = nullptr;
    QAction *m_request = nullptr;
    QAction *m_answer = nullptr;
    QList<QToolButton *> m_copyButtons;
};

} // namespace xs::gui::shell
