// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/foldgroup.h"

#include "gui/common/buttonlook.h"
#include "gui/common/icons.h"
#include "gui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

FoldGroup::FoldGroup(const QString &title, const QString &objectName, QWidget *parent)
    : QWidget(parent), m_header(new QToolButton(this)), m_summary(new QLabel(this)), m_column(new QVBoxLayout(this))
{
    setObjectName(objectName);
    m_header->setObjectName(objectName + u"Header"_s);
    m_header->setText(title);
    m_header->setAccessibleName(title);
    m_header->setCheckable(true);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setFocusPolicy(Qt::StrongFocus);
    common::setButtonLook(m_header, common::ButtonLook::Text);
    m_summary->setObjectName(objectName + u"Summary"_s);
    m_summary->setMinimumWidth(0);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_header);
    row->addWidget(m_summary, 1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addLayout(row);
    connect(m_header, &QToolButton::toggled, this, [this](bool open) {
        if (m_content)
            m_content->setVisible(open);
        dress();
    });
    dress();
}

void FoldGroup::setContent(QWidget *content)
{
    m_content = content;
    content->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(content);
    content->setVisible(isOpen());
}

void FoldGroup::setSummary(const QString &summary)
{
    m_summary->setText(summary);
    m_header->setAccessibleDescription(summary);
}

void FoldGroup::setOpen(bool open)
{
    m_header->setChecked(open);
}

bool FoldGroup::isOpen() const
{
    return m_header->isChecked();
}

void FoldGroup::dress()
{
    m_header->setIcon(common::icon(isOpen() ? u"chevrondown" : u"chevronright", common::IconColor::Text2));
    auto colors = palette();
    colors.setColor(QPalette::WindowText, common::Theme::of(palette()).text2);
    m_summary->setPalette(colors);
    m_summary->setFont(common::fontFor(common::TextRole::Secondary, font()));
}

void FoldGroup::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace xs::gui::schemaeditor
