// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "schema/quickfix.h"

#include <QModelIndex>
#include <QObject>

class QMenu;

namespace xs::gui::schemaeditor {

class SchemaDocument;
class SchemaView;

/// Goes through the findings of a schema and does their quick fixes, each as one step of the history. Owned by the
/// view.
class FindingTour final : public QObject
{
    Q_OBJECT

public:
    FindingTour(SchemaView &view, SchemaDocument &document);

    struct Offer
    {
        schema::Finding finding;
        schema::Fix fix;
    };

    /// To the next (+1) or previous (−1) field that has findings.
    void go(int step);
    /// Everything that can be done about a row's findings, the worst first.
    std::vector<Offer> offers(const QModelIndex &index) const;
    /// The offers as entries of a menu; false when there are none.
    bool addFixes(QMenu &menu, const QModelIndex &index);
    /// Does the only fix of a row, or opens a menu below its finding.
    void fix(const QModelIndex &index);
    void apply(const Offer &offer);

signals:
    void refused(const xs::Error &error);

private:
    SchemaView &m_view;
    SchemaDocument &m_document;
};

} // namespace xs::gui::schemaeditor
