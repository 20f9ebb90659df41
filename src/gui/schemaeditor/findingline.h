// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/panebar.h"
#include "schema/check.h"

class QModelIndex;
class QLabel;
class QMenu;
class QToolButton;

namespace xs::gui::schemaeditor {

class SchemaView;

/// The line below the table that says in full what is found at the current field, with a button for its quick fix,
/// or about the schema as a whole, where that is worse.
/// It is there as long as the schema has findings, so that the table keeps its place. Owned by SchemaPage.
class FindingLine final : public common::PaneBar
{
    Q_OBJECT

public:
    explicit FindingLine(SchemaView &view, QWidget *parent = nullptr);

    void refresh();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    const schema::Finding *worst(const QModelIndex &index) const;

    SchemaView &m_view;
    QLabel *m_icon;
    QLabel *m_sentence;
    QToolButton *m_fix;
    QMenu *m_more;
};

} // namespace xs::gui::schemaeditor
