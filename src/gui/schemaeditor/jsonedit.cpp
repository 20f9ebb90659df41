// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/jsonedit.h"

#include "gui/common/theme.h"
#include "gui/schemaeditor/jsonhighlighter.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

using common::Theme;

/// The strip with the line numbers.
class JsonEdit::Margin final : public QWidget
{
public:
    explicit Margin(JsonEdit *edit) : QWidget(edit), m_edit(edit) {}
    QSize sizeHint() const override { return {m_edit->marginWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintMargin(event); }

private:
    JsonEdit *m_edit;
};

JsonEdit::JsonEdit(QWidget *parent) : QPlainTextEdit(parent), m_margin(new Margin(this))
{
    setObjectName(u"jsonEdit"_s);
    setAccessibleName(tr("JSON"));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(false);
    applyFont();
    new JsonHighlighter(*this);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &JsonEdit::layoutMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    layoutMargin();
}

void JsonEdit::applyFont()
{
    const auto font = common::fontFor(common::TextRole::Fixed, QGuiApplication::font());
    if (font == this->font())
        return;
    setFont(font);
    setTabStopDistance(2 * fontMetrics().horizontalAdvance(u' '));
}

int JsonEdit::marginWidth() const
{
    const auto digits = std::max<qsizetype>(2, QString::number(blockCount()).size());
    return static_cast<int>(digits) * fontMetrics().horizontalAdvance(u'9') + 20;
}

void JsonEdit::layoutMargin()
{
    setViewportMargins(marginWidth(), 0, 0, 0);
    m_margin->setGeometry(0, 0, marginWidth(), height());
}

void JsonEdit::paintMargin(QPaintEvent *event)
{
    const auto theme = Theme::of(palette());
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), theme.panel);
    painter.setFont(font());
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const auto place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom())
            break;
        painter.setPen(block.blockNumber() == textCursor().blockNumber() ? theme.text : theme.text3);
        painter.drawText(QRectF(0, place.top(), m_margin->width() - 10, fontMetrics().height()), Qt::AlignRight,
                         QString::number(block.blockNumber() + 1));
    }
}

void JsonEdit::markLines(int first, int last)
{
    m_firstMarked = first;
    m_lastMarked = last;
    applyMarks();
}

void JsonEdit::markMistake(int position)
{
    m_mistake = position;
    applyMarks();
}

void JsonEdit::applyMarks()
{
    const auto theme = Theme::of(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (int line = m_firstMarked; line >= 0 && line <= m_lastMarked; ++line) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document()->findBlockByNumber(line));
        mark.format.setBackground(theme.accentSoft);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    if (m_mistake >= 0) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = textCursor();
        mark.cursor.setPosition(std::clamp(m_mistake, 0, std::max(0, document()->characterCount() - 2)));
        mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        mark.format.setBackground(theme.level(domain::ConfidenceLevel::Low).soft);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(theme.level(domain::ConfidenceLevel::Low).bar);
        marks << mark;
    }
    setExtraSelections(marks);
}

void JsonEdit::showLine(int line)
{
    auto cursor = textCursor();
    cursor.setPosition(document()->findBlockByNumber(line).position());
    setTextCursor(cursor);
    centerCursor();
}

bool JsonEdit::event(QEvent *event)
{
    // Undo belongs to the schema here; without this the text's own would take the keys first.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void JsonEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo)) {
        emit undoWanted();
    } else if (event->matches(QKeySequence::Redo)) {
        emit redoWanted();
    } else if (event->key() == Qt::Key_Tab) {
        insertPlainText(u"  "_s);
    } else if (event->key() == Qt::Key_Return) {
        const auto line = textCursor().block().text();
        qsizetype blanks = 0;
        while (blanks < line.size() && line[blanks] == u' ')
            ++blanks;
        insertPlainText(u'\n' + QString(blanks, u' '));
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void JsonEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layoutMargin();
    // A message that comes up below must not cover the line that it is about.
    if (hasFocus())
        ensureCursorVisible();
}

void JsonEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyMarks();
}

} // namespace xs::gui::schemaeditor
