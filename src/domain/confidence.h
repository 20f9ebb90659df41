// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace xs::domain {

/// How far a value can be trusted, as people see it.
enum class ConfidenceLevel { Certain, Check, Low, Unknown };

/// From which score on a value is "certain" and from which on it needs a "check"; below that it is "low".
struct ConfidenceLimits
{
    double certain = 0.90;
    double check = 0.60;
    bool operator==(const ConfidenceLimits &) const = default;
};

/// A missing score is Unknown, never certain.
inline ConfidenceLevel confidenceLevel(std::optional<double> score, const ConfidenceLimits &limits = {})
{
    if (!score)
        return ConfidenceLevel::Unknown;
    if (*score >= limits.certain)
        return ConfidenceLevel::Certain;
    return *score >= limits.check ? ConfidenceLevel::Check : ConfidenceLevel::Low;
}

} // namespace xs::domain
