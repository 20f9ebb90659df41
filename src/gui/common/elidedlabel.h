// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/theme.h"

#include <QLabel>

namespace xs::gui::common {

/// A line of plain text that is shortened with "…" where it does not fit; the tooltip then has it whole.
/// Its colour and size follow a role; QLabel::text() stays the whole text.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr, TextRole role = TextRole::Body,
                         Qt::TextElideMode mode = Qt::ElideRight);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool isQuiet() const { return m_role == TextRole::Secondary || m_role == TextRole::Note; }

    TextRole m_role;
    Qt::TextElideMode m_mode;
};

/// A label in the size and colour of a role (secondary text and notes are text2), also after a palette change.
class RoleLabel : public QLabel
{
    Q_OBJECT

public:
    RoleLabel(const QString &text, TextRole role, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyRole();

    TextRole m_role;
    bool m_applying = false;
};

} // namespace xs::gui::common
