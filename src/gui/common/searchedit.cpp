// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/searchedit.h"

#include "gui/common/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::common {

namespace {

/// Gives the translations their context.
struct SearchEdit
{
    Q_DECLARE_TR_FUNCTIONS(SearchEdit)
};

} // namespace

void makeSearchEdit(QLineEdit &edit)
{
    edit.setClearButtonEnabled(true);
    auto *lens = edit.addAction(icon(u"search", IconColor::Text2), QLineEdit::LeadingPosition);
    lens->setText(SearchEdit::tr("Search"));
    // Qt has no other way to this action than its name.
    if (auto *clear = edit.findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clear->setText(SearchEdit::tr("Empty the field"));
    for (auto *button : edit.findChildren<QToolButton *>()) {
        button->setAccessibleName(button->text());
        button->setObjectName(edit.objectName() + (button->defaultAction() == lens ? "Lens"_L1 : "Clear"_L1));
    }
    QObject::connect(lens, &QAction::triggered, &edit, [&edit] { edit.setFocus(); });
}

} // namespace xs::gui::common
