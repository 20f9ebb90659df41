// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/removequestion.h"

#include "gui/common/boxwidth.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

namespace {

/// Gives the translations their context.
struct RemoveQuestion
{
    Q_DECLARE_TR_FUNCTIONS(RemoveQuestion)
};

} // namespace

void askAboutRemoving(const QString &connection, int jobs, QWidget *window, std::function<void()> remove)
{
    const auto name = u"removeQuestion"_s;
    if (window->findChild<QMessageBox *>(name))
        return;
    auto *box = new QMessageBox(QMessageBox::Question, RemoveQuestion::tr("Remove"),
                                RemoveQuestion::tr("Remove the connection %1 and its key?").arg(connection),
                                QMessageBox::Cancel, window);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QStringList lost;
    if (jobs > 0)
        lost << RemoveQuestion::tr("%n job(s) of this connection are not over and cannot go on without it.", nullptr,
                                   jobs);
    lost << RemoveQuestion::tr(
        "The key is taken out of the keyring; to use the server again it has to be typed again.");
    box->setInformativeText(lost.join(u' '));
    auto *go = box->addButton(RemoveQuestion::tr("Remove"), QMessageBox::DestructiveRole);
    go->setObjectName(u"removeAnywayButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(go, &QPushButton::clicked, window, std::move(remove), Qt::QueuedConnection);
    common::setLeastWidth(*box);
    box->open();
}

} // namespace xs::gui::shell
