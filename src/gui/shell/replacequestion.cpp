// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/replacequestion.h"

#include "gui/common/boxwidth.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

/// Gives the translations their context.
struct ReplaceQuestion
{
    Q_DECLARE_TR_FUNCTIONS(ReplaceQuestion)
};

} // namespace

void askToReplace(const QString &title, const QStringList &files, QWidget *window, std::function<void()> replace)
{
    if (files.isEmpty())
        return replace();
    auto *box = new QMessageBox(QMessageBox::Question, title,
                                ReplaceQuestion::tr("%n file(s) with these names are in the folder already.", nullptr,
                                                    static_cast<int>(files.size())),
                                QMessageBox::Cancel, window);
    box->setObjectName(u"replaceFilesBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    constexpr qsizetype mostShown = 8;
    auto shown = files.mid(0, mostShown);
    if (files.size() > mostShown)
        shown << ReplaceQuestion::tr("… and %n more", nullptr, static_cast<int>(files.size() - mostShown));
    box->setInformativeText(shown.join(u'\n'));
    auto *yes = box->addButton(ReplaceQuestion::tr("Replace"), QMessageBox::DestructiveRole);
    yes->setObjectName(u"replaceFilesButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yes, &QPushButton::clicked, window, std::move(replace));
    common::setLeastWidth(*box);
    box->open();
}

} // namespace xs::gui::shell
