// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/agreementwords.h"

#include "domain/resultpath.h"
#include "gui/common/shownvalue.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace xs::gui::review {

namespace {

constexpr qsizetype longestName = 40;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Agreement)
};

/// The member's own name; what it stands in is the same for all parts of a relation, but for a column's list.
QString nameOf(const domain::ResultPath &path, int steps = 1)
{
    QStringList names;
    for (const auto &step : domain::stepsOf(path).last(steps))
        names += nameOfStep(step);
    return common::shownText(names.join(u'.'), longestName);
}

QString equation(const xs::review::Agreement &agreement)
{
    using Relation = xs::review::Agreement::Relation;
    const auto outcome = nameOf(agreement.outcome);
    QStringList names;
    for (const auto &term : agreement.terms)
        names += nameOf(term);
    switch (agreement.relation) {
    case Relation::Sum:
        return u"%1 = %2"_s.arg(names.join(u" + "_s), outcome);
    case Relation::Product:
        return u"%1 = %2"_s.arg(names.join(u" × "_s), outcome);
    case Relation::Share:
        return Words::tr("%1 % of %2 = %3").arg(names[0], names[1], outcome);
    case Relation::ColumnSum:
        return Words::tr("sum of %1 over %n row(s) = %2", nullptr, agreement.count)
            .arg(nameOf(agreement.terms[0], 2), outcome);
    case Relation::Period:
        break;
    }
    return Words::tr("%1 + %n day(s) = %2", nullptr, agreement.count).arg(names[0], outcome);
}

} // namespace

QString agreementText(const xs::review::Agreement &agreement)
{
    if (!agreement.broken)
        return Words::tr("Agrees: %1").arg(equation(agreement));
    return Words::tr("In the other rows %1; here %2 would be %3.")
        .arg(equation(agreement), nameOf(agreement.outcome),
             QLocale().toString(*agreement.broken, 'f', QLocale::FloatingPointShortest));
}

} // namespace xs::gui::review
