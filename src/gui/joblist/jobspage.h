// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class JobsPage;
}

namespace xs::gui::common {
class EmptyState;
}

namespace xs::gui::joblist {

class JobColumns;
class JobListController;
class JobProxy;

/// All jobs: states with counts at the left, a filter, the table, and what can be done with the chosen jobs.
/// Owned by the window.
class JobsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit JobsPage(JobListController &controller, QWidget *parent = nullptr);
    ~JobsPage() override;

    QList<LocalJobId> selected() const;
    /// The actions on the chosen jobs, for the window's menu.
    QList<QAction *> jobActions() const;
    /// Columns, sorting and the sidebar's width.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    /// A finished job is to be looked at.
    void openWanted(const xs::LocalJobId &id);
    void exportWanted(const QList<xs::LocalJobId> &ids);
    void addDocumentsWanted();
    /// The jobs' documents and configuration are to be the window's, to be changed and run again.
    void duplicateWanted(const QList<xs::LocalJobId> &ids);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitBar();
    void setupViews();
    void setupTable();
    void setupActions();
    void askToDelete(bool everywhere);
    void updateActions();
    void showEmptyOrTable();
    void showAll();

    std::unique_ptr<Ui::JobsPage> m_ui;
    JobListController &m_controller;
    JobProxy *m_proxy;
    JobColumns *m_columns = nullptr;
    common::EmptyState *m_nothing = nullptr;
    common::EmptyState *m_noMatch = nullptr;
    QAction *m_open = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_retryFailed = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_deleteThere = nullptr;
    QAction *m_export = nullptr;
};

} // namespace xs::gui::joblist
