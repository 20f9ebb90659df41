// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/review/confidencedialog.h"

#include <QObject>

class QAction;
class QSettings;

namespace xs::gui::review {
class ResultsPage;
}

namespace xs::gui::shell {

class ReviewController;

/// From which score on values are certain: keeps the limits and their presets in the settings, asks for others, and
/// gives them to the review. Owned by the window.
class ConfidenceController final : public QObject
{
    Q_OBJECT

public:
    ConfidenceController(QSettings &settings, ReviewController &review, review::ResultsPage &results, QWidget *window);

    QAction *action() const { return m_action; }

private:
    void ask();
    void take(const review::ConfidencePresets &presets);

    QSettings &m_settings;
    ReviewController &m_review;
    review::ResultsPage &m_results;
    QWidget *m_window;
    QAction *m_action;
    review::ConfidencePresets m_presets;
};

} // namespace xs::gui::shell
