// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/evaluate/comparepane.h"

#include "gui/common/buttonlook.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/messagerow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace xs::gui::evaluate {

void fillChoices(QComboBox &combo, const QList<Choice> &choices, const QString &current)
{
    const QSignalBlocker blocker(&combo);
    combo.clear();
    for (const auto &choice : choices)
        if (choice.id.isEmpty())
            combo.insertSeparator(combo.count());
        else
            combo.addItem(choice.text, choice.id);
    combo.setCurrentIndex(combo.findData(current));
}

ComparePane::ComparePane(QWidget *parent)
    : QWidget(parent), m_references(new QComboBox(this)), m_list(new DifferenceList(true, this)),
      m_message(new common::MessageRow(this))
{
    setObjectName(u"comparePane"_s);
    setAccessibleName(tr("Comparison"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_references->setObjectName(u"compareWith"_s);
    m_references->setAccessibleName(tr("Compare with"));
    m_references->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_references->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_references, &QComboBox::activated, this,
            [this] { emit referenceChosen(m_references->currentData().toString()); });
    auto *close = common::makeIconButton(u"close", tr("Back to the results"), u"closeCompareButton"_s, this, u"D"_s);
    connect(close, &QToolButton::clicked, this, &ComparePane::closeWanted);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(new common::RoleLabel(tr("Compare with"), common::TextRole::Secondary, this));
    row->addWidget(m_references, 1);
    row->addWidget(close);
    m_message->setObjectName(u"compareMessage"_s);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_message);
    column->addWidget(m_list, 1);
    setFocusProxy(m_list);
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ComparePane::closeWanted);
    connect(m_list, &DifferenceList::currentChanged, this, [this](int row) {
        if (row >= 0)
            emit valueChosen(m_list->model()->cell(row).path);
    });
    connect(m_list, &DifferenceList::activated, this,
            [this](int row) { emit openWanted(m_list->model()->cell(row).path); });
}

void ComparePane::setReferences(const QList<Choice> &references, const QString &current)
{
    fillChoices(*m_references, references, current);
}

void ComparePane::setComparison(xs::evaluate::ComparedDocument document, const QString &reference)
{
    m_message->hide();
    m_list->model()->setTitles(reference, tr("This run"));
    m_list->setDocuments({std::move(document)});
}

void ComparePane::showError(const Error &error)
{
    m_message->setError(error);
    m_message->show();
    m_list->setDocuments({});
}

} // namespace xs::gui::evaluate
