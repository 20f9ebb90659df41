// SPDX-License-Identifier: GPL-3.0-or-later
// The bars above and below the pages of a DocumentView.
#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/icons.h"
#include "gui/common/panebar.h"
#include "gui/viewer/documentview.h"
#include "gui/viewer/levelcounts.h"
#include "gui/viewer/pageview.h"
#include "gui/viewer/thumbnaillist.h"
#include "gui/viewer/viewactions.h"

#include <QAction>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::viewer {

QToolButton *DocumentView::makeButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    auto name = action->objectName();
    button->setObjectName(name.replace("Action"_L1, "Button"_L1));
    button->setAccessibleName(action->text());
    button->setFocusPolicy(Qt::TabFocus);
    common::setButtonLook(button, common::ButtonLook::Quiet);
    common::setSmallButton(button);
    return button;
}

QWidget *DocumentView::makeHeader()
{
    m_pageEdit = new QLineEdit(this);
    m_pageEdit->setObjectName(u"pageEdit"_s);
    m_pageEdit->setAccessibleName(tr("Page number"));
    m_pageEdit->setAlignment(Qt::AlignCenter);
    m_pageEdit->setFixedWidth(36);
    common::setSmallButton(m_pageEdit);
    m_pageEdit->setValidator(new QIntValidator(1, 999999, m_pageEdit));
    connect(m_pageEdit, &QLineEdit::returnPressed, this, [this] {
        m_pages->jumpToPage(std::min(m_pageEdit->text().toInt(), m_pageCount) - 1);
        m_pages->setFocus();
    });
    m_pageTotal = new common::RoleLabel({}, common::TextRole::Secondary, this);
    m_fileName = new common::ElidedLabel(this, common::TextRole::Strong, Qt::ElideMiddle);
    m_fileName->setObjectName(u"fileName"_s);
    m_fileName->setAlignment(Qt::AlignCenter);
    m_fileName->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_zoomLabel = new common::RoleLabel({}, common::TextRole::Secondary, this);
    m_zoomLabel->setObjectName(u"zoomLabel"_s);
    m_zoomLabel->setAlignment(Qt::AlignCenter);
    m_zoomLabel->setMinimumWidth(40);

    auto *bar = new common::PaneBar(common::PaneBar::Edge::Bottom, 32, this);
    auto *layout = bar->row();
    layout->setContentsMargins(4, 0, 4, 1);
    layout->setSpacing(4);
    layout->addWidget(makeButton(m_thumbnailsAction));
    layout->addWidget(makeButton(m_actions->previousPage));
    layout->addWidget(m_pageEdit);
    layout->addWidget(m_pageTotal);
    layout->addWidget(makeButton(m_actions->nextPage));
    layout->addSpacing(8);
    layout->addWidget(m_fileName, 1);
    layout->addSpacing(8);
    layout->addWidget(makeButton(m_actions->zoomOut));
    layout->addWidget(m_zoomLabel);
    layout->addWidget(makeButton(m_actions->zoomIn));
    layout->addWidget(makeButton(m_actions->fitWidth));
    layout->addWidget(makeButton(m_actions->turnRight));
    layout->addWidget(makeButton(m_searchAction));
    return bar;
}

QWidget *DocumentView::makeFooter()
{
    auto *boxes = makeButton(m_boxesAction);
    boxes->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    common::setButtonLook(boxes, common::ButtonLook::Text);
    const auto showState = [this](bool visible) {
        m_boxesAction->setIcon(common::icon(visible ? u"eye" : u"eyeoff", common::IconColor::Text2));
    };
    connect(m_boxesAction, &QAction::toggled, this, showState);
    showState(true);
    m_counts = new LevelCounts(this);
    m_counts->setObjectName(u"levelCounts"_s);
    auto *bar = new common::PaneBar(common::PaneBar::Edge::Top, 30, this);
    bar->row()->setContentsMargins(4, 1, 12, 0);
    bar->row()->setSpacing(12);
    bar->row()->addWidget(boxes);
    bar->row()->addWidget(m_counts, 1);
    m_withoutEvidenceButton = new QToolButton(this);
    m_withoutEvidenceButton->setObjectName(u"withoutEvidenceButton"_s);
    m_withoutEvidenceButton->setIcon(common::icon(u"noevidence", common::IconColor::Text2));
    m_withoutEvidenceButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_withoutEvidenceButton->setFocusPolicy(Qt::TabFocus);
    m_withoutEvidenceButton->setToolTip(tr("Show the values for which no place in the document was named"));
    common::setButtonLook(m_withoutEvidenceButton, common::ButtonLook::Text);
    common::setSmallButton(m_withoutEvidenceButton);
    connect(m_withoutEvidenceButton, &QToolButton::clicked, this, &DocumentView::withoutEvidenceWanted);
    bar->row()->addWidget(m_withoutEvidenceButton);
    return bar;
}

/// In a narrow pane the bars give up what the menu has, too.
void DocumentView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int roomForAll = 420;
    const bool isNarrow = width() < roomForAll;
    m_zoomLabel->setHidden(isNarrow);
    findChild<QToolButton *>(u"turnRightButton"_s)->setHidden(isNarrow);
    findChild<QToolButton *>(u"boxesButton"_s)
        ->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    showWithoutEvidence();
    showThumbnails();
}

/// The page is worth more than its small picture, above all where it is the only one.
void DocumentView::showThumbnails()
{
    constexpr int roomForThumbnails = 340;
    const auto wanted = m_pageCount > 1 && width() >= roomForThumbnails;
    if (!m_thumbnailsFollow || !isVisible() || m_pageCount == 0 || m_thumbnailsAction->isChecked() == wanted)
        return;
    m_thumbnailsAction->setChecked(wanted);
    // The pages have their width at once, and are not painted for another before.
    layout()->activate();
}

/// They have no place on a page: the button leads to them among the values.
void DocumentView::showWithoutEvidence()
{
    constexpr int roomForWords = 560;
    const auto words = tr("no evidence %1").arg(m_withoutEvidence);
    m_withoutEvidenceButton->setText(width() < roomForWords ? QString::number(m_withoutEvidence) : words);
    m_withoutEvidenceButton->setAccessibleName(words);
    m_withoutEvidenceButton->setVisible(m_withoutEvidence > 0);
}

void DocumentView::updatePageNumber(int page)
{
    m_pageEdit->setEnabled(m_pageCount > 0);
    m_searchAction->setEnabled(m_pageCount > 0);
    m_pageEdit->setText(page >= 0 ? QString::number(page + 1) : QString());
    if (page >= 0)
        m_thumbnails->setCurrentPage(page);
}

void DocumentView::updateZoom()
{
    const bool any = m_pageCount > 0;
    m_zoomLabel->setText(any ? tr("%1 %", "zoom").arg(qRound(m_pages->zoom() * 100)) : QString());
}

} // namespace xs::gui::viewer
