// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/schemaeditor/savedwebhooklist.h"

#include <QCheckBox>
#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::schemaeditor {

SavedWebhookList::SavedWebhookList(QWidget *parent) : QWidget(parent), m_checks(new QVBoxLayout)
{
    setObjectName(u"savedWebhooks"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(new QLabel(tr("Saved on the server"), this));
    column->addLayout(m_checks);
    m_checks->setSpacing(2);
    hide();
}

void SavedWebhookList::setSaved(std::vector<Saved> saved)
{
    m_saved = std::move(saved);
    fill();
}

void SavedWebhookList::setChosen(const Json &ids)
{
    if (ids == m_chosen)
        return;
    m_chosen = ids.is_array() ? ids : Json::array();
    fill();
}

void SavedWebhookList::fill()
{
    while (auto *item = m_checks->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &saved : m_saved)
        addCheck(saved.id, saved.address);
    for (const auto &chosen : m_chosen)
        if (const auto id = toQString(chosen); std::ranges::find(m_saved, id, &Saved::id) == m_saved.end())
            addCheck(id, {});
    setVisible(m_checks->count() > 0);
}

void SavedWebhookList::addCheck(const QString &id, const QString &address)
{
    const QUrl url(address);
    auto *check = new QCheckBox(url.host().isEmpty() ? id : url.host() + url.path(), this);
    check->setObjectName(u"savedWebhook_"_s + id);
    check->setAccessibleName(check->text());
    check->setToolTip(address.isEmpty() ? tr("%1 is not in the server's list. It is sent as it is.").arg(id)
                                        : address + u'\n' + id);
    check->setChecked(std::ranges::find(m_chosen, Json(toStd(id))) != m_chosen.end());
    connect(check, &QCheckBox::clicked, this, [this, id](bool on) { choose(id, on); });
    m_checks->addWidget(check);
}

void SavedWebhookList::choose(const QString &id, bool on)
{
    const Json wanted(toStd(id));
    if (on)
        m_chosen.push_back(wanted);
    else
        m_chosen.erase(std::remove(m_chosen.begin(), m_chosen.end(), wanted), m_chosen.end());
    emit edited();
}

} // namespace xs::gui::schemaeditor
