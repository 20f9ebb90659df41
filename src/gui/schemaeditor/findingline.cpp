// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/findingline.h"

#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/icons.h"
#include "gui/schemaeditor/findingtour.h"
#include "gui/schemaeditor/schemamodel.h"
#include "gui/schemaeditor/schemaview.h"
#include "wording/findingtext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

constexpr int lineHeight = 34;
constexpr int iconSide = 14;

QIcon iconOf(int severity)
{
    using common::IconColor;
    return severity == 3   ? common::icon(u"low", IconColor::Low)
           : severity == 2 ? common::icon(u"warning", IconColor::Check)
                           : common::icon(u"info", IconColor::Text2);
}

} // namespace

FindingLine::FindingLine(SchemaView &view, QWidget *parent)
    : PaneBar(Edge::Top, lineHeight, parent), m_view(view), m_icon(new QLabel(this)),
      m_sentence(new common::RoleLabel({}, common::TextRole::Secondary, this)), m_fix(new QToolButton(this)),
      m_more(new QMenu(m_fix))
{
    setObjectName(u"findingLine"_s);
    m_sentence->setObjectName(u"findingSentence"_s);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->setWordWrap(true);
    m_fix->setObjectName(u"fixButton"_s);
    m_fix->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_fix->setPopupMode(QToolButton::MenuButtonPopup);
    common::setButtonLook(m_fix, common::ButtonLook::Plain);
    common::setSmallButton(m_fix);
    row()->setSpacing(6);
    row()->addWidget(m_icon);
    row()->addWidget(m_sentence, 1);
    row()->addWidget(m_fix);
    connect(m_fix, &QToolButton::clicked, this, [this] {
        if (const auto offers = m_view.findings().offers(m_view.currentIndex()); !offers.empty())
            m_view.findings().apply(offers.front());
    });
    fitHeight();
    refresh();
}

/// Of the row, unless there is something worse about the schema as a whole, which has no row to go to.
const schema::Finding *FindingLine::worst(const QModelIndex &index) const
{
    const auto &model = m_view.schemaModel();
    const auto *ofAll = model.findingsOfAll().empty() ? nullptr : &model.findingsOfAll().front();
    const auto *ofRow = index.isValid() && !model.findings(index).empty() ? &model.findings(index).front() : nullptr;
    return ofRow && (!ofAll || severityOf(*ofRow) >= severityOf(*ofAll)) ? ofRow : ofAll;
}

/// Two lines hold every sentence, in German too, where there is room; always two there, so that the table keeps its
/// height. A narrow window needs more.
void FindingLine::fitHeight()
{
    constexpr int margins = 10, fewestLines = 2, mostLines = 4;
    const auto line = QFontMetrics(m_sentence->font()).lineSpacing();
    const auto wanted = m_sentence->heightForWidth(m_sentence->width());
    setFixedHeight(std::clamp(wanted, fewestLines * line, mostLines * line) + margins);
}

void FindingLine::resizeEvent(QResizeEvent *event)
{
    PaneBar::resizeEvent(event);
    fitHeight();
}

void FindingLine::refresh()
{
    const auto &model = m_view.schemaModel();
    setVisible(!model.document().findings().empty() && !model.document().isEmpty());
    const auto index = m_view.currentIndex();
    const auto *finding = worst(index);
    const auto isOfRow =
        finding && index.isValid() && !model.findings(index).empty() && finding == &model.findings(index).front();
    m_sentence->setText(finding ? wording::findingText(*finding) : tr("F8 goes to the next finding."));
    m_sentence->setToolTip(isOfRow ? index.siblingAtColumn(SchemaModel::Findings).data(Qt::ToolTipRole).toString()
                                   : QString());
    m_icon->setPixmap(iconOf(finding ? severityOf(*finding) : 0).pixmap(iconSide, iconSide));
    const auto offers = isOfRow ? m_view.findings().offers(index) : std::vector<FindingTour::Offer>();
    m_fix->setVisible(!offers.empty());
    // Once the button has taken its place.
    QMetaObject::invokeMethod(this, &FindingLine::fitHeight, Qt::QueuedConnection);
    if (offers.empty())
        return;
    m_more->clear();
    m_view.findings().addFixes(*m_more, index);
    m_fix->setMenu(offers.size() > 1 ? m_more : nullptr);
    m_fix->setText(wording::fixText(offers.front().fix));
    m_fix->setAccessibleName(m_fix->text());
    const auto key = m_view.action(u"fixFindingAction"_s)->shortcut().toString(QKeySequence::NativeText);
    m_fix->setToolTip(u"%1 (%2)"_s.arg(m_fix->text(), key));
}

} // namespace xs::gui::schemaeditor
