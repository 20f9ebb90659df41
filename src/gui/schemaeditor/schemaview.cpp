// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemaview.h"

#include "gui/schemaeditor/commands/schemacommand.h"
#include "gui/schemaeditor/fieldmime.h"
#include "gui/schemaeditor/findingtour.h"
#include "gui/schemaeditor/schemacolumns.h"
#include "gui/schemaeditor/schemadelegate.h"
#include "gui/schemaeditor/schemamodel.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

constexpr int lastEditableColumn = SchemaModel::Example;

} // namespace

SchemaView::SchemaView(SchemaDocument &document, QWidget *parent)
    : QTreeView(parent), m_document(document), m_model(new SchemaModel(document, this)),
      m_findings(new FindingTour(*this, document))
{
    auto *delegate = new SchemaDelegate(this);
    setModel(m_model);
    setItemDelegate(delegate);
    setObjectName(u"schemaTree"_s);
    setAccessibleName(tr("Schema"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setIndentation(18);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | AnyKeyPressed);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setAllColumnsShowFocus(false);
    setTabKeyNavigation(true);
    m_columns = new SchemaColumns(*this);
    setupActions();
    connect(m_findings, &FindingTour::refused, this, &SchemaView::tellRefusal);
    connect(delegate, &SchemaDelegate::entered, this, &SchemaView::editorEntered, Qt::QueuedConnection);
    connect(m_model, &SchemaModel::refused, this, &SchemaView::tellRefusal);
    connect(m_model, &SchemaModel::imported, this, &SchemaView::imported);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) { expand(parent); });
    connect(&m_document, &SchemaDocument::changed, this, [this](const SchemaChange &change) {
        if (const auto *edited = std::get_if<FieldsEdited>(&change))
            showField(edited->focus, std::max(0, currentIndex().column()));
        selectCurrent();
        updateActions();
    });
    expandAll();
}

void SchemaView::setupActions()
{
    const auto action = [this](const char *name, const QString &text, const QList<QKeySequence> &keys,
                               void (SchemaView::*slot)()) {
        m_actions << addAction(QString::fromLatin1(name), text, keys, slot);
    };
    action("newFieldAction", tr("New field below"), {Qt::Key_Return, Qt::Key_Enter}, &SchemaView::addSibling);
    action("newChildAction", tr("New field inside"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
           &SchemaView::addChild);
    m_actions << nullptr;
    action("renameFieldAction", tr("Edit cell"), {Qt::Key_F2}, &SchemaView::renameCurrent);
    action("duplicateFieldAction", tr("Duplicate"), {Qt::CTRL | Qt::Key_D}, &SchemaView::duplicateCurrent);
    action("deleteFieldAction", tr("Delete"), {Qt::Key_Delete}, &SchemaView::deleteSelected);
    action("presenceAction", tr("Required, optional or nullable"), {}, &SchemaView::cyclePresence);
    m_actions << nullptr;
    action("moveUpAction", tr("Move up"), {Qt::ALT | Qt::Key_Up}, &SchemaView::moveUp);
    action("moveDownAction", tr("Move down"), {Qt::ALT | Qt::Key_Down}, &SchemaView::moveDown);
    action("indentAction", tr("Into the object above"), {Qt::ALT | Qt::Key_Right}, &SchemaView::indent);
    action("outdentAction", tr("Out of the object"), {Qt::ALT | Qt::Key_Left}, &SchemaView::outdent);
    m_actions << nullptr;
    action("copyFieldsAction", tr("Copy fields"), {QKeySequence::Copy}, &SchemaView::copy);
    action("pasteFieldsAction", tr("Paste a schema, an example, a CSV header or code"), {QKeySequence::Paste},
           &SchemaView::paste);
    m_actions << nullptr;
    action("nextFindingAction", tr("Next finding"), {Qt::Key_F8}, &SchemaView::nextFinding);
    action("previousFindingAction", tr("Previous finding"), {Qt::SHIFT | Qt::Key_F8}, &SchemaView::previousFinding);
    action("fixFindingAction", tr("Fix the finding"), {Qt::CTRL | Qt::Key_Period}, &SchemaView::fixFinding);
    updateActions();
}

QAction *SchemaView::addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                               void (SchemaView::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    // An open editor has its own meaning for Enter, Del and Ctrl+C.
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, slot);
    QWidget::addAction(action);
    return action;
}

void SchemaView::updateActions()
{
    // The first row is current before there are actions.
    if (m_actions.isEmpty())
        return;
    const auto hasField = currentIndex().isValid();
    for (auto *action : m_actions)
        if (action && action->objectName() != "newFieldAction"_L1 && action->objectName() != "pasteFieldsAction"_L1)
            action->setEnabled(hasField);
    for (auto *action : m_actions)
        if (action && action->objectName().endsWith("FindingAction"_L1))
            action->setEnabled(!m_document.findings().empty());
    action(u"fixFindingAction"_s)->setEnabled(hasField && !m_findings->offers(currentIndex()).empty());
}

QAction *SchemaView::action(const QString &name) const
{
    const auto found =
        std::ranges::find_if(m_actions, [&name](const QAction *one) { return one && one->objectName() == name; });
    return found == m_actions.end() ? nullptr : *found;
}

bool SchemaView::push(std::unique_ptr<SchemaCommand> command)
{
    const auto done = m_document.push(std::move(command));
    if (!done)
        tellRefusal(done.error());
    return done.has_value();
}

void SchemaView::tellRefusal(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Conflict:
        emit refused(tr("There is a field named %1 here already.").arg(error.place));
        break;
    case ErrorCode::InvalidJson:
        emit refused(tr("What was pasted looks like JSON and is none."));
        break;
    case ErrorCode::SchemaInvalid:
        emit refused(tr("What was pasted is nested too deeply for a schema. Paste a part of it."));
        break;
    case ErrorCode::SchemaNotObject:
        emit refused(tr("What was pasted has no named fields."));
        break;
    case ErrorCode::NotFound:
        if (error.detail == SchemaModel::noSuchType) {
            emit refused(tr("\"%1\" is no type. Write string, number, integer, boolean or object, with [] for a list.")
                             .arg(error.place));
            break;
        }
        emit refused(tr("The field is not there any more."));
        break;
    case ErrorCode::InvalidArgument:
        emit refused(tr("That is not possible here. A field needs a name and a type; a text can be pasted when it is a "
                        "schema, an example in JSON, a CSV header, TypeScript or a Python class."));
        break;
    default:
        emit refused(tr("The field is not there any more."));
        break;
    }
}

QString SchemaView::currentPointer() const
{
    return currentIndex().data(SchemaModel::PointerRole).toString();
}

QStringList SchemaView::selectedPointers() const
{
    auto rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, rowPath);
    QStringList pointers;
    for (const auto &row : rows)
        pointers << row.data(SchemaModel::PointerRole).toString();
    return pointers;
}

void SchemaView::showField(const QString &pointer, int column)
{
    const auto index = m_model->indexOf(pointer, column);
    if (!index.isValid() || (index == currentIndex() && selectionModel()->isRowSelected(index.row(), index.parent())))
        return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

/// The row to which the cursor fell when its own row went is the one that the next key is about.
void SchemaView::selectCurrent()
{
    if (currentIndex().isValid() && !selectionModel()->hasSelection())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void SchemaView::nextFinding()
{
    m_findings->go(+1);
}

void SchemaView::previousFinding()
{
    m_findings->go(-1);
}

void SchemaView::fixFinding()
{
    m_findings->fix(currentIndex());
}

void SchemaView::goToCell(int step, bool editing)
{
    auto index = currentIndex();
    if (!index.isValid())
        return;
    m_isFilling = editing;
    auto column = std::min(index.column(), lastEditableColumn + 1) + step;
    auto last = lastEditableColumn;
    while (!m_columns->isOffered(last))
        --last;
    while (column <= last && !m_columns->isOffered(column))
        column += step;
    if (column >= 0 && column <= last) {
        index = index.siblingAtColumn(column);
    } else if (step > 0) {
        const auto below = indexBelow(index.siblingAtColumn(0));
        if (!below.isValid() || below.parent() != index.parent())
            return addSiblingOf(index);
        index = below;
    } else {
        index = indexAbove(index.siblingAtColumn(0)).siblingAtColumn(last);
        if (!index.isValid())
            return static_cast<void>(QAbstractScrollArea::focusNextPrevChild(false));
    }
    if (editing)
        editCell(index);
    else if (index.isValid())
        setCurrentIndex(index);
}

void SchemaView::keyPressEvent(QKeyEvent *event)
{
    const auto isTab = event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab;
    const auto plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (isTab && plain && currentIndex().isValid())
        return goToCell(event->key() == Qt::Key_Tab ? +1 : -1, m_isFilling);
    // A table without rows must not catch the focus.
    if (isTab)
        return event->ignore();
    m_isFilling = false;
    if (event->key() == Qt::Key_Space && currentIndex().column() == SchemaModel::Required)
        return cyclePresence();
    if (event->key() == Qt::Key_Escape)
        m_fresh = QPersistentModelIndex();
    QTreeView::keyPressEvent(event);
}

void SchemaView::editorEntered()
{
    if (m_fresh.isValid() && currentIndex().siblingAtColumn(0) == m_fresh)
        addSiblingOf(currentIndex());
}

void SchemaView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const auto wasFresh = m_fresh.isValid() && currentIndex() == m_fresh && m_freshIsUntouched;
    if (hint == QAbstractItemDelegate::RevertModelCache && wasFresh) {
        QTreeView::closeEditor(editor, hint);
        m_fresh = QPersistentModelIndex();
        m_document.undoStack().undo();
        if (m_beforeFresh.isValid())
            setCurrentIndex(m_beforeFresh);
        return;
    }
    m_freshIsUntouched = false;
    const auto isStep = hint == QAbstractItemDelegate::EditNextItem || hint == QAbstractItemDelegate::EditPreviousItem;
    QTreeView::closeEditor(editor, isStep ? QAbstractItemDelegate::NoHint : hint);
    if (isStep)
        goToCell(hint == QAbstractItemDelegate::EditNextItem ? +1 : -1, true);
}

void SchemaView::dragEnterEvent(QDragEnterEvent *event)
{
    QTreeView::dragEnterEvent(event);
    keepOthers(event);
}

void SchemaView::dragMoveEvent(QDragMoveEvent *event)
{
    keepOthers(event);
    QTreeView::dragMoveEvent(event);
    keepOthers(event);
}

void SchemaView::dropEvent(QDropEvent *event)
{
    keepOthers(event);
    QTreeView::dropEvent(event);
}

/// What comes from elsewhere is copied, so that the other window keeps its fields.
void SchemaView::keepOthers(QDropEvent *event)
{
    if (event->source() != this && event->possibleActions().testFlag(Qt::CopyAction))
        event->setDropAction(Qt::CopyAction);
}

void SchemaView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    // A row's look depends on whether it is selected, and on which of its cells is current.
    viewport()->update();
    updateActions();
    if (current.siblingAtColumn(0) != previous.siblingAtColumn(0))
        emit currentFieldChanged(currentPointer());
}

void SchemaView::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    selectCurrent();
}

void SchemaView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"schemaMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_findings->addFixes(*menu, currentIndex()))
        menu->addSeparator();
    for (auto *action : m_actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(event->globalPos());
}

} // namespace xs::gui::schemaeditor
