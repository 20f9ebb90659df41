// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QStackedWidget>

class QLabel;

namespace xs::gui::common {
class EmptyState;
class MessageRow;
} // namespace xs::gui::common

namespace xs::gui::review {

/// The values of a job, or what stands in their place: no job is chosen, a job is on its way, a job failed.
class ResultPlaces : public QStackedWidget
{
    Q_OBJECT

public:
    explicit ResultPlaces(QWidget *values, QWidget *parent = nullptr);
    void showNothing();
    /// What the button of the empty place says.
    void setStart(const QString &text);
    void showValues();
    void showWaiting(const QString &sentence);
    void showError(const Error &error);

signals:
    /// Nothing is chosen, and what the button says is to be done.
    void startWanted();
    /// The job that failed is to be tried again.
    void retryRequested();

private:
    QWidget *makeWaiting();
    QWidget *makeError();

    common::EmptyState *m_nothing;
    QLabel *m_waitingText = nullptr;
    common::MessageRow *m_message = nullptr;
};

} // namespace xs::gui::review
