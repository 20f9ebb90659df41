// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QWidget>

class QLabel;

namespace xs::gui::shell {

/// A field made of words that are marked on the page.
struct PageField
{
    QString name;
    Json property;
    /// The value as it stands on the page, in one line.
    QString example;
};

/// The small card below marked words that says which field Ctrl+Shift+F makes of them. A child of the page view's
/// viewport; a click on it makes the field.
class NewFieldHint final : public QWidget
{
    Q_OBJECT

public:
    explicit NewFieldHint(QWidget *viewport);

    void setField(const PageField &field);
    /// Below the words, else above them, inside of the viewport.
    void placeAt(const QRectF &words);

signals:
    void accepted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QLabel *m_name;
    QLabel *m_type;
    QLabel *m_example;
};

} // namespace xs::gui::shell
