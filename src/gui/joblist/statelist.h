// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/joblist/jobstate.h"

#include <QListWidget>

namespace xs::gui::joblist {

class JobModel;

/// The states with their counts, as the sidebar of the job list. Owned by JobsPage.
class StateList final : public QListWidget
{
    Q_OBJECT

public:
    explicit StateList(const JobModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    void stateChosen(std::optional<xs::gui::joblist::JobState> state);

private:
    void addState(std::optional<JobState> state);
    void refresh();

    const JobModel &m_model;
};

} // namespace xs::gui::joblist
