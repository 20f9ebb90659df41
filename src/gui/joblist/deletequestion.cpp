// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/deletequestion.h"

#include "gui/common/boxwidth.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace xs::gui::joblist {

namespace {

/// Gives the translations their context.
struct DeleteQuestion
{
    Q_DECLARE_TR_FUNCTIONS(DeleteQuestion)
};

} // namespace

void askAboutDeleting(const DeletedJobs &jobs, QWidget *window, std::function<void()> remove)
{
    if (jobs.withValues == 0)
        return remove();
    const auto name = u"deleteQuestion"_s;
    if (window->findChild<QMessageBox *>(name))
        return;
    auto *box = new QMessageBox(QMessageBox::Question, DeleteQuestion::tr("Delete"),
                                jobs.isEverywhere
                                    ? DeleteQuestion::tr("Delete %n job(s) here and on the server?", nullptr, jobs.all)
                                    : DeleteQuestion::tr("Delete %n job(s)?", nullptr, jobs.all),
                                QMessageBox::Cancel, window);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(DeleteQuestion::tr("The values of %n job(s) and what was reviewed of them are gone then; "
                                               "the documents stay.",
                                               nullptr, jobs.withValues));
    auto *go = box->addButton(DeleteQuestion::tr("Delete"), QMessageBox::DestructiveRole);
    go->setObjectName(u"deleteAnywayButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(go, &QPushButton::clicked, window, std::move(remove), Qt::QueuedConnection);
    common::setLeastWidth(*box);
    box->open();
}

} // namespace xs::gui::joblist
