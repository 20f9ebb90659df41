// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/templates.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace xs::gui::schemaeditor {

/// What stands in the table's place while the schema has no fields: how to begin. The table below keeps the keyboard,
/// so Enter and paste work all the while. Owned by the view's viewport.
class EmptySchema final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptySchema(QWidget *parent);

    /// With a document in the window the first thing to do is to have its fields proposed.
    void setHasDocument(bool has);

signals:
    void fieldWanted();
    void importWanted();
    void generationWanted();
    void proposalWanted();
    void templateWanted(const xs::schema::Template &chosen);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *m_propose;
    QPushButton *m_field;
    QLabel *m_note;
};

} // namespace xs::gui::schemaeditor
