// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/check.h"
#include "schema/edit.h"
#include "schema/numberforms.h"

#include <QObject>
#include <QUndoStack>

#include <memory>
#include <variant>

namespace xs::gui::schemaeditor {

class SchemaCommand;

/// Another schema took the place of the old one; there is no history.
struct SchemaLoaded
{
};
/// A command was done, undone or done again; `focus` is the field that it is about (JSON pointer, may be empty).
struct FieldsEdited
{
    QString focus;
};
using SchemaChange = std::variant<SchemaLoaded, FieldsEdited>;

/// The schema being edited, with its history. Owned by the window; GUI thread. The schema always describes an
/// object, so that there is always a tree; it changes only by commands.
class SchemaDocument final : public QObject
{
    Q_OBJECT

public:
    explicit SchemaDocument(QObject *parent = nullptr);
    ~SchemaDocument() override;

    const Json &schema() const { return m_schema; }
    /// Tells this document from all others, in this window and elsewhere.
    const QString &id() const { return m_id; }
    /// The fields, read anew after each change.
    const schema::Field &root() const { return m_root; }
    /// What can be said about the schema, in document order.
    const std::vector<schema::Finding> &findings() const { return m_findings; }
    /// Findings depend on who will read the schema; at first it is this computer.
    void setReader(schema::Reader reader);
    bool hasErrors() const;
    bool isEmpty() const { return m_root.children.empty(); }
    /// The field at a JSON pointer, or null.
    const schema::Field *field(const QString &pointer) const;
    QUndoStack &undoStack() { return m_undoStack; }
    const QUndoStack &undoStack() const { return m_undoStack; }

    /// How the schema's numbers were written, for everything that writes them again.
    schema::NumberForms &numberForms() { return m_numberForms; }
    const schema::NumberForms &numberForms() const { return m_numberForms; }

    /// Takes another schema; the history begins anew; `forms` are how its numbers were written. Error SchemaNotObject
    /// leaves everything as it was.
    Expected<void> load(Json schema, schema::NumberForms forms = {});
    /// Does a command and puts it on the stack. A refused command and one that changes nothing leave no trace.
    Expected<void> push(std::unique_ptr<SchemaCommand> command);

    /// A schema without fields.
    static Json emptySchema();

signals:
    /// Only what is said about the schema is another.
    void findingsChanged();
    void changed(const xs::gui::schemaeditor::SchemaChange &change);

private:
    friend class SchemaCommand;
    void readAgain();
    void tellEdited(const QString &focus);

    const QString m_id;
    schema::Reader m_reader = schema::Reader::ThisComputer;
    Json m_schema;
    schema::NumberForms m_numberForms;
    schema::Field m_root;
    std::vector<schema::Finding> m_findings;
    QUndoStack m_undoStack;
};

} // namespace xs::gui::schemaeditor
