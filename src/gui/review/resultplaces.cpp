// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/resultplaces.h"

#include "gui/common/busyring.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/emptystate.h"
#include "gui/common/icons.h"
#include "gui/common/messagerow.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

namespace {

enum Place { NothingPlace, ValuesPlace, WaitingPlace, ErrorPlace };

} // namespace

ResultPlaces::ResultPlaces(QWidget *values, QWidget *parent) : QStackedWidget(parent)
{
    m_nothing = new common::EmptyState(tr("No results yet."), tr("Choose a job that is completed, or run one."),
                                       tr("Run"), this);
    connect(m_nothing, &common::EmptyState::activated, this, &ResultPlaces::startWanted);
    addWidget(m_nothing);
    addWidget(values);
    addWidget(makeWaiting());
    addWidget(makeError());
}

QWidget *ResultPlaces::makeWaiting()
{
    auto *page = new QWidget(this);
    m_waitingText = new common::RoleLabel({}, common::TextRole::Secondary, page);
    m_waitingText->setObjectName(u"waitingText"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    row->addWidget(new common::BusyRing(16, page));
    row->addWidget(m_waitingText);
    row->addStretch();
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
    return page;
}

QWidget *ResultPlaces::makeError()
{
    auto *page = new QWidget(this);
    m_message = new common::MessageRow(page);
    m_message->setObjectName(u"resultsMessage"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addWidget(m_message);
    auto *retry = new QPushButton(common::icon(u"retry"), tr("Retry"), page);
    retry->setObjectName(u"retryJobButton"_s);
    retry->setAccessibleName(retry->text());
    connect(retry, &QPushButton::clicked, this, &ResultPlaces::retryRequested);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(38, 8, 12, 0);
    row->addWidget(retry);
    row->addStretch();
    layout->addLayout(row);
    layout->addStretch();
    return page;
}

void ResultPlaces::showNothing()
{
    setCurrentIndex(NothingPlace);
}

void ResultPlaces::setStart(const QString &text)
{
    m_nothing->button()->setText(text);
    m_nothing->button()->setAccessibleName(text);
}

void ResultPlaces::showValues()
{
    setCurrentIndex(ValuesPlace);
}

void ResultPlaces::showWaiting(const QString &sentence)
{
    m_waitingText->setText(sentence);
    setCurrentIndex(WaitingPlace);
}

void ResultPlaces::showError(const Error &error)
{
    m_message->setError(error);
    setCurrentIndex(ErrorPlace);
}

} // namespace xs::gui::review
