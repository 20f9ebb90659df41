// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/schemaeditor/schemadocument.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace xs::gui::common {
class MessageRow;
}

namespace xs::gui::schemaeditor {

class JsonEdit;

/// The schema as text, in step with the tree: an edit of the tree lays the text out anew, and text that is a
/// schema becomes the tree as soon as typing pauses. Text with a mistake stays as typed, with the place marked,
/// while the tree keeps the last valid state. Owned by SchemaPage.
class JsonPane final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonPane(SchemaDocument &document, QWidget *parent = nullptr);

    /// Whether the text holds something that the schema does not have, because it has a mistake.
    bool hasMistake() const { return !m_mistake.isEmpty(); }
    /// What is wrong with the text, as a sentence; empty when nothing is.
    const QString &mistake() const { return m_mistake; }
    /// Text with a mistake, which the schema does not have; empty without one.
    QString draft() const;
    /// Puts such a text in place of the schema's, which comes back with the text's own undo.
    void takeDraft(const QString &text);
    /// Brings the mistake into view, to be corrected.
    void showMistake();
    /// Marks the lines of a field and brings them into view.
    void showField(const QString &pointer);
    /// Takes over what is being typed without waiting for a pause.
    void commit();

signals:
    /// There is a mistake, another one, another text with it, or none any more.
    void mistakeChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setupViews();
    void writeText();
    void layOutText();
    void replaceText(const QString &text);
    void textEdited();
    void tell(const Error &error);
    void clearMistake();
    void undo();
    void redo();

    SchemaDocument &m_document;
    JsonEdit *m_edit = nullptr;
    QLabel *m_note = nullptr;
    common::MessageRow *m_message = nullptr;
    QTimer m_pause;
    QHash<QString, int> m_lines;
    QString m_shownField;
    QString m_mistake;
    /// The character of the mistake in the text; −1 when it has no place.
    int m_mistakeAt = -1;
    bool m_isWriting = false;
    /// The schema has changed since the text was written.
    bool m_isStale = true;
    /// The tree changed because of this text, which then stays as it was typed.
    bool m_isCommitting = false;
    int m_burst = 1;
};

} // namespace xs::gui::schemaeditor
