// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/evaluate/differencelist.h"

class QComboBox;

namespace xs::gui::common {
class MessageRow;
}

namespace xs::gui::evaluate {

/// Something that a result may be compared with, or a run that may be evaluated.
struct Choice
{
    QString id;
    QString text;
    bool operator==(const Choice &) const = default;
};
/// Fills a chooser and chooses `current`, without a signal. An empty id is a separator.
void fillChoices(QComboBox &combo, const QList<Choice> &choices, const QString &current);

/// One document's result beside another run of it, or beside expected values, in the place of its results.
class ComparePane final : public QWidget
{
    Q_OBJECT

public:
    explicit ComparePane(QWidget *parent = nullptr);

    void setReferences(const QList<Choice> &references, const QString &current);
    /// The document's cells; `reference` names what they are compared with.
    void setComparison(xs::evaluate::ComparedDocument document, const QString &reference);
    /// In the place of the cells: what cannot be compared.
    void showError(const Error &error);
    DifferenceList *list() const { return m_list; }

signals:
    void referenceChosen(const QString &id);
    /// A value of the result is chosen; the path may be empty where the result lacks it.
    void valueChosen(const QString &path);
    /// Enter: back to the results, at this value.
    void openWanted(const QString &path);
    void closeWanted();

private:
    QComboBox *m_references;
    DifferenceList *m_list;
    common::MessageRow *m_message;
};

} // namespace xs::gui::evaluate
