// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;

namespace xs::gui::common {
class CropView;
}

namespace xs::gui::review {

/// A place on a page: what proves a value.
struct PagePlace
{
    /// From 0.
    int page = 0;
    /// All its boxes together, in fractions of the page.
    domain::PageRect area;
    domain::PageSize size;
};

/// The spot on the page beside the value, for as long as Space is held: the eye need not travel to the page. It moves
/// into the window when it is shown, so that it lies above all panes.
class Peek : public QFrame
{
    Q_OBJECT

public:
    /// What is to be shown when Space goes down: where the value stands on the screen, and its proof if it has one.
    struct Subject
    {
        QRect value;
        std::optional<PagePlace> place;
        QString sentence;
    };
    explicit Peek(QWidget *parent);

    /// Space in this widget opens it, letting go closes it.
    void watch(QWidget *widget);
    void setSubject(std::function<std::optional<Subject>()> subject) { m_subject = std::move(subject); }
    /// Another value was chosen while Space is held.
    void refresh();
    /// Takes pictures with its own ids, which are negative; others are left alone.
    void showCrop(int id, const QImage &image);

signals:
    void cropRequested(int id, int page, const QRectF &area, int width);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void open();
    void placeBeside(const QRect &value);

    std::function<std::optional<Subject>()> m_subject;
    common::CropView *m_crop;
    QLabel *m_sentence;
    int m_id = 0;
};

} // namespace xs::gui::review
