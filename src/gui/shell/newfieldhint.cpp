// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/newfieldhint.h"

#include "gui/common/elidedlabel.h"
#include "gui/common/icons.h"
#include "gui/common/keycap.h"
#include "gui/common/theme.h"
#include "gui/schemaeditor/schemamodel.h"
#include "schema/field.h"

#include <QGridLayout>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

constexpr int cardWidth = 272;
constexpr int gap = 8;

/// The type as the table shows it.
QString typeOf(const Json &property)
{
    Json schema = {{"type", "object"}, {"properties", {{"x", property}}}};
    const auto fields = schema::readFields(schema);
    if (!fields || fields->children.empty())
        return {};
    const auto &field = fields->children.front();
    const auto word =
        schemaeditor::typeText(field) + (field.format.isEmpty() ? QString() : u" ("_s + field.format + u')');
    return u"%1, %2"_s.arg(word, schemaeditor::presenceWord(field.presence));
}

} // namespace

NewFieldHint::NewFieldHint(QWidget *viewport)
    : QWidget(viewport), m_name(new common::ElidedLabel(this)), m_type(new common::ElidedLabel(this)),
      m_example(new common::ElidedLabel(this))
{
    setObjectName(u"newFieldHint"_s);
    setAccessibleName(tr("New field"));
    setCursor(Qt::PointingHandCursor);
    setFixedWidth(cardWidth);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(34, 34, 12, 10);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[label, value] :
         {std::pair{tr("name"), m_name}, {tr("type"), m_type}, {tr("example"), m_example}}) {
        grid->addWidget(new common::RoleLabel(label, common::TextRole::Secondary, this), row, 0);
        grid->addWidget(value, row++, 1);
    }
    hide();
}

void NewFieldHint::setField(const PageField &field)
{
    m_name->setText(field.name);
    m_type->setText(typeOf(field.property));
    m_example->setText(field.example);
    adjustSize();
    setAccessibleDescription(u"%1: %2"_s.arg(field.name, m_type->text()));
}

void NewFieldHint::placeAt(const QRectF &words)
{
    const auto view = parentWidget()->rect();
    const auto isSeen = words.intersects(view);
    setVisible(isSeen);
    if (!isSeen)
        return;
    const auto fitsBelow = words.bottom() + gap + height() <= view.bottom();
    const auto y = fitsBelow ? words.bottom() + gap : std::max(0.0, words.top() - gap - height());
    const auto x = std::clamp(words.left() - 12, 4.0, std::max(4.0, view.width() - width() - 4.0));
    move(QPointF(x, y).toPoint());
    raise();
}

void NewFieldHint::paintEvent(QPaintEvent *)
{
    const auto theme = common::Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.control);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    common::paintIcon(&painter, QRectF(11, 11, 14, 14), u"plus", theme.accent);
    painter.setPen(theme.text);
    painter.setFont(common::fontFor(common::TextRole::Strong, font()));
    painter.drawText(QRect(34, 6, width() - 40, 24), Qt::AlignVCenter, tr("New field"));
    const auto key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F).toString(QKeySequence::NativeText);
    const auto keyWidth = common::keyCapWidth(key, font());
    common::paintKeyCap(&painter, QRectF(width() - keyWidth - 10, 6, keyWidth, 24), key, font(), theme);
}

/// The press must not begin another drag over the page below.
void NewFieldHint::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void NewFieldHint::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (rect().contains(event->position().toPoint()))
        emit accepted();
}

} // namespace xs::gui::shell
