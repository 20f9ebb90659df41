// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/resultnode.h"

#include <map>

namespace xs::review {

/// What a person says about a value that the engine found.
enum class Verdict {
    None,      ///< nothing yet, or taken back
    Confirmed, ///< it is right
    Corrected, ///< another value is right
    Absent,    ///< the document does not say it
    Doubtful,  ///< looked at, and somebody else should look, too
    Rejected,  ///< it is wrong, and the right value is not known
    Added,     ///< of a row: the document has it, and the engine did not (see rows.h)
    Removed,   ///< of a row, and of the values in it: the document has no such row
};

/// The verdict's name as written above, for the store and for exports.
QString verdictName(Verdict verdict);
std::optional<Verdict> verdictFromName(QStringView name);

/// One person's word on one value. It never changes the engine's result: that stays as the server gave it, and
/// decisions lie over it.
struct Decision
{
    Verdict verdict = Verdict::None;
    /// The right value, of Corrected; the row without values, of Added.
    Json value;
    /// The place that proves it, where the person pointed at one; only of Corrected.
    std::optional<domain::Citation> place;
    /// Why; may be empty.
    QString note;

    bool operator==(const Decision &) const = default;
};

/// By the path of the value. The root's path (empty) with Confirmed means that the whole document was confirmed.
using Decisions = std::map<domain::ResultPath, Decision>;

/// Whether the value differs from what the engine said.
inline bool isEdit(Verdict verdict)
{
    return verdict == Verdict::Corrected || verdict == Verdict::Absent || verdict == Verdict::Rejected ||
           verdict == Verdict::Removed;
}

/// The value as it counts after the decision, with its evidence: a corrected value has no score, and the place that
/// was pointed at (else the engine's citations, where the person read it); Absent, Rejected and Removed become null.
domain::ResultNode decided(const domain::ResultNode &value, const Decision &decision);

/// A result with all decisions in it: rows that were added are there, removed ones are not. Other paths that it does
/// not have are ignored.
domain::ResultNode decided(const domain::ResultNode &result, const Decisions &decisions);

} // namespace xs::review
