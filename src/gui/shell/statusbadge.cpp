// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/statusbadge.h"

#include "gui/common/elidedlabel.h"
#include "gui/common/icons.h"
#include "gui/shell/connectionhub.h"
#include "wording/errortext.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::shell {

StatusBadge::StatusBadge(ConnectionHub &connections, QWidget *parent)
    : QWidget(parent), m_connections(connections), m_icon(new QLabel(this)),
      m_text(new common::RoleLabel({}, common::TextRole::Secondary, this))
{
    setObjectName(u"destinationBadge"_s);
    m_text->setObjectName(u"destinationText"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 0);
    row->setSpacing(6);
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addStretch();
    connect(&m_connections, &ConnectionHub::changed, this, &StatusBadge::refresh);
    connect(&m_connections, &ConnectionHub::currentChanged, this, &StatusBadge::refresh);
    refresh();
}

QString StatusBadge::stateText() const
{
    const auto profile = m_connections.current();
    const auto connection = m_connections.state(profile.name);
    if (profile.kind == client::Profile::Kind::ThisComputer) {
        const auto where = tr("This computer: nothing leaves it");
        if (connection)
            return where + u" · "_s + tr("service ready");
        return where + u" · "_s +
               (m_connections.serviceFailure() ? tr("service not running") : tr("service is starting"));
    }
    const auto where = tr("Documents go to %1").arg(profileTitle(profile));
    return connection ? where : where + u" · "_s + wording::shortErrorText(connection.error());
}

void StatusBadge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The icon has the colour of its text.
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void StatusBadge::refresh()
{
    const auto isLocal = m_connections.current().kind == client::Profile::Kind::ThisComputer;
    m_icon->setPixmap(common::icon(isLocal ? u"computer" : u"cloud", common::IconColor::Text2).pixmap(14, 14));
    m_text->setText(stateText());
    setAccessibleName(stateText());
}

} // namespace xs::gui::shell
