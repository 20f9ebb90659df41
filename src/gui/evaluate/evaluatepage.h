// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluate/report.h"
#include "gui/evaluate/comparepane.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace xs::gui::common {
class CropView;
class ElidedLabel;
class EmptyState;
class MessageRow;
class PaneHeader;
class RoleLabel;
} // namespace xs::gui::common

namespace xs::gui::evaluate {

class AccuracyList;
class ThresholdPane;

/// The place Evaluate: a run beside expected values, other people's reviews or another run. Left what differs, right
/// what a threshold would do and how right every field is. It knows neither jobs nor files.
class EvaluatePage final : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluatePage(QWidget *parent = nullptr);

    void setRuns(const QList<Choice> &runs, const QString &current);
    void setReferences(const QList<Choice> &references, const QString &current);
    /// The comparison; `withoutReference` documents had nothing to be compared with.
    void setComparison(std::vector<xs::evaluate::ComparedDocument> documents, const QString &reference,
                       int withoutReference);
    /// In the place of everything: there is no run, or nothing to compare it with. The button that asks for expected
    /// values stands where they would help.
    void showEmpty(const QString &sentence, const QString &note, bool helpsExpected);
    /// How far a long comparison is.
    void showProgress(int done, int all);
    /// Above the values: a file that could not be read.
    void showError(const Error &error);
    void clearError();

    /// Whether an expected value can be said to be wrong here, and why not.
    void setCorrectable(bool on, const QString &why = {});
    /// Beside the chosen cell: why something could not be done.
    void showHint(const QString &sentence);
    /// One document was compared anew: what is chosen stays as near as it can.
    void setComparedAgain(xs::evaluate::ComparedDocument document);
    /// The answer to spotWanted(), with the words in fractions of the picture; other cells' pictures are dropped.
    void showSpot(const QString &document, const QString &path, const QImage &image, const QRectF &words);

    DifferenceList *list() const { return m_list; }
    ThresholdPane *threshold() const { return m_threshold; }
    AccuracyList *accuracy() const { return m_accuracy; }
    QList<QAction *> actions() const { return m_actions; }

signals:
    void runChosen(const QString &id);
    void referenceChosen(const QString &id);
    void matchCaseChanged(bool on);
    void openWanted(const QString &document, const QString &path);
    /// The spot on the page that proves a value of the run.
    void spotWanted(const QString &document, const QString &path);
    /// The run is right at this cell, and what it is compared with is wrong.
    void correctionWanted(const QString &document, const xs::evaluate::ComparedCell &cell);
    void reportWanted();
    /// What people decided about the run is to be written as expected values.
    void expectedWanted();
    /// A folder of expected values is to be chosen.
    void expectedFolderWanted();
    void compareAgainWanted();

private:
    QWidget *makeChoosers();
    QWidget *makeDetail();
    QWidget *makeFigures();
    QAction *addPageAction(const char *name, QStringView icon, const QString &text);
    void showCell(int row);
    void open(int row);
    void correct();
    void showSums();

    QComboBox *m_runs = nullptr;
    QComboBox *m_references = nullptr;
    QStackedWidget *m_parts = nullptr;
    common::EmptyState *m_empty = nullptr;
    common::RoleLabel *m_progress = nullptr;
    common::RoleLabel *m_left = nullptr;
    common::MessageRow *m_message = nullptr;
    DifferenceList *m_list = nullptr;
    ThresholdPane *m_threshold = nullptr;
    common::PaneHeader *m_accuracyHeader = nullptr;
    AccuracyList *m_accuracy = nullptr;
    QLabel *m_cellName = nullptr;
    QLabel *m_cellReferenceName = nullptr;
    common::ElidedLabel *m_cellReference = nullptr;
    common::ElidedLabel *m_cellValue = nullptr;
    common::RoleLabel *m_cellNote = nullptr;
    common::CropView *m_spot = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_wrong = nullptr;
    QAction *m_wrongAction = nullptr;
    bool m_correctable = false;
    QString m_whyNot;
    QList<QAction *> m_actions;
};

} // namespace xs::gui::evaluate
