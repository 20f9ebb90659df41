// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/jsonhighlighter.h"

#include "gui/common/theme.h"

#include <QRegularExpression>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

JsonHighlighter::JsonHighlighter(QTextDocument *document, const QWidget &widget)
    : QSyntaxHighlighter(document), m_widget(widget)
{
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression tokens(
        uR"(("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\btrue\b|\bfalse\b|\bnull\b))"_s);
    const auto theme = common::Theme::of(m_widget.palette());
    auto matches = tokens.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto isText = match.capturedLength(1) > 0;
        const auto isName = match.capturedLength(2) > 0;
        const auto color = isName ? theme.accent : isText ? theme.jsonString : theme.jsonNumber;
        const auto group = isText ? 1 : 3;
        setFormat(static_cast<int>(match.capturedStart(group)), static_cast<int>(match.capturedLength(group)), color);
    }
}

} // namespace xs::gui::schemaeditor
