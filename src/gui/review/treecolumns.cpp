// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/treecolumns.h"

#include "gui/common/theme.h"
#include "gui/review/resultmodel.h"

#include <QFontMetrics>

#include <algorithm>

namespace xs::gui::review {

namespace {

constexpr int edge = 12;
constexpr int arrowReach = 20;
constexpr int gap = 8;
constexpr int titleGap = edge + 1;
constexpr int narrowestField = 110;
constexpr int widestPage = 90;

/// What stands beside a value.
struct Beside
{
    int confidence;
    int state;
    bool page;
};

constexpr int words = 158;
constexpr int withoutBar = 118;
constexpr int stateWord = 98;
/// Below that the number and the sign must do; above it, a value is cut rather than that the word goes.
constexpr int narrowPane = 470;

/// The width of a column in which all values are whole that are no wider than `most` with their margins; `most` itself
/// where more than one of ten is wider.
int wantedFor(const std::vector<int> &values, int most)
{
    const auto longer = std::ranges::upper_bound(values, most - edge - gap);
    if (values.end() - longer > static_cast<std::ptrdiff_t>(values.size() / 10))
        return most;
    return longer == values.begin() ? 0 : *(longer - 1) + edge + gap;
}

} // namespace

TreeTexts measureTree(const ResultModel &model, const QFont &body, int indentation)
{
    constexpr int mostMeasured = 300;
    const QFontMetrics strong(common::fontFor(common::TextRole::Strong, body));
    const QFontMetrics secondary(common::fontFor(common::TextRole::Secondary, body));
    TreeTexts texts;
    int measured = 0;
    const auto measure = [&](const auto &self, const QModelIndex &parent, int depth) -> void {
        for (int row = 0; row < model.rowCount(parent) && measured < mostMeasured; ++row, ++measured) {
            const auto index = model.index(row, ResultModel::FieldColumn, parent);
            const auto kind = static_cast<RowKind>(index.data(ResultModel::KindRole).toInt());
            if (kind == RowKind::TableHeader)
                break;
            const auto textOf = [&](int column) { return index.siblingAtColumn(column).data().toString(); };
            const auto arrow = kind == RowKind::Group ? arrowReach : 0;
            texts.field = std::max(texts.field, depth * indentation + arrow +
                                                    strong.horizontalAdvance(textOf(ResultModel::FieldColumn)));
            if (kind == RowKind::Value) {
                texts.values.push_back(strong.horizontalAdvance(textOf(ResultModel::ValueColumn)));
                texts.page = std::max(texts.page, secondary.horizontalAdvance(textOf(ResultModel::PageColumn)));
            }
            // The rows of the group without evidence are named by whole paths, which may be cut.
            if (index != model.unprovenGroup())
                self(self, index, depth + 1);
        }
    };
    measure(measure, {}, 0);
    std::ranges::sort(texts.values);
    return texts;
}

TreeColumns fitColumns(const TreeTexts &texts, int pane)
{
    const QFontMetrics header(common::fontFor(common::TextRole::Header, QFont()));
    const auto titleWidth = [&](const QString &title) { return header.horizontalAdvance(title) + edge + titleGap; };
    const auto page = std::clamp(std::max(texts.page + edge + 8, titleWidth(ResultModel::tr("Page"))), 40, widestPage);
    const auto stateIcon = titleWidth(ResultModel::tr("State"));
    const auto numberOnly = titleWidth(ResultModel::tr("Confidence"));
    std::vector<Beside> forms{{words, std::max(stateWord, stateIcon), true},
                              {withoutBar, std::max(stateWord, stateIcon), true},
                              {withoutBar, stateIcon, true}};
    if (pane < narrowPane) {
        forms.push_back({numberOnly, stateIcon, true});
        forms.push_back({numberOnly, stateIcon, false});
    }
    TreeColumns columns;
    columns.field = std::clamp(texts.field + edge + gap, narrowestField, std::max(narrowestField, pane * 3 / 10));
    const auto wanted = wantedFor(texts.values, pane * 2 / 5);
    for (const auto &form : forms) {
        columns.confidence = form.confidence;
        columns.state = form.state;
        columns.page = form.page ? page : 0;
        columns.value = pane - columns.field - columns.confidence - columns.state - columns.page;
        if (columns.value >= wanted)
            break;
    }
    columns.value = std::max(60, columns.value);
    return columns;
}

} // namespace xs::gui::review
