// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/pagefield.h"

#include "document/labelbeside.h"
#include "gui/schemaeditor/commands/addpropertycommand.h"
#include "gui/schemaeditor/schemamodel.h"
#include "gui/schemaeditor/schemapage.h"
#include "gui/schemaeditor/schemaview.h"
#include "gui/shell/workbench.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/textselection.h"
#include "schema/guess.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

PageFieldController::PageFieldController(Workbench &workbench, schemaeditor::SchemaPage &page,
                                         viewer::DocumentView &document, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_page(page), m_document(document),
      m_hint(new NewFieldHint(document.pages()->viewport())), m_action(new QAction(tr("New field from the page"), this))
{
    m_action->setObjectName(u"fieldFromPageAction"_s);
    m_action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_action->setEnabled(false);
    connect(m_action, &QAction::triggered, this, &PageFieldController::addField);
    connect(m_hint, &NewFieldHint::accepted, this, &PageFieldController::addField);
    connect(document.pages(), &viewer::PageView::markedTextChanged, this, &PageFieldController::markedChanged);
    connect(document.pages(), &viewer::PageView::viewMoved, this, &PageFieldController::place);
}

void PageFieldController::setDesigning(bool isDesigning)
{
    m_isDesigning = isDesigning;
    markedChanged();
}

void PageFieldController::markedChanged()
{
    const auto isThere = m_isDesigning && !m_document.pages()->markedText().isEmpty();
    m_action->setEnabled(isThere);
    m_hint->hide();
    if (!isThere)
        return;
    m_hint->setField(field());
    place();
}

void PageFieldController::place()
{
    if (m_action->isEnabled())
        m_hint->placeAt(m_document.pages()->markedOnScreen());
}

PageField PageFieldController::field() const
{
    const auto &marked = m_document.pages()->markedText();
    const auto label = document::labelBeside(marked.words(marked.page()), marked.boxes().front());
    const auto text = marked.text().simplified();
    const auto name = schema::fieldName(label);
    const auto &view = m_page.view();
    const auto &container = view.schemaModel().field(view.currentIndex().parent()).container;
    return {schema::freeName(m_workbench.schema().schema(), container, name.isEmpty() ? u"field"_s : name),
            schema::propertyFor(text, label), text};
}

/// Below the current field; its name can be typed over at once.
void PageFieldController::addField()
{
    if (!m_action->isEnabled())
        return;
    auto &view = m_page.view();
    const auto index = view.currentIndex();
    const auto position = index.isValid() ? static_cast<std::size_t>(index.row() + 1) : SIZE_MAX;
    const auto made = field();
    const auto done = m_workbench.schema().push(std::make_unique<schemaeditor::AddPropertyCommand>(
        view.schemaModel().field(index.parent()).container, position, made.name, made.property));
    if (!done)
        return;
    m_document.pages()->clearMarkedText();
    view.setFocus();
    view.edit(view.currentIndex().siblingAtColumn(schemaeditor::SchemaModel::Name));
}

} // namespace xs::gui::shell
