// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/templatelist.h"

#include "gui/common/icons.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

namespace {

/// The words of resources/templates/manifest.json, so that lupdate finds them.
[[maybe_unused]] constexpr const char *words[] = {
    QT_TRANSLATE_NOOP("Templates", "Invoice"),
    QT_TRANSLATE_NOOP("Templates", "Seller, buyer, rows, tax and total"),
    QT_TRANSLATE_NOOP("Templates", "Receipt"),
    QT_TRANSLATE_NOOP("Templates", "Shop, things bought, how it was paid"),
    QT_TRANSLATE_NOOP("Templates", "Purchase order"),
    QT_TRANSLATE_NOOP("Templates", "Buyer, supplier, positions, delivery"),
    QT_TRANSLATE_NOOP("Templates", "Bank statement"),
    QT_TRANSLATE_NOOP("Templates", "Account, balances, every booking"),
    QT_TRANSLATE_NOOP("Templates", "Résumé"),
    QT_TRANSLATE_NOOP("Templates", "Person, positions, education, skills"),
    QT_TRANSLATE_NOOP("Templates", "Contract"),
    QT_TRANSLATE_NOOP("Templates", "Parties, term, notice, liability, law"),
    QT_TRANSLATE_NOOP("Templates", "Lab report"),
    QT_TRANSLATE_NOOP("Templates", "Patient, values, reference ranges"),
    QT_TRANSLATE_NOOP("Templates", "10-K"),
    QT_TRANSLATE_NOOP("Templates", "Annual report: statements, segments, risks"),
};

} // namespace

const std::vector<schema::Template> &templateList()
{
    static const auto all = [] {
        auto list = schema::templates();
        for (auto &one : list)
            for (auto *text : {&one.title, &one.description})
                *text = QCoreApplication::translate("Templates", text->toUtf8().constData());
        return list;
    }();
    return all;
}

void fillTemplateMenu(QMenu &menu, const std::function<void(const schema::Template &)> &chosen)
{
    for (const auto &one : templateList()) {
        auto *action = menu.addAction(common::icon(one.icon), one.title, &menu, [one, chosen] { chosen(one); });
        action->setObjectName(u"template_"_s + one.name);
        action->setToolTip(one.description);
    }
    menu.setToolTipsVisible(true);
}

} // namespace xs::gui::schemaeditor
