// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/netweights.h"

#include <QFloat16>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace xs::readers {

std::vector<float> NetWeights::at(const Json &begin, std::size_t count) const
{
    const auto first = begin.get<std::size_t>(), known = std::size_t(m_halves.size()) / sizeof(qfloat16);
    if (first > known || count > known - first)
        return {};
    constexpr std::size_t block = 4096;
    std::array<qfloat16, block> narrow;
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; i += block) {
        const auto some = qsizetype(std::min(block, count - i));
        qFromLittleEndian<quint16>(m_halves.data() + (first + i) * sizeof(qfloat16), some, narrow.data());
        qFloatFromFloat16(values.data() + i, narrow.data(), some);
    }
    return values;
}

} // namespace xs::readers
