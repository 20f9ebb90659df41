// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace xs::gui::schemaeditor {

/// Colours JSON: names in the accent, texts and numbers in colours of their own, all from the editor's palette.
class JsonHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    /// `widget` gives the palette; it owns the highlighter's document.
    JsonHighlighter(QTextDocument *document, const QWidget &widget);

protected:
    void highlightBlock(const QString &text) override;

private:
    const QWidget &m_widget;
};

} // namespace xs::gui::schemaeditor
