// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace xs::gui::joblist {

class JobListController;
class JobProxy;

/// The jobs as a narrow list beside a document: a filter, rows of two lines, and the counts. Owned by the window.
class JobStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit JobStrip(JobListController &controller, QWidget *parent = nullptr);
    /// Selects a job without telling.
    void setCurrent(const LocalJobId &id);
    /// The list's header, to be the title bar of a dock.
    QWidget *takeHeader();

signals:
    void jobChosen(const xs::LocalJobId &id);
    /// A job was clicked or opened that may be shown already: whoever shows it takes the keys.
    void jobOpened();

private:
    void showCurrent();
    void refreshCounts();

    JobListController &m_controller;
    JobProxy *m_proxy;
    QWidget *m_header;
    QLineEdit *m_filter;
    QListView *m_list;
    QLabel *m_counts;
    LocalJobId m_current;
};

} // namespace xs::gui::joblist
