// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace xs::gui::schemaeditor {

/// A text editor for JSON with line numbers, colours, and marks for the current place and for a mistake.
class JsonEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit JsonEdit(QWidget *parent = nullptr);

    /// Lines from 0; an empty range marks nothing.
    void markLines(int first, int last);
    /// Underlines the place of a mistake; position −1 removes the mark.
    void markMistake(int position);
    void showLine(int line);

signals:
    /// Undo and redo are the schema's, not the text's.
    void undoWanted();
    void redoWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Margin;
    friend class Margin;

    int marginWidth() const;
    void paintMargin(QPaintEvent *event);
    void layoutMargin();
    void applyMarks();
    void applyFont();

    QWidget *m_margin;
    int m_firstMarked = -1;
    int m_lastMarked = -1;
    int m_mistake = -1;
};

} // namespace xs::gui::schemaeditor
