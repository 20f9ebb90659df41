// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include <vector>

namespace xs::gui::review {

class ResultModel;

/// How wide the texts of a result are, in pixels: what the columns of its tree are fitted to.
struct TreeTexts
{
    /// The widest name, with its indentation.
    int field = 0;
    /// Of each value, in rising order.
    std::vector<int> values;
    /// What the Page column says.
    int page = 0;
};

/// Measures the first few hundred rows: names and values of one result are much alike.
TreeTexts measureTree(const ResultModel &model, const QFont &body, int indentation);

/// The widths of the columns, in pixels. A page column of 0 is hidden.
struct TreeColumns
{
    int field = 0;
    int value = 0;
    int confidence = 0;
    int state = 0;
    int page = 0;
};

/// Fits the columns to a pane. Values come first: where one would be cut, what stands beside them gives up one after
/// the other the bar of the confidence and the word of the state; in narrow panes the word of the confidence, too, and
/// the page. Only a few very long values, such as the text of a clause, are cut rather than that all others lose that.
TreeColumns fitColumns(const TreeTexts &texts, int pane);

} // namespace xs::gui::review
