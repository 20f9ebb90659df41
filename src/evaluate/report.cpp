// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate/report.h"

namespace xs::evaluate {

namespace {

Json toJson(const Tally &tally)
{
    return {{"values", tally.values()},       {"right", tally.right()},   {"changed", tally.changed},
            {"missing", tally.missing},       {"extra", tally.extra},     {"accuracy", tally.accuracy()},
            {"precision", tally.precision()}, {"recall", tally.recall()}, {"f1", tally.f1()}};
}

Json toJson(const Reliability &reliability)
{
    auto bins = Json::array();
    for (const auto &bin : reliability.bins) {
        Json entry{{"from", bin.from}, {"to", bin.to}, {"values", bin.values}, {"wrong", bin.wrong()}};
        if (bin.values > 0)
            entry["mean_confidence"] = bin.meanScore();
        bins.push_back(std::move(entry));
    }
    return {{"bins", std::move(bins)},
            {"without_confidence", {{"values", reliability.unscored}, {"wrong", reliability.unscoredWrong}}},
            {"expected_calibration_error", reliability.calibrationError()}};
}

Json toJson(const ThresholdEffect &effect)
{
    return {{"threshold", effect.threshold},
            {"values", effect.values},
            {"reviewed", effect.reviewed},
            {"errors", effect.errors},
            {"errors_that_slip", effect.slipping}};
}

Json differencesOf(const ComparedDocument &document)
{
    auto differences = Json::array();
    for (const auto &cell : document.cells) {
        if (cell.difference == Difference::Same)
            continue;
        differences.push_back({{"document", toStd(document.name)},
                               {"field", toStd(cell.field)},
                               {"path", toStd(cell.path)},
                               {"difference", toStd(differenceName(cell.difference))},
                               {"expected", cell.reference},
                               {"value", cell.value},
                               {"confidence", cell.score ? Json(*cell.score) : Json()}});
    }
    return differences;
}

} // namespace

QString differenceName(Difference difference)
{
    switch (difference) {
    case Difference::Changed:
        return QStringLiteral("changed");
    case Difference::Missing:
        return QStringLiteral("missing");
    case Difference::Extra:
        return QStringLiteral("extra");
    case Difference::Same:
        break;
    }
    return QStringLiteral("same");
}

std::vector<ComparedCell> allCells(const std::vector<ComparedDocument> &documents)
{
    std::vector<ComparedCell> cells;
    for (const auto &document : documents)
        cells.insert(cells.end(), document.cells.begin(), document.cells.end());
    return cells;
}

Json reportJson(const std::vector<ComparedDocument> &documents, double threshold)
{
    const auto cells = allCells(documents);
    auto fields = Json::array();
    for (const auto &score : scoreByField(cells)) {
        auto entry = toJson(score.tally);
        entry["field"] = toStd(score.field);
        fields.push_back(std::move(entry));
    }
    auto differences = Json::array();
    for (const auto &document : documents)
        for (auto &difference : differencesOf(document))
            differences.push_back(std::move(difference));
    return {{"documents", documents.size()},
            {"all", toJson(tally(cells))},
            {"fields", std::move(fields)},
            {"reliability", toJson(reliability(cells))},
            {"threshold", toJson(atThreshold(cells, threshold))},
            {"differences", std::move(differences)}};
}

} // namespace xs::evaluate
