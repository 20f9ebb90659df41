// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/review/filterproxy.h"
#include "gui/review/nestedtable.h"
#include "gui/review/treecolumns.h"

#include <QTreeView>

#include <map>

namespace xs::gui::review {

class ResultDelegate;
class ResultModel;

/// The tree of values. Lists of flat objects are drawn as small tables whose cells can be walked with the arrow keys
/// and clicked; what is chosen is a path, be it a row or a cell.
class ResultTree : public QTreeView
{
    Q_OBJECT

public:
    /// Both models belong to the caller.
    ResultTree(ResultModel *model, FilterProxy *proxy, QWidget *parent = nullptr);

    /// Chooses a value without telling it; unknown or hidden paths choose nothing.
    void setCurrentPath(const QString &path);
    const QString &currentPath() const { return m_path; }
    /// Marks a text wherever it stands in a name or value; empty for none.
    void setFound(const QString &text);
    /// The chosen value, or the object or list that is chosen.
    QString placePath() const;
    /// Where the row or cell of a path is, in viewport pixels.
    QRect rectOf(const QString &path) const;
    /// The part of it that shows the value.
    QRect valueRectOf(const QString &path) const;
    /// Wishes that the table of the chosen cell be ordered by its column.
    void orderByCell();
    /// A table has another order: the chosen row stays in sight.
    void showOrder();

signals:
    /// A person chose a value (or, with an empty path, a group).
    void pathChosen(const QString &path);
    /// A person typed a character that is no command, or double-clicked: the chosen value is to be edited.
    void editWanted(const QString &typed);
    /// Ctrl+F, and F3 (1) or Shift+F3 (−1).
    void searchWanted();
    void searchStepWanted(int direction);
    /// The name of a table's column was clicked.
    void orderWanted(const QString &list, const QString &column);

protected:
    bool event(QEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void showAll();
    void fitColumns();
    QModelIndex sourceOf(const QModelIndex &index) const;
    RowKind kindOf(const QModelIndex &index) const;
    QRect fullRow(const QModelIndex &index) const;
    NestedTable &tableOf(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &path) const;
    void showCell(const QModelIndex &index, int cell);
    void clickHeader(const QModelIndex &index, const QPoint &position);
    void toggle(const QModelIndex &index);
    QString pathOf(const QModelIndex &index, int cell) const;
    int cellOf(const QModelIndex &index) const;
    void drawSummary(QPainter *painter, const QModelIndex &index, const common::Theme &theme) const;
    bool isOnArrow(const QModelIndex &index, const QPoint &position) const;
    void choose(const QString &path);
    void speak();

    ResultModel *m_model;
    FilterProxy *m_proxy;
    ResultDelegate *m_delegate;
    TreeTexts m_texts;
    /// Whether people want to see what has no evidence at the end of the tree.
    bool m_groupIsOpen = true;
    QString m_found;
    QString m_path;
    /// The column that the arrow keys keep while they walk through rows.
    int m_cell = 0;
    bool m_silent = false;
    /// Measured tables by the path of their list; cleared with each new result.
    mutable std::map<QString, NestedTable> m_tables;
};

} // namespace xs::gui::review
