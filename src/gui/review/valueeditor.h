// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "schema/field.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace xs::gui::review {

/// Edits one value in its place: a line of text, or a list where only some values are allowed. Enter saves, Esc gives
/// up; a value that the schema refuses stays open with a sentence below it. Also takes the note of a doubtful value.
/// It is a child of the view's viewport and hides itself when it is done.
class ValueEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit ValueEditor(QWidget *viewport);

    /// Opens over `place` (viewport pixels). `field` may be null where the schema does not know the value. With
    /// `typed`, that text stands in place of the value.
    void edit(const QRect &place, const QString &path, const Json &value, const schema::Field *field,
              const Json &dataSchema, const QString &typed = {});
    void editNote(const QRect &place, const QString &path, const QString &note);
    bool isOpen() const { return isVisible(); }
    const QString &path() const { return m_path; }

public slots:
    /// Closes without saving.
    void cancel();

signals:
    void valueEntered(const QString &path, const xs::Json &value);
    void noteEntered(const QString &path, const QString &note);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(const QRect &place, const QString &path);
    void accept();
    void refuse(const QString &sentence);
    QString text() const;
    void close();

    QString m_path;
    bool m_isNote = false;
    bool m_known = false;
    schema::Field m_field;
    Json m_dataSchema;
    QLineEdit *m_line;
    QComboBox *m_choice;
    QLabel *m_sentence;
};

} // namespace xs::gui::review
