// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace xs::gui::review {

/// Paints the plain rows of the result tree: names and groups, values, confidence, state and page.
class ResultDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// A text that is marked wherever it stands in a name or value; empty for none.
    void setFound(const QString &text) { m_found = text; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString m_found;
};

} // namespace xs::gui::review
