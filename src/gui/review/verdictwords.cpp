// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/verdictwords.h"

#include "gui/common/confidencepainter.h"
#include "gui/review/resultmodel.h"

namespace xs::gui::review {

QString verdictText(xs::review::Verdict verdict)
{
    using enum xs::review::Verdict;
    switch (verdict) {
    case None:
        break;
    case Confirmed:
        return ResultModel::tr("confirmed");
    case Corrected:
        return ResultModel::tr("corrected");
    case Absent:
        return ResultModel::tr("absent", "a person says that the document does not say the value");
    case Doubtful:
        return ResultModel::tr("doubtful");
    case Rejected:
        return ResultModel::tr("rejected");
    case Added:
        return ResultModel::tr("added");
    case Removed:
        return ResultModel::tr("removed");
    }
    return ResultModel::tr("machine", "state of a value that nobody has looked at");
}

QStringView verdictIcon(xs::review::Verdict verdict)
{
    using enum xs::review::Verdict;
    switch (verdict) {
    case None:
        break;
    case Confirmed:
        return u"confirmed";
    case Corrected:
        return u"pencil";
    case Absent:
        return u"noevidence";
    case Doubtful:
        return u"flag";
    case Rejected:
        return u"close";
    case Added:
        return u"plus";
    case Removed:
        return u"minus";
    }
    return u"machine";
}

QString faultText(xs::review::Fault fault)
{
    switch (fault) {
    case xs::review::Fault::Missing:
        return ResultModel::tr("There is no value, but the schema requires one.");
    case xs::review::Fault::WrongType:
        return ResultModel::tr("The value is of another type than the schema asks for.");
    case xs::review::Fault::NotAllowed:
        return ResultModel::tr("The value is none of those that the schema allows.");
    case xs::review::Fault::NoMatch:
        break;
    }
    return ResultModel::tr("The value does not match the schema's pattern.");
}

QString confidenceDetail(const xs::review::ReviewValue &value, const domain::ResultNode *node)
{
    using common::ConfidencePainter;
    QStringList parts{ConfidencePainter::sentence(value.level, value.score)};
    if (node && node->evidence && node->evidence->parsingConfidence)
        parts << ResultModel::tr("reading %1").arg(ConfidencePainter::number(node->evidence->parsingConfidence));
    if (node && node->evidence && node->evidence->extractionConfidence)
        parts << ResultModel::tr("fit to the field %1")
                     .arg(ConfidencePainter::number(node->evidence->extractionConfidence));
    return parts.join(QStringLiteral(" · "));
}

} // namespace xs::gui::review
