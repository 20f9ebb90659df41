// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/candidates/candidates.h"
#include "engine/proposal/fielddraft.h"

namespace xs::engine {

/// A table of the sample document, whatever its columns are called.
struct SampleTable
{
    /// Head and rows, as lines.
    Span lines;
    /// The columns that have a head, from left to right: the head's words and the values below it. The
    /// words on the left that say what each row is about need no head.
    struct Column
    {
        QString label;
        std::vector<Span> cells;
        /// Whether a row leaves it empty.
        bool hasGaps = false;
    };
    std::vector<Column> columns;
    int rows = 0;
};

/// The tables with a head of words and rows of values below it, from top to bottom.
std::vector<SampleTable> findTables(const Workspace &workspace);

} // namespace xs::engine
