// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/buttonlook.h"

#include "gui/common/icons.h"

#include <QCoreApplication>
#include <QEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

namespace {

// Dynamic properties, so that any button of Qt can be dressed without a class of its own.
constexpr char lookProperty[] = "xsLook";
constexpr char smallProperty[] = "xsSmall";
constexpr char keyProperty[] = "xsKeyCap";

/// Buttons remember their size; a change of style makes them ask again.
void restyle(QWidget *button)
{
    QEvent change(QEvent::StyleChange);
    QCoreApplication::sendEvent(button, &change);
    button->updateGeometry();
    button->update();
}

} // namespace

void setButtonLook(QWidget *button, ButtonLook look)
{
    button->setProperty(lookProperty, static_cast<int>(look));
    restyle(button);
}

ButtonLook buttonLook(const QWidget *button)
{
    return button ? static_cast<ButtonLook>(button->property(lookProperty).toInt()) : ButtonLook::Plain;
}

void setSmallButton(QWidget *button)
{
    button->setProperty(smallProperty, true);
    restyle(button);
}

bool isSmallButton(const QWidget *button)
{
    return button && button->property(smallProperty).toBool();
}

void setKeyCap(QAbstractButton *button, const QString &key)
{
    button->setProperty(keyProperty, key);
    restyle(button);
}

QString keyCap(const QWidget *button)
{
    return button ? button->property(keyProperty).toString() : QString();
}

QToolButton *makeIconButton(QStringView iconName, const QString &label, const QString &objectName, QWidget *parent,
                            const QString &key)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(icon(iconName));
    button->setText(label);
    button->setAccessibleName(label);
    button->setToolTip(key.isEmpty() ? label : u"%1 (%2)"_s.arg(label, key));
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::TabFocus);
    setButtonLook(button, ButtonLook::Quiet);
    return button;
}

} // namespace xs::gui::common
