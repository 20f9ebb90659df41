// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArrayView>

#include <span>
#include <vector>

namespace xs::readers {

/// The weights of a net as they lie in its file, in numbers of sixteen bits. What it is made of must outlive it.
class NetWeights
{
public:
    explicit NetWeights(QByteArrayView halves) : m_halves(halves) {}

    /// `count` weights from where a step says they begin; none where there are not as many.
    std::vector<float> at(const Json &begin, std::size_t count) const;
    /// The same for those that are brought into another order at once: good until the next call.
    std::span<const float> passing(const Json &begin, std::size_t count) const;

private:
    bool isThere(const Json &begin, std::size_t count) const;
    void read(const Json &begin, std::span<float> to) const;

    QByteArrayView m_halves;
    mutable std::vector<float> m_passing;
};

} // namespace xs::readers
