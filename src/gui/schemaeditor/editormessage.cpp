// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/editormessage.h"

#include "base/error.h"
#include "gui/common/buttonlook.h"
#include "schema/field.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

constexpr std::size_t mostShown = 6;

} // namespace

QStringList EditorMessage::lines(const std::vector<schema::import::Note> &notes, std::size_t most)
{
    QStringList lines;
    for (std::size_t i = 0; i < std::min(notes.size(), most); ++i)
        lines << (notes[i].line > 0 ? tr("%1 (line %2)").arg(notes[i].what).arg(notes[i].line) : notes[i].what);
    if (notes.size() > most)
        lines << tr("%n more", nullptr, static_cast<int>(notes.size() - most));
    return lines;
}

QString EditorMessage::sourceName(schema::import::Source source)
{
    using Source = schema::import::Source;
    switch (source) {
    case Source::Schema:
        return tr("the schema");
    case Source::Instance:
        return tr("the example");
    case Source::Csv:
        return tr("the table");
    case Source::TypeScript:
        return tr("the TypeScript");
    case Source::Pydantic:
        break;
    }
    return tr("the Python classes");
}

EditorMessage::EditorMessage(const QUndoStack &stack, QWidget *parent)
    : QWidget(parent), m_message(new common::MessageRow(this)), m_stack(stack)
{
    setObjectName(u"editorMessage"_s);
    auto *close = common::makeIconButton(u"close", tr("Close"), u"closeEditorMessage"_s, this);
    common::setSmallButton(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_message, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    hide();
    connect(&m_stack, &QUndoStack::indexChanged, this, [this](int commands) {
        if (m_commands == 0 || commands < m_commands)
            hide();
    });
}

void EditorMessage::tell(common::MessageRow::Kind kind, const QString &sentence, const QString &whatToDo)
{
    m_message->setMessage(kind, sentence, whatToDo);
    setToolTip({});
    m_commands = 0;
    show();
}

void EditorMessage::tell(const Error &error)
{
    m_message->setError(error);
    setToolTip({});
    m_commands = 0;
    show();
}

void EditorMessage::tellImported(const schema::import::Imported &imported)
{
    if (imported.notes.empty())
        return hide();
    const auto sentence =
        tr("The fields were taken from %1; these parts say nothing that a field can hold:", "a schema, TypeScript …")
            .arg(sourceName(imported.source));
    tell(common::MessageRow::Kind::Info, sentence, lines(imported.notes, mostShown).join(u" · "_s));
    setToolTip(lines(imported.notes, imported.notes.size()).join(u'\n'));
    m_commands = m_stack.index();
}

} // namespace xs::gui::schemaeditor
