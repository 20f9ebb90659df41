// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace xs::gui::common {

/// The part of the page around a citation, as on paper.
class CropView : public QWidget
{
    Q_OBJECT

public:
    explicit CropView(QWidget *parent = nullptr);
    /// A null image shows paper that waits.
    void setImage(const QImage &image);
    /// A part of the picture (fractions of it) that is framed; empty for none.
    void setMark(const QRectF &mark) { m_mark = mark; }
    const QImage &image() const { return m_image; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_image;
    QRectF m_mark;
};

} // namespace xs::gui::common
