// SPDX-License-Identifier: GPL-3.0-or-later
// What the actions of the view do to the schema.
#include "gui/schemaeditor/schemaview.h"

#include "gui/schemaeditor/commands/addchildcommand.h"
#include "gui/schemaeditor/commands/addfieldcommand.h"
#include "gui/schemaeditor/commands/addfieldscommand.h"
#include "gui/schemaeditor/commands/duplicatefieldcommand.h"
#include "gui/schemaeditor/commands/movefieldscommand.h"
#include "gui/schemaeditor/commands/removefieldscommand.h"
#include "gui/schemaeditor/commands/replaceschemacommand.h"
#include "gui/schemaeditor/fieldmime.h"
#include "gui/schemaeditor/schemamodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>

#include <QMimeData>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

void SchemaView::addSibling()
{
    addSiblingOf(currentIndex());
}

void SchemaView::addSiblingOf(const QModelIndex &index)
{
    const auto container = m_model->field(index.parent()).container;
    const auto position = index.isValid() ? static_cast<std::size_t>(index.row() + 1) : SIZE_MAX;
    const QPersistentModelIndex before(index);
    if (push(std::make_unique<AddFieldCommand>(container, position, u"field"_s, schema::TypeChoice{})))
        beginNewField(before);
}

void SchemaView::addChild()
{
    if (!currentIndex().isValid())
        return addSibling();
    const QPersistentModelIndex before(currentIndex());
    if (push(std::make_unique<AddChildCommand>(m_model->field(currentIndex()), u"field"_s, schema::TypeChoice{})))
        beginNewField(before);
}

/// The command has made the new row current.
void SchemaView::beginNewField(const QPersistentModelIndex &before)
{
    const auto name = currentIndex().siblingAtColumn(SchemaModel::Name);
    m_beforeFresh = before;
    m_fresh = name;
    m_freshIsUntouched = true;
    editCell(name);
}

void SchemaView::editCell(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    if (index.flags().testFlag(Qt::ItemIsEditable))
        edit(index);
}

void SchemaView::renameCurrent()
{
    const auto index = currentIndex();
    editCell(index.flags().testFlag(Qt::ItemIsEditable) ? index : index.siblingAtColumn(SchemaModel::Name));
}

void SchemaView::duplicateCurrent()
{
    if (currentIndex().isValid())
        push(std::make_unique<DuplicateFieldCommand>(currentPointer()));
}

void SchemaView::deleteSelected()
{
    if (const auto pointers = selectedPointers(); !pointers.isEmpty())
        push(std::make_unique<RemoveFieldsCommand>(pointers));
}

void SchemaView::moveTo(const QString &container, std::size_t position)
{
    push(std::make_unique<MoveFieldsCommand>(selectedPointers(), container, position));
}

void SchemaView::moveUp()
{
    if (const auto index = currentIndex(); index.row() > 0)
        moveTo(m_model->field(index.parent()).container, static_cast<std::size_t>(index.row() - 1));
}

void SchemaView::moveDown()
{
    const auto index = currentIndex();
    if (index.isValid() && index.row() + 1 < m_model->rowCount(index.parent()))
        moveTo(m_model->field(index.parent()).container, static_cast<std::size_t>(index.row() + 2));
}

void SchemaView::indent()
{
    const auto above = currentIndex().siblingAtRow(currentIndex().row() - 1);
    if (!above.isValid() || !m_model->field(above).isContainer()) {
        emit refused(tr("There is no object above to move the field into."));
        return;
    }
    moveTo(m_model->field(above).container, SIZE_MAX);
}

void SchemaView::outdent()
{
    const auto owner = currentIndex().parent();
    if (!owner.isValid()) {
        emit refused(tr("The field is at the top already."));
        return;
    }
    moveTo(m_model->field(owner.parent()).container, static_cast<std::size_t>(owner.row() + 1));
}

void SchemaView::cyclePresence()
{
    const auto index = currentIndex();
    if (!index.isValid())
        return;
    const auto next = (index.data(SchemaModel::PresenceRole).toInt() + 1) % 3;
    m_model->setData(index.siblingAtColumn(SchemaModel::Required), next);
}

void SchemaView::copy()
{
    if (const auto pointers = selectedPointers(); !pointers.isEmpty())
        QGuiApplication::clipboard()->setMimeData(fieldMimeData(m_document, pointers).release());
}

namespace {

/// Pictures, files and web addresses.
bool holdsDocuments(const QMimeData &data)
{
    const auto words = data.text().split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    const auto isAddress = [](const QString &word) {
        return word.startsWith("https://"_L1, Qt::CaseInsensitive) ||
               word.startsWith("http://"_L1, Qt::CaseInsensitive);
    };
    return data.hasImage() || data.hasUrls() || (!words.isEmpty() && std::ranges::all_of(words, isAddress));
}

} // namespace

void SchemaView::paste()
{
    const auto *data = QGuiApplication::clipboard()->mimeData();
    const auto imported = fieldsIn(*data);
    if (imported)
        take(*imported, tr("Paste fields"));
    else if (holdsDocuments(*data))
        emit documentsPasted();
    else
        tellRefusal(imported.error());
}

/// Into an empty schema the whole goes, with its title and everything that is no field.
void SchemaView::take(const schema::import::Imported &imported, const QString &text)
{
    const auto index = currentIndex();
    const auto position = index.isValid() ? static_cast<std::size_t>(index.row() + 1) : SIZE_MAX;
    const auto done = m_document.isEmpty()
                          ? push(std::make_unique<ReplaceSchemaCommand>(imported.schema, text))
                          : push(std::make_unique<AddFieldsCommand>(m_model->field(index.parent()).container, position,
                                                                    imported.schema, text));
    if (!done)
        return;
    if (!index.isValid())
        expandAll();
    emit this->imported(imported);
}

} // namespace xs::gui::schemaeditor
