// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/jsonpane.h"

#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/messagerow.h"
#include "gui/common/paneheader.h"
#include "gui/schemaeditor/commands/editjsoncommand.h"
#include "gui/schemaeditor/jsonedit.h"
#include "schema/layout.h"
#include "schema/pointer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace xs::gui::schemaeditor {

namespace {

/// The character at which a mistake was found: "line 3, column 14: …" is how base/json says it.
int positionOf(const QString &detail, const QTextDocument &text)
{
    static const QRegularExpression place(u"^line (\\d+), column (\\d+)"_s);
    const auto match = place.match(detail);
    if (!match.hasMatch())
        return -1;
    const auto block = text.findBlockByNumber(match.captured(1).toInt() - 1);
    return block.position() + std::min(match.captured(2).toInt() - 1, std::max(0, block.length() - 2));
}

} // namespace

JsonPane::JsonPane(SchemaDocument &document, QWidget *parent) : QWidget(parent), m_document(document)
{
    setupViews();
    m_pause.setSingleShot(true);
    m_pause.setInterval(250ms);
    connect(&m_pause, &QTimer::timeout, this, &JsonPane::commit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &JsonPane::textEdited);
    connect(m_edit, &JsonEdit::undoWanted, this, &JsonPane::undo);
    connect(m_edit, &JsonEdit::redoWanted, this, &JsonPane::redo);
    connect(&m_document, &SchemaDocument::changed, this, [this] {
        if (!m_isCommitting)
            writeText();
    });
    writeText();
}

void JsonPane::setupViews()
{
    auto *header = new common::PaneHeader(tr("JSON"), this);
    header->setNote(tr("in step with the table"));
    auto *copy = new QToolButton(header);
    copy->setObjectName(u"copyJsonButton"_s);
    copy->setText(tr("Copy"));
    copy->setAccessibleName(tr("Copy"));
    copy->setToolTip(tr("Copy the whole schema"));
    copy->setIcon(common::icon(u"copy"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    common::setButtonLook(copy, common::ButtonLook::Quiet);
    common::setSmallButton(copy);
    header->addWidget(copy);
    m_edit = new JsonEdit(this);
    m_message = new common::MessageRow(this);
    m_message->setObjectName(u"jsonMessage"_s);
    m_message->hide();
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_edit->toPlainText()); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_edit, 1);
    column->addWidget(m_message);
}

void JsonPane::writeText()
{
    m_pause.stop();
    // Nobody looks at a hidden text; it is written when it is shown.
    m_isStale = !isVisible();
    if (m_isStale)
        return clearMistake();
    layOutText();
}

void JsonPane::layOutText()
{
    const auto layout = schema::layOut(m_document.numberForms().marked(m_document.schema()));
    m_lines = layout.lines;
    const auto scrolled = m_edit->verticalScrollBar()->value();
    m_isWriting = true;
    replaceText(schema::NumberForms::restored(layout.text));
    m_isWriting = false;
    m_edit->verticalScrollBar()->setValue(scrolled);
    clearMistake();
    showField(m_shownField);
    ++m_burst;
}

/// Only what is different is replaced, so that a small edit of a large schema costs little.
void JsonPane::replaceText(const QString &text)
{
    const auto before = m_edit->toPlainText();
    const auto common = std::min(before.size(), text.size());
    const auto head = std::mismatch(before.begin(), before.begin() + common, text.begin()).first - before.begin();
    const auto tail =
        std::mismatch(before.rbegin(), before.rbegin() + (common - head), text.rbegin()).first - before.rbegin();
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(static_cast<int>(head));
    cursor.setPosition(static_cast<int>(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(head, text.size() - head - tail));
    // The history is the schema's.
    m_edit->document()->clearUndoRedoStacks();
}

void JsonPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        writeText();
}

void JsonPane::textEdited()
{
    if (m_isWriting)
        return;
    m_edit->markLines(-1, -1);
    m_lines.clear();
    m_pause.start();
}

void JsonPane::commit()
{
    if (m_isStale || (!m_pause.isActive() && !hasMistake() && !m_lines.isEmpty()))
        return;
    m_pause.stop();
    const auto text = m_edit->toPlainText().toUtf8();
    auto json = parseJson(text);
    if (!json) {
        tell(json.error());
        return;
    }
    m_isCommitting = true;
    const auto done = m_document.push(std::make_unique<EditJsonCommand>(std::move(*json), m_burst));
    m_isCommitting = false;
    if (done)
        m_document.numberForms().learn(text);
    if (done)
        clearMistake();
    else
        tell(done.error());
}

void JsonPane::tell(const Error &error)
{
    const auto isSyntax = error.code == ErrorCode::InvalidJson;
    const auto position = isSyntax ? positionOf(error.detail, *m_edit->document()) : -1;
    m_edit->markMistake(position);
    m_mistakeAt = position;
    const auto block = m_edit->document()->findBlock(std::max(0, position));
    m_mistake = isSyntax && position >= 0 ? tr("This is not JSON: look at line %1, column %2.")
                                                .arg(block.blockNumber() + 1)
                                                .arg(position - block.position() + 1)
                : isSyntax ? tr("This is not JSON.")
                           : tr("A schema must describe an object (\"type\": \"object\").");
    m_message->setMessage(common::MessageRow::Kind::Error, m_mistake, tr("The table keeps the last valid schema."));
    m_message->show();
    emit mistakeChanged();
}

void JsonPane::clearMistake()
{
    if (!hasMistake())
        return;
    m_mistake.clear();
    m_edit->markMistake(-1);
    m_message->hide();
    emit mistakeChanged();
}

QString JsonPane::draft() const
{
    return hasMistake() ? m_edit->toPlainText() : QString();
}

void JsonPane::takeDraft(const QString &text)
{
    layOutText();
    m_isStale = false;
    QTextCursor whole(m_edit->document());
    whole.select(QTextCursor::Document);
    whole.insertText(text);
    commit();
}

void JsonPane::showMistake()
{
    auto cursor = m_edit->textCursor();
    if (m_mistakeAt >= 0)
        cursor.setPosition(m_mistakeAt);
    m_edit->setTextCursor(cursor);
    m_edit->ensureCursorVisible();
    m_edit->setFocus();
}

void JsonPane::showField(const QString &pointer)
{
    m_shownField = pointer;
    if (m_lines.isEmpty())
        return;
    const auto first = pointer.isEmpty() ? -1 : m_lines.value(pointer, -1);
    // The field ends before the next line that belongs to a place outside of it.
    auto last = first;
    for (auto it = m_lines.cbegin(); first >= 0 && it != m_lines.cend(); ++it)
        if (schema::isInside(it.key(), pointer))
            last = std::max(last, it.value());
    m_edit->markLines(first, last);
    if (first >= 0 && !m_edit->hasFocus())
        m_edit->showLine(first);
}

/// While the text has a mistake, undo is the text's own; else it is the schema's.
void JsonPane::undo()
{
    commit();
    if (hasMistake() && m_edit->document()->isUndoAvailable())
        m_edit->undo();
    else
        m_document.undoStack().undo();
}

void JsonPane::redo()
{
    if (!hasMistake())
        m_document.undoStack().redo();
}

} // namespace xs::gui::schemaeditor
