// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/closequestion.h"

#include "gui/common/boxwidth.h"
#include "wording/errortext.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

/// Gives the translations their context.
struct CloseQuestion
{
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

} // namespace

void askAboutClosing(const Error &error, QWidget *window, std::function<void()> close)
{
    const auto name = u"closeQuestion"_s;
    if (window->findChild<QMessageBox *>(name))
        return;
    const auto text = wording::errorText(error);
    auto *box = new QMessageBox(QMessageBox::Warning, CloseQuestion::tr("Close"),
                                CloseQuestion::tr("The unsaved schema cannot be kept for the next start."),
                                QMessageBox::Cancel, window);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(text.what + u'\n' + text.toDo + u"\n\n"_s +
                            CloseQuestion::tr("It can be saved elsewhere with Save as…; closing now loses it."));
    auto *lose = box->addButton(CloseQuestion::tr("Close and lose it"), QMessageBox::DestructiveRole);
    lose->setObjectName(u"closeAnywayButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(lose, &QPushButton::clicked, window, std::move(close), Qt::QueuedConnection);
    common::setLeastWidth(*box);
    box->open();
}

} // namespace xs::gui::shell
