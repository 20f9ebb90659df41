// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/costquestion.h"

#include "gui/common/boxwidth.h"
#include "gui/shell/runcontroller.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

/// Gives the translations their context.
struct CostQuestion
{
    Q_DECLARE_TR_FUNCTIONS(CostQuestion)
};

} // namespace

void askAboutCost(RunController &run, QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::Question, CostQuestion::tr("Run"), run.budgetQuestion(),
                                QMessageBox::Cancel, window);
    box->setObjectName(u"costQuestion"_s);
    box->setInformativeText(CostQuestion::tr("The limit stands in the configuration, below the sum."));
    auto *yes = box->addButton(CostQuestion::tr("Run"), QMessageBox::AcceptRole);
    yes->setObjectName(u"costRunButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(yes, &QPushButton::clicked, &run, &RunController::runAnyway);
    common::setLeastWidth(*box);
    box->open();
}

} // namespace xs::gui::shell
