// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemadocument.h"

#include "gui/schemaeditor/commands/schemacommand.h"

#include <QUuid>

#include <algorithm>

namespace xs::gui::schemaeditor {

namespace {

const schema::Field *find(const schema::Field &field, const QString &pointer)
{
    for (const auto &child : field.children) {
        if (child.pointer == pointer)
            return &child;
        if (const auto *found = find(child, pointer))
            return found;
    }
    return nullptr;
}

} // namespace

SchemaDocument::SchemaDocument(QObject *parent)
    : QObject(parent), m_id(QUuid::createUuid().toString(QUuid::WithoutBraces)), m_schema(emptySchema())
{
    readAgain();
}

SchemaDocument::~SchemaDocument() = default;

Json SchemaDocument::emptySchema()
{
    auto schema = Json::object();
    schema["type"] = "object";
    schema["properties"] = Json::object();
    return schema;
}

bool SchemaDocument::hasErrors() const
{
    return std::ranges::any_of(m_findings, &schema::Finding::isError);
}

void SchemaDocument::setReader(schema::Reader reader)
{
    if (std::exchange(m_reader, reader) == reader)
        return;
    m_findings = schema::check(m_schema, m_reader);
    emit findingsChanged();
}

const schema::Field *SchemaDocument::field(const QString &pointer) const
{
    return pointer.isEmpty() ? &m_root : find(m_root, pointer);
}

Expected<void> SchemaDocument::load(Json schema, schema::NumberForms forms)
{
    auto fields = schema::readFields(schema);
    if (!fields)
        return Unexpected(fields.error());
    m_schema = std::move(schema);
    m_numberForms = std::move(forms);
    m_undoStack.clear();
    m_root = std::move(*fields);
    m_findings = schema::check(m_schema, m_reader);
    emit changed(SchemaLoaded{});
    return {};
}

Expected<void> SchemaDocument::push(std::unique_ptr<SchemaCommand> command)
{
    const auto done = command->start(*this);
    if (done && *done)
        m_undoStack.push(command.release());
    return done ? Expected<void>() : Unexpected(done.error());
}

void SchemaDocument::readAgain()
{
    m_root = schema::readFields(m_schema).value_or(m_root);
    m_findings = schema::check(m_schema, m_reader);
}

void SchemaDocument::tellEdited(const QString &focus)
{
    readAgain();
    emit changed(FieldsEdited{focus});
}

} // namespace xs::gui::schemaeditor
