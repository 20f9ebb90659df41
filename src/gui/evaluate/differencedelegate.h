// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace xs::gui::evaluate {

/// Where two texts differ: what lies between their common beginning and their common end.
struct DifferingPart
{
    qsizetype begin = 0;
    qsizetype length = 0;
    bool operator==(const DifferingPart &) const = default;
};
/// The part of `text` that `other` does not have. Long texts of nothing in common differ as a whole.
DifferingPart differingPart(const QString &text, const QString &other);

/// Paints the cells of a DifferenceModel: values with the letters that differ marked, confidence, verdict.
class DifferenceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace xs::gui::evaluate
