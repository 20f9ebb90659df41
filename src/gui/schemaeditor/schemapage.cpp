// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemapage.h"

#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/paneheader.h"
#include "gui/schemaeditor/commands/replaceschemacommand.h"
#include "gui/schemaeditor/editormessage.h"
#include "gui/schemaeditor/emptyschema.h"
#include "gui/schemaeditor/findingline.h"
#include "gui/schemaeditor/generatepanel.h"
#include "gui/schemaeditor/jsonpane.h"
#include "gui/schemaeditor/schemacolumns.h"
#include "gui/schemaeditor/schemastatus.h"
#include "gui/schemaeditor/schemaview.h"
#include "gui/schemaeditor/templatelist.h"
#include "schema/import/importtext.h"

#include <QAction>
#include <QDataStream>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QIODevice>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

SchemaPage::SchemaPage(SchemaDocument &document, QWidget *parent) : QWidget(parent), m_document(document)
{
    m_view = new SchemaView(document, this);
    m_finding = new FindingLine(*m_view, this);
    m_message = new EditorMessage(document.undoStack(), this);
    m_generate = new GeneratePanel(this);
    m_empty = new EmptySchema(m_view->viewport());
    m_status = new SchemaStatus(document, this);
    m_json = new JsonPane(document, this);
    setupActions();
    setupViews();
    connect(&m_document, &SchemaDocument::changed, this, &SchemaPage::documentChanged);
    connect(&m_document.undoStack(), &QUndoStack::cleanChanged, this, &SchemaPage::documentChanged);
    connect(&m_document, &SchemaDocument::findingsChanged, this, &SchemaPage::documentChanged);
    connect(m_view, &SchemaView::currentFieldChanged, m_finding, &FindingLine::refresh);
    connect(m_view, &SchemaView::imported, m_message, &EditorMessage::tellImported);
    connect(m_empty, &EmptySchema::fieldWanted, m_view, [this] {
        m_view->setFocus();
        m_view->addSibling();
    });
    connect(m_empty, &EmptySchema::importWanted, this, &SchemaPage::chooseImport);
    connect(m_empty, &EmptySchema::generationWanted, this, &SchemaPage::generationWanted);
    connect(m_empty, &EmptySchema::proposalWanted, this, &SchemaPage::proposalWanted);
    connect(m_empty, &EmptySchema::templateWanted, this, &SchemaPage::begin);
    connect(m_view, &SchemaView::documentsPasted, this, &SchemaPage::documentsPasted);
    connect(m_view, &SchemaView::refused, m_status, &SchemaStatus::showRefusal);
    connect(m_view, &SchemaView::currentFieldChanged, m_json, &JsonPane::showField);
    connect(m_view, &SchemaView::currentFieldChanged, m_status, &SchemaStatus::refresh);
    connect(m_json, &JsonPane::mistakeChanged, this, [this] {
        m_status->setMistake(m_json->hasMistake());
        emit mistakeChanged();
    });
    connect(m_status, &SchemaStatus::nextFindingWanted, m_view, &SchemaView::nextFinding);
    documentChanged();
}

void SchemaPage::setupActions()
{
    m_undo = m_document.undoStack().createUndoAction(this, tr("Undo"));
    m_undo->setObjectName(u"undoAction"_s);
    m_undo->setIcon(common::icon(u"undo"));
    m_undo->setShortcuts(QKeySequence::Undo);
    m_redo = m_document.undoStack().createRedoAction(this, tr("Redo"));
    m_redo->setObjectName(u"redoAction"_s);
    m_redo->setIcon(common::icon(u"redo"));
    m_redo->setShortcuts({QKeySequence(QKeySequence::Redo), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_showJson = new QAction(common::icon(u"braces"), tr("Show JSON"), this);
    m_showJson->setObjectName(u"showJsonAction"_s);
    m_showJson->setCheckable(true);
    m_showJson->setChecked(true);
    connect(m_showJson, &QAction::toggled, m_json, &QWidget::setVisible);
    m_import = new QAction(common::icon(u"download"), tr("Import fields…"), this);
    m_import->setObjectName(u"importFieldsAction"_s);
    connect(m_import, &QAction::triggered, this, &SchemaPage::chooseImport);
    // Findings are reached from the text, too.
    for (auto *action : m_view->schemaActions())
        if (action && action->objectName().endsWith("FindingAction"_L1)) {
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            QWidget::addAction(action);
        }
}

void SchemaPage::setHasDocument(bool has)
{
    m_empty->setHasDocument(has);
}

QList<QAction *> SchemaPage::actions() const
{
    QList<QAction *> all{m_undo, m_redo, nullptr};
    all << m_view->schemaActions() << nullptr << m_import << m_commands << nullptr << m_showJson;
    return all;
}

QToolButton *SchemaPage::headerButton(QAction *action, bool withText)
{
    auto *button = new QToolButton(m_header);
    button->setDefaultAction(action);
    button->setObjectName(QString(action->objectName()).replace("Action"_L1, "Button"_L1));
    button->setAccessibleName(action->text());
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    common::setButtonLook(button, common::ButtonLook::Quiet);
    common::setSmallButton(button);
    m_header->addWidget(button);
    return button;
}

QWidget *SchemaPage::makeHeader()
{
    m_header = new common::PaneHeader(tr("Schema"), this);
    m_history = {headerButton(m_undo), headerButton(m_redo)};
    m_history << m_header->addSeparator();
    auto *add = new QToolButton(m_header);
    add->setObjectName(u"addFieldButton"_s);
    add->setText(tr("Field"));
    add->setAccessibleName(tr("Field"));
    add->setToolTip(tr("New field below (Enter)"));
    add->setIcon(common::icon(u"plus"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    common::setButtonLook(add, common::ButtonLook::Quiet);
    common::setSmallButton(add);
    connect(add, &QToolButton::clicked, m_view, [this] {
        m_view->setFocus();
        m_view->addSibling();
    });
    m_header->addWidget(add);
    headerButton(m_showJson);
    auto *more = common::makeIconButton(u"more", tr("More schema commands"), u"schemaMoreButton"_s, m_header);
    m_menu = new QMenu(more);
    for (auto *action : m_view->schemaActions())
        action ? m_menu->addAction(action) : static_cast<void>(m_menu->addSeparator());
    m_menu->addSeparator();
    m_menu->addAction(m_import);
    fillTemplateMenu(*m_menu->addMenu(tr("Template")), [this](const schema::Template &chosen) { begin(chosen); });
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);
    common::setSmallButton(more);
    m_header->addWidget(more);
    return m_header;
}

void SchemaPage::setCompact(bool compact)
{
    for (auto *widget : m_history)
        widget->setVisible(!compact);
}

void SchemaPage::setupViews()
{
    auto *table = new QWidget(this);
    auto *tableColumn = new QVBoxLayout(table);
    tableColumn->setContentsMargins(0, 0, 0, 0);
    tableColumn->setSpacing(0);
    tableColumn->addWidget(m_generate);
    tableColumn->addWidget(m_view, 1);
    tableColumn->addWidget(m_message);
    tableColumn->addWidget(m_finding);
    tableColumn->addWidget(m_status);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(u"schemaSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(table);
    m_splitter->addWidget(m_json);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({500, 230});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_splitter, 1);
}

QWidget *SchemaPage::takeHeader()
{
    layout()->removeWidget(m_header);
    return m_header;
}

void SchemaPage::setFileName(const QString &name)
{
    m_fileName = name;
    documentChanged();
}

void SchemaPage::documentChanged()
{
    const auto name = m_fileName.isEmpty() ? tr("not saved yet") : m_fileName;
    m_header->setNote(m_document.undoStack().isClean() || m_fileName.isEmpty() ? name : tr("%1  edited").arg(name));
    m_status->refresh();
    m_finding->refresh();
    m_empty->setVisible(m_document.isEmpty());
}

void SchemaPage::addCommand(QAction *action)
{
    m_commands << action;
    m_menu->addAction(action);
    QWidget::addAction(action);
}

void SchemaPage::chooseImport()
{
    auto *dialog = new QFileDialog(
        this, tr("Import fields"), {},
        tr("Schemas, examples, tables and program text (*.json *.csv *.tsv *.ts *.py *.txt);;All files (*)"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SchemaPage::importFile);
    dialog->open();
}

void SchemaPage::importFile(const QString &path)
{
    // A schema has at most 150,000 characters, and of a table the first lines are enough.
    constexpr qint64 longest = 4 * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return m_message->tell({ErrorCode::FileUnreadable, file.errorString(), path});
    if (file.size() > longest)
        return m_message->tell({ErrorCode::FileTooLarge, {}, path});
    const auto imported = schema::import::importText(QString::fromUtf8(file.readAll()));
    if (imported)
        m_view->take(*imported, tr("Import %1").arg(QFileInfo(path).fileName()));
    else if (imported.error().code == ErrorCode::InvalidJson)
        m_message->tell({ErrorCode::InvalidJson, imported.error().detail, path});
    else if (imported.error().code == ErrorCode::SchemaInvalid)
        m_message->tell(common::MessageRow::Kind::Error,
                        tr("%1 is nested too deeply for a schema.").arg(QFileInfo(path).fileName()),
                        tr("Import a part of it."));
    else
        m_message->tell(
            common::MessageRow::Kind::Error, tr("%1 describes no fields.").arg(QFileInfo(path).fileName()),
            tr("A schema, an example in JSON, a CSV header, TypeScript or Python classes can be imported."));
}

void SchemaPage::begin(const schema::Template &chosen)
{
    auto json = readJsonFile(chosen.path);
    if (!json)
        return m_message->tell(json.error());
    const auto done =
        m_document.push(std::make_unique<ReplaceSchemaCommand>(std::move(*json), tr("Template %1").arg(chosen.title)));
    if (!done)
        return m_message->tell(done.error());
    m_view->expandAll();
    m_view->setFocus();
}

void SchemaPage::commit()
{
    // An open cell editor is taken over when it loses the focus.
    if (m_view->isAncestorOf(focusWidget()) && focusWidget() != m_view)
        m_view->setFocus();
    m_json->commit();
}

const QString &SchemaPage::mistake() const
{
    return m_json->mistake();
}

QString SchemaPage::draft() const
{
    return m_json->draft();
}

void SchemaPage::takeDraft(const QString &text)
{
    m_json->takeDraft(text);
}

void SchemaPage::showMistake()
{
    m_showJson->setChecked(true);
    m_json->showMistake();
}

QByteArray SchemaPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_splitter->saveState() << m_view->columns().saveState() << m_showJson->isChecked();
    return state;
}

void SchemaPage::restoreState(const QByteArray &state)
{
    QByteArray splitter;
    QByteArray columns;
    auto showsJson = true;
    QDataStream stream(state);
    stream >> splitter >> columns >> showsJson;
    if (stream.status() != QDataStream::Ok)
        return;
    m_splitter->restoreState(splitter);
    m_view->columns().restoreState(columns);
    m_showJson->setChecked(showsJson);
}

} // namespace xs::gui::schemaeditor
