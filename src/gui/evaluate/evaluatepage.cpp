// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/evaluate/evaluatepage.h"

#include "gui/common/buttonlook.h"
#include "gui/common/cropview.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/emptystate.h"
#include "gui/common/icons.h"
#include "gui/common/messagerow.h"
#include "gui/common/paneheader.h"
#include "gui/evaluate/accuracylist.h"
#include "gui/evaluate/thresholdpane.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::gui::evaluate {

using xs::evaluate::Difference;

namespace {

enum Part { EmptyPart, ProgressPart, ValuesPart };

QComboBox *chooser(const char *name, const QString &label, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(QString::fromLatin1(name));
    combo->setAccessibleName(label);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(12);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    combo->setMaximumWidth(300);
    return combo;
}

} // namespace

EvaluatePage::EvaluatePage(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"evaluatePage"_s);
    setAccessibleName(tr("Evaluate"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_message = new common::MessageRow(this);
    m_message->setObjectName(u"evaluateMessage"_s);
    m_message->hide();
    m_list = new DifferenceList(false, this);
    connect(m_list, &DifferenceList::currentChanged, this, &EvaluatePage::showCell);
    connect(m_list, &DifferenceList::activated, this, &EvaluatePage::open);

    auto *values = new QSplitter(Qt::Horizontal, this);
    values->setObjectName(u"evaluateSplitter"_s);
    auto *left = new QWidget(values);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(m_list, 1);
    leftColumn->addWidget(makeDetail());
    values->addWidget(left);
    values->addWidget(makeFigures());
    values->setStretchFactor(0, 3);
    values->setStretchFactor(1, 2);
    values->setChildrenCollapsible(false);

    m_empty = new common::EmptyState({}, {}, tr("Choose expected values…"), this);
    connect(m_empty, &common::EmptyState::activated, this, &EvaluatePage::expectedFolderWanted);
    auto *waiting = new QWidget(this);
    auto *waitingColumn = new QVBoxLayout(waiting);
    m_progress = new common::RoleLabel({}, common::TextRole::Secondary, waiting);
    waitingColumn->addWidget(m_progress, 0, Qt::AlignCenter);
    m_parts = new QStackedWidget(this);
    m_parts->addWidget(m_empty);
    m_parts->addWidget(waiting);
    m_parts->addWidget(values);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeChoosers());
    column->addWidget(m_message);
    column->addWidget(m_parts, 1);
    setFocusProxy(m_list);
    // Who has just chosen what is compared walks with the same keys.
    addActions(m_list->walkActions());
    showEmpty(tr("There is nothing to evaluate yet."), tr("Run documents, and come back when they are completed."),
              false);
}

QAction *EvaluatePage::addPageAction(const char *name, QStringView icon, const QString &text)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    if (!icon.isEmpty())
        action->setIcon(common::icon(icon));
    m_actions << action;
    return action;
}

QWidget *EvaluatePage::makeChoosers()
{
    auto *bar = new common::PaneBar(common::PaneBar::Edge::Bottom, 44, this);
    m_runs = chooser("evaluateRun", tr("Run"), bar);
    m_references = chooser("evaluateWith", tr("Compare with"), bar);
    connect(m_runs, &QComboBox::activated, this, [this] { emit runChosen(m_runs->currentData().toString()); });
    connect(m_references, &QComboBox::activated, this,
            [this] { emit referenceChosen(m_references->currentData().toString()); });
    auto *again = addPageAction("compareAgainAction", u"retry", tr("Compare again"));
    auto *report = addPageAction("exportReportAction", u"export", tr("Export report…"));
    auto *expected = addPageAction("exportExpectedAction", u"save", tr("Save what was reviewed as expected values…"));
    m_wrongAction = addPageAction("expectedIsWrongAction", {}, tr("Expected is wrong"));
    m_wrongAction->setShortcut(Qt::Key_E);
    m_wrongAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_wrongAction);
    connect(m_wrongAction, &QAction::triggered, this, &EvaluatePage::correct);
    auto *matchCase = addPageAction("matchCaseAction", {}, tr("Upper and lower case differ"));
    matchCase->setCheckable(true);
    connect(again, &QAction::triggered, this, &EvaluatePage::compareAgainWanted);
    connect(report, &QAction::triggered, this, &EvaluatePage::reportWanted);
    connect(expected, &QAction::triggered, this, &EvaluatePage::expectedWanted);
    connect(matchCase, &QAction::toggled, this, &EvaluatePage::matchCaseChanged);
    auto *more = common::makeIconButton(u"more", tr("Compare, export, rules"), u"evaluateMenuButton"_s, bar);
    auto *menu = new QMenu(more);
    menu->addActions(m_actions);
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    m_left = new common::RoleLabel({}, common::TextRole::Secondary, bar);
    m_left->setObjectName(u"withoutReference"_s);
    auto *rules = new common::RoleLabel(tr("dates and numbers by value"), common::TextRole::Secondary, bar);
    rules->setToolTip(tr("Dates and numbers are compared by what they say and not by how they are written. Spaces "
                         "between words count once, and upper and lower case are the same unless you say otherwise."));
    auto *row = bar->row();
    row->setSpacing(8);
    row->addWidget(new common::RoleLabel(tr("Run"), common::TextRole::Secondary, bar));
    row->addWidget(m_runs, 3);
    row->addWidget(
        new common::RoleLabel(tr("with", "a run is compared with something"), common::TextRole::Secondary, bar));
    row->addWidget(m_references, 3);
    row->addStretch(1);
    row->addWidget(m_left);
    row->addWidget(rules);
    row->addWidget(more);
    return bar;
}

QWidget *EvaluatePage::makeDetail()
{
    auto *bar = new common::PaneBar(common::PaneBar::Edge::Top, 92, this);
    auto *texts = new QWidget(bar);
    auto *grid = new QGridLayout(texts);
    grid->setContentsMargins(0, 8, 0, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    m_cellName = new common::RoleLabel({}, common::TextRole::Header, texts);
    m_cellName->setObjectName(u"evaluateCell"_s);
    m_cellName->setTextFormat(Qt::PlainText);
    m_cellReference = new common::ElidedLabel(texts);
    m_cellValue = new common::ElidedLabel(texts);
    m_cellNote = new common::RoleLabel({}, common::TextRole::Secondary, texts);
    m_cellNote->setObjectName(u"evaluateCellNote"_s);
    grid->addWidget(m_cellName, 0, 0, 1, 2);
    m_cellReferenceName = new common::RoleLabel(tr("Expected"), common::TextRole::Secondary, texts);
    grid->addWidget(m_cellReferenceName, 1, 0);
    grid->addWidget(m_cellReference, 1, 1);
    grid->addWidget(new common::RoleLabel(tr("This run"), common::TextRole::Secondary, texts), 2, 0);
    grid->addWidget(m_cellValue, 2, 1);
    grid->addWidget(m_cellNote, 3, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    m_open = new QPushButton(tr("Open in Review"), bar);
    m_open->setObjectName(u"openInReviewButton"_s);
    m_open->setAccessibleName(m_open->text());
    m_open->setFocusPolicy(Qt::TabFocus);
    common::setKeyCap(m_open, tr("Enter"));
    connect(m_open, &QPushButton::clicked, this, [this] { open(m_list->current()); });
    m_spot = new common::CropView(bar);
    m_spot->setObjectName(u"evaluateSpot"_s);
    m_spot->setAccessibleName(tr("The spot on the page"));
    m_wrong = new QPushButton(tr("Expected is wrong"), bar);
    m_wrong->setObjectName(u"expectedIsWrongButton"_s);
    m_wrong->setAccessibleName(m_wrong->text());
    m_wrong->setFocusPolicy(Qt::TabFocus);
    common::setKeyCap(m_wrong, u"E"_s);
    connect(m_wrong, &QPushButton::clicked, this, &EvaluatePage::correct);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_open);
    buttons->addWidget(m_wrong);
    buttons->addStretch();
    bar->row()->addWidget(m_spot, 0, Qt::AlignVCenter);
    bar->row()->addWidget(texts, 1);
    bar->row()->addLayout(buttons);
    return bar;
}

QWidget *EvaluatePage::makeFigures()
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    m_threshold = new ThresholdPane(splitter);
    connect(m_threshold, &ThresholdPane::thresholdChanged, this, [this] { showCell(m_list->current()); });
    auto *fields = new QWidget(splitter);
    m_accuracyHeader = new common::PaneHeader(tr("Accuracy by field"), fields);
    m_accuracy = new AccuracyList(fields);
    connect(m_accuracy, &AccuracyList::fieldChosen, this, [this](const QString &field) {
        for (int row = 0; row < m_list->model()->rowCount(); ++row)
            if (m_list->model()->cell(row).field == field)
                return m_list->view()->setCurrentIndex(m_list->model()->index(row, DifferenceModel::Field));
    });
    auto *note = new common::RoleLabel(tr("Whiskers: 95 % interval. Of few documents, read small gaps with care."),
                                       common::TextRole::Note, fields);
    note->setContentsMargins(12, 6, 12, 8);
    note->setWordWrap(true);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_accuracyHeader);
    column->addWidget(m_accuracy, 1);
    column->addWidget(note);
    splitter->addWidget(m_threshold);
    splitter->addWidget(fields);
    splitter->setChildrenCollapsible(false);
    splitter->setMinimumWidth(300);
    return splitter;
}

void EvaluatePage::setRuns(const QList<Choice> &runs, const QString &current)
{
    fillChoices(*m_runs, runs, current);
}

void EvaluatePage::setReferences(const QList<Choice> &references, const QString &current)
{
    fillChoices(*m_references, references, current);
}

void EvaluatePage::setComparison(std::vector<xs::evaluate::ComparedDocument> documents, const QString &reference,
                                 int withoutReference)
{
    m_left->setText(withoutReference > 0 ? tr("%n document(s) left out", nullptr, withoutReference) : QString());
    m_left->setToolTip(tr("There is nothing to compare these documents with, so they are left out."));
    m_list->model()->setTitles(reference, tr("This run"));
    m_cellReferenceName->setText(reference);
    m_list->setDocuments(std::move(documents));
    showSums();
    showCell(m_list->current());
    m_parts->setCurrentIndex(ValuesPart);
}

void EvaluatePage::setComparedAgain(xs::evaluate::ComparedDocument document)
{
    auto documents = m_list->model()->documents();
    const auto place = std::ranges::find(documents, document.id, &xs::evaluate::ComparedDocument::id);
    if (place == documents.end())
        return;
    const auto row = m_list->current();
    *place = std::move(document);
    m_list->replaceDocuments(std::move(documents), row);
    showSums();
    showCell(m_list->current());
}

/// What all cells say together.
void EvaluatePage::showSums()
{
    const auto &documents = m_list->model()->documents();
    auto cells = xs::evaluate::allCells(documents);
    const auto all = xs::evaluate::tally(cells);
    auto fields = xs::evaluate::scoreByField(cells);
    const QLocale locale;
    m_accuracyHeader->setNote(tr("%1 of %2 right, %3 %")
                                  .arg(locale.toString(all.right()), locale.toString(all.values()),
                                       locale.toString(100 * all.accuracy(), 'f', 1)));
    m_threshold->setCells(std::move(cells), static_cast<int>(documents.size()), static_cast<int>(fields.size()));
    m_accuracy->scores()->setScores(std::move(fields));
}

void EvaluatePage::showEmpty(const QString &sentence, const QString &note, bool helpsExpected)
{
    m_list->setDocuments({});
    m_left->clear();
    m_empty->setSentence(sentence, note);
    m_empty->button()->setVisible(helpsExpected);
    m_parts->setCurrentIndex(EmptyPart);
}

void EvaluatePage::showProgress(int done, int all)
{
    m_progress->setText(tr("%1 of %2 documents compared").arg(done).arg(all));
    m_parts->setCurrentIndex(ProgressPart);
}

void EvaluatePage::showError(const Error &error)
{
    m_message->setError(error);
    m_message->show();
}

void EvaluatePage::clearError()
{
    m_message->hide();
}

void EvaluatePage::setCorrectable(bool on, const QString &why)
{
    m_correctable = on;
    m_whyNot = why;
}

void EvaluatePage::showHint(const QString &sentence)
{
    m_cellNote->setText(sentence);
}

void EvaluatePage::correct()
{
    const auto row = m_list->current();
    if (row >= 0 && m_wrongAction->isEnabled())
        emit correctionWanted(m_list->model()->document(row).id, m_list->model()->cell(row));
}

void EvaluatePage::showSpot(const QString &document, const QString &path, const QImage &image, const QRectF &words)
{
    const auto row = m_list->current();
    if (row < 0 || m_list->model()->document(row).id != document || m_list->model()->cell(row).path != path)
        return;
    m_spot->setMark(words);
    m_spot->setImage(image);
    m_spot->setVisible(!image.isNull());
}

void EvaluatePage::showCell(int row)
{
    m_open->setEnabled(row >= 0);
    const bool differs = row >= 0 && m_list->model()->cell(row).difference != Difference::Same;
    m_wrong->setEnabled(m_correctable && differs);
    m_wrong->setToolTip(m_correctable ? tr("The run is right: take its value as the expected one") : m_whyNot);
    m_wrongAction->setEnabled(m_wrong->isEnabled());
    m_spot->setImage({});
    if (row >= 0 && !m_list->model()->cell(row).path.isEmpty())
        emit spotWanted(m_list->model()->document(row).id, m_list->model()->cell(row).path);
    else
        m_spot->hide();
    if (row < 0) {
        m_cellName->clear();
        m_cellReference->clear();
        m_cellValue->clear();
        return m_cellNote->clear();
    }
    const auto *model = m_list->model();
    const auto &cell = model->cell(row);
    const auto text = [model, row](int column) { return model->index(row, column).data().toString(); };
    m_cellName->setText(u"%1 · %2"_s.arg(text(DifferenceModel::Field), text(DifferenceModel::Document)));
    m_cellReference->setText(text(DifferenceModel::Reference).simplified());
    m_cellValue->setText(text(DifferenceModel::Value).simplified());
    const auto threshold = m_threshold->threshold();
    const auto number = QLocale().toString(threshold, 'f', 2);
    const bool slips = cell.difference != Difference::Same && cell.score && *cell.score >= threshold;
    m_cellNote->setText(cell.difference == Difference::Same ? tr("The same.")
                        : slips                             ? tr("Slips through at %1.").arg(number)
                                                            : tr("Would be reviewed at %1.").arg(number));
}

void EvaluatePage::open(int row)
{
    if (row >= 0)
        emit openWanted(m_list->model()->document(row).id, m_list->model()->cell(row).path);
}

} // namespace xs::gui::evaluate
