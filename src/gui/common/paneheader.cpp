// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/paneheader.h"

#include "gui/common/elidedlabel.h"
#include "gui/common/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace xs::gui::common {

namespace {

/// A vertical line, 16 px high.
class Line final : public QWidget
{
public:
    explicit Line(QWidget *parent) : QWidget(parent) { setFixedSize(9, 16); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(4, 0, 1, height(), Theme::of(palette()).line); }
};

} // namespace

PaneHeader::PaneHeader(const QString &title, QWidget *parent)
    : PaneBar(Edge::Bottom, 32, parent), m_title(new RoleLabel(title, TextRole::Strong, this)),
      m_note(new ElidedLabel(this, TextRole::Secondary))
{
    row()->setContentsMargins(12, 0, 8, 1);
    row()->addWidget(m_title);
    row()->addWidget(m_note, 1);
}

void PaneHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHeader::setNote(const QString &note)
{
    m_note->setText(note);
}

void PaneHeader::addWidget(QWidget *widget)
{
    row()->addWidget(widget);
}

QWidget *PaneHeader::addSeparator()
{
    auto *line = new Line(this);
    row()->addWidget(line);
    return line;
}

} // namespace xs::gui::common
