// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/jsonhighlighter.h"

#include "gui/common/theme.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

/// What a line was when it was coloured.
struct Coloured final : QTextBlockUserData
{
    Coloured(int of, int with) : revision(of), palette(with) {}
    int revision;
    int palette;
};

} // namespace

JsonHighlighter::JsonHighlighter(QPlainTextEdit &editor) : QObject(&editor), m_editor(editor)
{
    m_editor.installEventFilter(this);
    m_editor.viewport()->installEventFilter(this);
}

bool JsonHighlighter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && watched == m_editor.viewport())
        colourVisible();
    else if (event->type() == QEvent::PaletteChange)
        ++m_palette;
    return QObject::eventFilter(watched, event);
}

void JsonHighlighter::colourVisible()
{
    const auto height = m_editor.viewport()->height();
    auto line = m_editor.cursorForPosition({}).block();
    for (int y = 0; line.isValid() && y <= height; line = line.next()) {
        colour(line);
        y += m_editor.fontMetrics().height();
    }
}

void JsonHighlighter::colour(QTextBlock &line)
{
    if (const auto *done = static_cast<const Coloured *>(line.userData());
        done && done->revision == line.revision() && done->palette == m_palette)
        return;
    static const QRegularExpression tokens(
        uR"(("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\btrue\b|\bfalse\b|\bnull\b))"_s);
    // What stands above a body, such as the headers of a request, is none.
    static const QRegularExpression json(uR"(^\s*["{}\[\]\d,tfn-])"_s);
    const auto theme = common::Theme::of(m_editor.palette());
    const auto text = line.text();
    QList<QTextLayout::FormatRange> ranges;
    auto matches = tokens.globalMatch(text);
    while (json.match(text).hasMatch() && matches.hasNext()) {
        const auto match = matches.next();
        const auto isText = match.capturedLength(1) > 0;
        const auto isName = match.capturedLength(2) > 0;
        const auto group = isText ? 1 : 3;
        QTextLayout::FormatRange range{
            static_cast<int>(match.capturedStart(group)), static_cast<int>(match.capturedLength(group)), {}};
        range.format.setForeground(isName ? theme.accent : isText ? theme.jsonString : theme.jsonNumber);
        ranges << range;
    }
    line.setUserData(new Coloured(line.revision(), m_palette));
    line.layout()->setFormats(ranges);
    // Lays the line out again, with its colours, and leaves nothing that the next edit would take for its own.
    m_editor.document()->markContentsDirty(line.position(), line.length());
}

} // namespace xs::gui::schemaeditor
