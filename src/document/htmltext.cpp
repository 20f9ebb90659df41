// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/htmltext.h"

#include "document/textgrid.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace xs::document {

namespace {

/// Deeper nesting is nobody's page.
constexpr int deepest = 60;
/// Items that Qt takes as a list, in which its time grows with the square; more are paragraphs.
constexpr qsizetype mostItems = 5'000;

/// Loads nothing, from nowhere.
class ClosedDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

QString textOf(const QTextBlock &block)
{
    auto text = block.text();
    text.replace(QChar::LineSeparator, u'\n').remove(QChar::ObjectReplacementCharacter);
    if (const auto *list = block.textList())
        text.prepend(list->itemText(block) + u' ');
    return text;
}

bool holdsTables(const QTextTable &table)
{
    return !table.childFrames().isEmpty();
}

QString cellText(const QTextTableCell &cell)
{
    QStringList lines;
    for (auto it = cell.begin(); !it.atEnd(); ++it)
        if (const auto block = it.currentBlock(); block.isValid())
            lines << textOf(block).trimmed();
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void addFrame(TextGrid &grid, QTextFrame::iterator it, int depth);

void addRows(TextGrid &grid, const QTextTable &table, int depth)
{
    const auto isLayout = holdsTables(table);
    QList<QStringList> rows;
    for (int row = 0; row < table.rows(); ++row) {
        rows << QStringList();
        for (int column = 0; column < table.columns(); ++column) {
            const auto cell = table.cellAt(row, column);
            const auto isFirst = cell.row() == row && cell.column() == column;
            if (isLayout && isFirst)
                addFrame(grid, cell.begin(), depth + 1);
            rows.back() << (isFirst ? cellText(cell) : QString());
        }
    }
    if (!isLayout)
        grid.addTable(rows);
}

void addFrame(TextGrid &grid, QTextFrame::iterator it, int depth)
{
    if (depth > deepest)
        return;
    for (; !it.atEnd(); ++it) {
        if (auto *frame = it.currentFrame()) {
            if (const auto *table = qobject_cast<QTextTable *>(frame))
                addRows(grid, *table, depth);
            else
                addFrame(grid, frame->begin(), depth + 1);
        } else if (const auto block = it.currentBlock(); block.isValid()) {
            for (const auto &line : textOf(block).split(u'\n'))
                grid.addLine(line);
        }
    }
}

/// Without what nobody sees of a page. What begins and never ends stays, so that each byte is looked at once.
QString withoutUnseen(const QString &html)
{
    static const QRegularExpression opening(u"<(script|style|noscript|template)\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QString visible;
    qsizetype from = 0;
    for (auto found = opening.match(html); found.hasMatch(); found = opening.match(html, from)) {
        const auto end = html.indexOf(u"</"_s + found.captured(1), found.capturedEnd(), Qt::CaseInsensitive);
        const auto close = end < 0 ? end : html.indexOf(u'>', end);
        if (close < 0)
            break;
        visible += QStringView(html).mid(from, found.capturedStart() - from);
        from = close + 1;
    }
    return visible + QStringView(html).mid(from).toString();
}

} // namespace

void addHtml(TextGrid &grid, const QString &html)
{
    auto visible = withoutUnseen(html);
    static const QRegularExpression item(u"<(/?)li\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (visible.count(u"<li"_s, Qt::CaseInsensitive) > mostItems)
        visible.replace(item, u"<\\1p"_s);
    ClosedDocument document;
    document.setUndoRedoEnabled(false);
    document.setHtml(visible);
    addFrame(grid, document.rootFrame()->begin(), 0);
}

} // namespace xs::document
