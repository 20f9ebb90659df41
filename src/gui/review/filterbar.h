// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/review/filterproxy.h"
#include "review/attention.h"

#include <QWidget>

class QAction;
class QButtonGroup;
class QToolButton;

namespace xs::gui::common {
class Chip;
class RoleLabel;
} // namespace xs::gui::common

namespace xs::gui::review {

class ConfidenceHistogram;

/// Above the values of a result: chips with counts, the histogram of confidences, how much is reviewed, export. What
/// has no room gives way.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QAction *exportAction, QWidget *parent = nullptr);
    void setFilter(FilterProxy::Filter filter);
    /// `canDecide`: whether there is any progress to tell of.
    void setValues(const std::vector<xs::review::ReviewValue> &values, bool canDecide);
    QSize minimumSizeHint() const override;

signals:
    void filterChosen(xs::gui::review::FilterProxy::Filter filter);
    /// The histogram was clicked: what certain means is to be changed.
    void limitsWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QButtonGroup *m_filters;
    QList<common::Chip *> m_chips;
    ConfidenceHistogram *m_histogram;
    common::RoleLabel *m_progress;
    QString m_progressText, m_progressShort;
    QToolButton *m_exportButton;
    /// Of the export button without its word.
    int m_iconWidth = 0;
};

} // namespace xs::gui::review
