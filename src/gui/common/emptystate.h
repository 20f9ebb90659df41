// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace xs::gui::common {

/// What stands in the place of content that is not there yet: one sentence, at most one note below it, and one
/// button with what to do now.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// Without `action` there is no button.
    EmptyState(const QString &sentence, const QString &note, const QString &action, QWidget *parent = nullptr);
    void setSentence(const QString &sentence, const QString &note = {});
    /// The button, to dress it or to find it; null where there is none.
    QPushButton *button() const { return m_button; }

signals:
    void activated();

private:
    QLabel *m_sentence;
    QLabel *m_note;
    QPushButton *m_button = nullptr;
};

} // namespace xs::gui::common
