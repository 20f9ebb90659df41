// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/theme.h"

#include <QList>
#include <QWidget>

#include <utility>

namespace xs::gui::common {

/// Width that paintKeyCap() needs for a key's name.
int keyCapWidth(const QString &key, const QFont &body);
/// A key's name in a small outlined box, 20 px high, centred in `rect`. On a filled button the box is translucent.
void paintKeyCap(QPainter *painter, const QRectF &rect, const QString &key, const QFont &body, const Theme &theme,
                 bool onFill = false);

/// A key and what it does, for status bars and hints: "[J] next that needs attention".
class KeyHint : public QWidget
{
    Q_OBJECT

public:
    KeyHint(const QString &key, const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
    QString m_text;
};

/// Hints in a row, the most useful first. Where there is no room for all, the last ones stay out as a whole.
class KeyHintRow : public QWidget
{
    Q_OBJECT

public:
    explicit KeyHintRow(QWidget *parent = nullptr);
    void setHints(const QList<std::pair<QString, QString>> &hints);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QList<KeyHint *> m_hints;
};

} // namespace xs::gui::common
