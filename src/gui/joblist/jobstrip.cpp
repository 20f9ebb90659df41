// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist/jobstrip.h"

#include "gui/common/elidedlabel.h"
#include "gui/common/paneheader.h"
#include "gui/common/searchedit.h"
#include "gui/joblist/jobdelegate.h"
#include "gui/joblist/joblistcontroller.h"
#include "gui/joblist/jobproxy.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace xs::gui::joblist {

JobStrip::JobStrip(JobListController &controller, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_proxy(new JobProxy(this)),
      m_header(new common::PaneHeader(tr("Jobs"), this)), m_filter(new QLineEdit(this)), m_list(new QListView(this)),
      m_counts(new common::ElidedLabel(this, common::TextRole::Secondary))
{
    setObjectName(u"jobStrip"_s);
    m_proxy->setSourceModel(&m_controller.model());
    m_filter->setObjectName(u"jobStripFilter"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter"));
    common::makeSearchEdit(*m_filter);
    m_list->setObjectName(u"jobStripList"_s);
    m_list->setAccessibleName(tr("Jobs"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new JobStripDelegate(this));
    m_list->setModel(m_proxy);
    m_counts->setFixedHeight(30);
    auto *filterRow = new QVBoxLayout;
    filterRow->setContentsMargins(8, 8, 8, 8);
    filterRow->addWidget(m_filter);
    auto *footer = new QVBoxLayout;
    footer->setContentsMargins(12, 0, 12, 0);
    footer->addWidget(m_counts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(filterRow);
    column->addWidget(m_list, 1);
    column->addLayout(footer);
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &JobProxy::setText);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        // When a job goes, the next one becomes current by itself: nobody chose it while the list is out of sight.
        if (!index.isValid() || !m_list->isVisible())
            return;
        m_current = LocalJobId(index.data(JobModel::IdRole).toString());
        emit jobChosen(m_current);
    });
    for (const auto signal : {&QListView::clicked, &QListView::activated})
        connect(m_list, signal, this, &JobStrip::jobOpened);
    // The rows come a moment after their jobs, and again when they are filtered.
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &JobStrip::showCurrent);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &JobStrip::showCurrent);
    connect(&m_controller.model(), &JobModel::countsChanged, this, &JobStrip::refreshCounts);
    refreshCounts();
}

QWidget *JobStrip::takeHeader()
{
    layout()->removeWidget(m_header);
    return m_header;
}

void JobStrip::setCurrent(const LocalJobId &id)
{
    m_current = id;
    showCurrent();
}

void JobStrip::showCurrent()
{
    const QSignalBlocker quiet(this);
    const auto index = m_proxy->mapFromSource(m_controller.model().indexOf(m_current));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void JobStrip::refreshCounts()
{
    auto &model = m_controller.model();
    auto text = tr("%n job(s)", nullptr, model.rowCount());
    if (const auto reviewed = model.reviewedCount(); reviewed > 0)
        text += u" · "_s + tr("%n reviewed", nullptr, reviewed);
    if (const auto failed = model.count(JobState::Failed); failed > 0)
        text += u" · "_s + tr("%n failed", nullptr, failed);
    m_counts->setText(text);
}

} // namespace xs::gui::joblist
