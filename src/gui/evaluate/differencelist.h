// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/evaluate/differencemodel.h"

#include <QWidget>

class QAction;
class QButtonGroup;
class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace xs::gui::common {
class Chip;
class EmptyState;
} // namespace xs::gui::common

namespace xs::gui::evaluate {

/// Compared values as a list: chips for what differs, a filter, and the table; J and K, or F8 and Shift+F8, walk from
/// difference to difference, whatever is shown.
class DifferenceList final : public QWidget
{
    Q_OBJECT

public:
    /// `ofOneDocument` leaves out the column of documents.
    explicit DifferenceList(bool ofOneDocument, QWidget *parent = nullptr);

    /// Shows what differs, or everything where nothing does; the first difference is chosen.
    void setDocuments(std::vector<xs::evaluate::ComparedDocument> documents);
    /// The same documents, compared anew: the filter stays, and so does the row as far as there is one.
    void replaceDocuments(std::vector<xs::evaluate::ComparedDocument> documents, int row);
    DifferenceModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }
    /// The chosen row, −1 for none.
    int current() const;
    void setFilter(DifferenceModel::Filter filter);
    /// Chooses the next (1) or previous (−1) value that differs, around the ends.
    void step(int direction);
    /// The keys of the walk, for menus.
    QList<QAction *> walkActions() const { return m_walk; }

signals:
    /// Another row is chosen, or none (−1).
    void currentChanged(int row);
    /// Enter or a double click.
    void activated(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilters();
    void refresh();
    void fitColumns();

    bool m_ofOneDocument;
    DifferenceModel *m_model;
    QTreeView *m_view = nullptr;
    QButtonGroup *m_filters = nullptr;
    QList<common::Chip *> m_chips;
    QLineEdit *m_search = nullptr;
    QStackedWidget *m_parts = nullptr;
    common::EmptyState *m_empty = nullptr;
    QList<QAction *> m_walk;
};

} // namespace xs::gui::evaluate
