// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/netweights.h"

#include <QFloat16>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace xs::readers {

std::vector<float> NetWeights::at(const Json &begin, std::size_t count) const
{
    std::vector<float> values(isThere(begin, count) ? count : 0);
    read(begin, values);
    return values;
}

std::span<const float> NetWeights::passing(const Json &begin, std::size_t count) const
{
    if (!isThere(begin, count))
        return {};
    m_passing.resize(std::max(m_passing.size(), count));
    const auto values = std::span(m_passing).first(count);
    read(begin, values);
    return values;
}

bool NetWeights::isThere(const Json &begin, std::size_t count) const
{
    const auto first = begin.get<std::size_t>(), known = std::size_t(m_halves.size()) / sizeof(qfloat16);
    return first <= known && count <= known - first;
}

void NetWeights::read(const Json &begin, std::span<float> to) const
{
    const auto first = begin.get<std::size_t>();
    constexpr std::size_t block = 4096;
    std::array<qfloat16, block> narrow;
    for (std::size_t i = 0; i < to.size(); i += block) {
        const auto some = qsizetype(std::min(block, to.size() - i));
        qFromLittleEndian<quint16>(m_halves.data() + (first + i) * sizeof(qfloat16), some, narrow.data());
        qFloatFromFloat16(to.data() + i, narrow.data(), some);
    }
}

} // namespace xs::readers
