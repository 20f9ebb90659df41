// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QPlainTextEdit;
class QTextBlock;

namespace xs::gui::schemaeditor {

/// Colours JSON: names in the accent, texts and numbers in colours of their own, all from the editor's palette.
/// No text of JSON goes over the end of a line, so a line is coloured by itself, and only when it comes into view:
/// a text of many lines is shown as soon as a short one. Owned by the editor.
class JsonHighlighter final : public QObject
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QPlainTextEdit &editor);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void colourVisible();
    void colour(QTextBlock &line);

    QPlainTextEdit &m_editor;
    /// Goes up with each change of the palette.
    int m_palette = 0;
};

} // namespace xs::gui::schemaeditor
