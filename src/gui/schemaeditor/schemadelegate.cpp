// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/schemadelegate.h"

#include "gui/common/icons.h"
#include "gui/common/theme.h"
#include "gui/schemaeditor/schemamodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

using common::IconColor;
using common::TextRole;
using common::Theme;

namespace {

constexpr int rowHeight = 26;
constexpr int margin = 12;
constexpr int iconSide = 14;

/// Icon, colour and font of a cell.
struct Look
{
    QStringView icon;
    QColor color;
    QFont font;
};

Look presenceLook(const QModelIndex &index, const Theme &theme, const QFont &font)
{
    const auto small = common::fontFor(TextRole::Secondary, font);
    switch (static_cast<schema::Presence>(index.data(SchemaModel::PresenceRole).toInt())) {
    case schema::Presence::Required:
        return {u"check", theme.text, small};
    case schema::Presence::Optional:
        return {{}, theme.text2, small};
    case schema::Presence::Nullable:
        break;
    }
    return {u"noevidence", theme.text2, small};
}

Look findingLook(const QModelIndex &index, const Theme &theme, const QFont &font)
{
    const auto small = common::fontFor(TextRole::Secondary, font);
    switch (index.data(SchemaModel::SeverityRole).toInt()) {
    case 3:
        return {u"low", theme.level(domain::ConfidenceLevel::Low).text, small};
    case 2:
        return {u"warning", theme.level(domain::ConfidenceLevel::Check).text, small};
    default:
        return {u"info", theme.text2, small};
    }
}

Look lookOf(const QModelIndex &index, const Theme &theme, const QStyleOptionViewItem &option)
{
    const auto isSelected = option.state.testFlag(QStyle::State_Selected);
    switch (index.column()) {
    case SchemaModel::Name: {
        const auto isStrong = isSelected || index.data(SchemaModel::ContainerRole).toBool();
        return {{}, theme.text, isStrong ? common::fontFor(TextRole::Strong, option.font) : option.font};
    }
    case SchemaModel::Required:
        return presenceLook(index, theme, option.font);
    case SchemaModel::Findings:
        return findingLook(index, theme, option.font);
    case SchemaModel::Description:
    case SchemaModel::Example:
        return {{}, theme.text2, option.font};
    default:
        return {{}, theme.text, option.font};
    }
}

QString textOf(const QModelIndex &index)
{
    const auto text = index.data().toString();
    const auto more = index.data(SchemaModel::FindingCountRole).toInt() - 1;
    return index.column() == SchemaModel::Findings && more > 0 ? u"%1 +%2"_s.arg(text).arg(more) : text;
}

/// A finding stands as words where they fit, else as its mark with the number of findings: never half a word. In a
/// narrow table presence is a mark, too.
QString fittingText(const QModelIndex &index, const QFontMetrics &metrics, int room)
{
    const auto text = textOf(index);
    const auto *model = qobject_cast<const SchemaModel *>(index.model());
    if (index.column() == SchemaModel::Required && model && model->isPresenceShort())
        return {};
    if (index.column() != SchemaModel::Findings || metrics.horizontalAdvance(text) <= room)
        return metrics.elidedText(text, Qt::ElideRight, room);
    const auto count = QString::number(index.data(SchemaModel::FindingCountRole).toInt());
    return count != "1"_L1 && metrics.horizontalAdvance(count) <= room ? count : QString();
}

bool isCurrent(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->hasFocus() && view->currentIndex() == index;
}

} // namespace

QStringList typeWords()
{
    QStringList words{u"string"_s, u"number"_s, u"integer"_s, u"boolean"_s, u"object"_s, u"array"_s, u"enum"_s};
    for (const auto *word : {"string", "number", "integer", "boolean", "object", "enum"})
        words << QString::fromLatin1(word) + u"[]"_s;
    return words;
}

SchemaDelegate::SchemaDelegate(QObject *parent) : QStyledItemDelegate(parent)
{
}

void SchemaDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto row = option;
    initStyleOption(&row, index);
    const auto *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);

    const auto theme = Theme::of(option.palette);
    const auto look = lookOf(index, theme, option);
    auto place = option.rect.adjusted(index.column() == SchemaModel::Name ? 4 : margin, 0, -4, 0);
    const auto text = textOf(index);
    const auto hasIcon = index.column() == SchemaModel::Required || index.column() == SchemaModel::Findings;
    painter->save();
    if (!look.icon.isEmpty() && !text.isEmpty())
        common::paintIcon(painter, QRectF(place.left(), place.center().y() - iconSide / 2.0 + 0.5, iconSide, iconSide),
                          look.icon, look.color);
    if (hasIcon)
        place.setLeft(place.left() + iconSide + 6);
    painter->setFont(look.font);
    painter->setPen(look.color);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                      fittingText(index, QFontMetrics(look.font), place.width()));
    if (isCurrent(option, index)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.accent, 1));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 2.5, -1.5, -2.5), 4, 4);
    }
    painter->restore();
}

QSize SchemaDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto font = lookOf(index, Theme::of(option.palette), option).font;
    const auto hasIcon = index.column() == SchemaModel::Required || index.column() == SchemaModel::Findings;
    const auto width = QFontMetrics(font).horizontalAdvance(textOf(index)) + 2 * margin + (hasIcon ? iconSide : 0);
    return {width, std::max(rowHeight, option.fontMetrics.height() + 8)};
}

QWidget *SchemaDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(u"schemaCellEdit"_s);
    edit->setAccessibleName(
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString());
    if (index.column() == SchemaModel::Type) {
        auto *completer = new QCompleter(typeWords(), edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setCompletionMode(QCompleter::InlineCompletion);
        edit->setCompleter(completer);
    }
    return edit;
}

void SchemaDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(editor);
    edit->setText(index.data(Qt::EditRole).toString());
    edit->selectAll();
}

void SchemaDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, qobject_cast<QLineEdit *>(editor)->text(), Qt::EditRole);
}

void SchemaDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(-2, 0, 0, 0));
}

bool SchemaDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers() == Qt::NoModifier) {
            auto *editor = qobject_cast<QWidget *>(watched);
            emit commitData(editor);
            emit closeEditor(editor, NoHint);
            emit entered();
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace xs::gui::schemaeditor
