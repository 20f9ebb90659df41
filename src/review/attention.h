// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/confidencerules.h"
#include "domain/resultnode.h"
#include "review/decision.h"
#include "review/validity.h"

#include <QStringList>

#include <array>

namespace xs::review {

/// Why a person should look at a value, the most urgent first. It is the order in which a review walks.
enum class Attention { Invalid, NoEvidence, Low, Unknown, Check, None };

/// One value of a result as a review sees it.
struct ReviewValue
{
    domain::ResultPath path;
    /// How sure the engine was of its own value; a person's decision changes neither.
    domain::ConfidenceLevel level = domain::ConfidenceLevel::Unknown;
    std::optional<double> score;
    /// What people decided about it.
    Verdict verdict = Verdict::None;
    /// What the schema has against the value that counts.
    std::optional<Fault> fault;
    /// Null: the document does not say it.
    bool isNull = false;
    /// Whether a citation names a place for it.
    bool hasEvidence = false;
    Attention attention = Attention::None;

    bool needsAttention() const { return attention != Attention::None; }
    bool lacksEvidence() const { return !isNull && !hasEvidence; }
    bool isReviewed() const { return verdict != Verdict::None; }
    bool operator==(const ReviewValue &) const = default;
};

/// Judges one value of the engine's result, with what was decided about it. `field` may be null where the schema does
/// not know it. A null that the schema allows needs no attention unless the server doubts it; no score is Unknown and
/// needs attention; what a person has decided needs none any more.
ReviewValue judge(const domain::ResultPath &path, const domain::ResultNode &node, const schema::Field *field,
                  const domain::ConfidenceLimits &limits = {}, const Decision &decision = {});

/// All values of a result, in its order. `root` is the schema's root field (null when there is none); for a result
/// that is a list, it describes one element.
std::vector<ReviewValue> reviewValues(const domain::ResultNode &result, const schema::Field *root,
                                      const domain::ConfidenceRules &rules = {}, const Decisions &decisions = {});

/// The paths that need attention, most urgent first, in the result's order within one urgency.
std::vector<domain::ResultPath> attentionOrder(const std::vector<ReviewValue> &values);

/// Where a review goes on when `paths` are about to be decided, the first of them being where it stands: the next in
/// attentionOrder(), from its beginning again at its end; when nothing else needs attention, the next value that nobody
/// has looked at, in the result's order. Empty when there is none.
domain::ResultPath nextToReview(const std::vector<ReviewValue> &values, const QStringList &paths);

struct Counts
{
    int all = 0;
    int needAttention = 0;
    int withoutEvidence = 0;
    int reviewed = 0;
    /// Values that differ from the engine's.
    int edited = 0;
    std::array<int, 4> levels{};
    bool operator==(const Counts &) const = default;
};

Counts count(const std::vector<ReviewValue> &values);

/// The schema's field of a path, or null: positions in lists are skipped.
const schema::Field *fieldOf(const schema::Field *root, const domain::ResultPath &path);

} // namespace xs::review
