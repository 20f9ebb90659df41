// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace xs::gui::schemaeditor {

/// Paints the cells of the schema tree and makes their editors: plain edits, and for the type an edit that
/// completes the words as they are typed.
class SchemaDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// What a cell needs that has only a mark.
    static constexpr int markWidth = 40;

    explicit SchemaDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

signals:
    /// Enter in an editor whose text has been taken.
    void entered() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// The words that a type can be, in the order in which they are offered.
QStringList typeWords();

} // namespace xs::gui::schemaeditor
