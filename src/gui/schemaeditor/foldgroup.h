// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace xs::gui::schemaeditor {

/// A part of a form that folds: a line with its title and, in few words, what it says; below it the fields.
/// Folded at first. Enter and Space fold and unfold.
class FoldGroup final : public QWidget
{
    Q_OBJECT

public:
    FoldGroup(const QString &title, const QString &objectName, QWidget *parent = nullptr);

    /// Takes the widget as its content.
    void setContent(QWidget *content);
    /// "as the tier", "none", "2 webhooks".
    void setSummary(const QString &summary);
    void setOpen(bool open);
    bool isOpen() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QToolButton *m_header;
    QLabel *m_summary;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
};

} // namespace xs::gui::schemaeditor
