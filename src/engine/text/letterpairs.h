// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace xs::engine {

/// Which characters stand behind which in a text, as bits that several pairs share: a text is only in one that has all
/// its pairs, too.
class LetterPairs
{
public:
    explicit LetterPairs(QStringView text)
    {
        for (qsizetype i = 1; i < text.size(); ++i) {
            const auto bit = (31U * text[i - 1].unicode() + text[i].unicode()) % bits;
            m_bits[bit / 64] |= quint64(1) << (bit % 64);
        }
    }
    bool areIn(const LetterPairs &other) const
    {
        for (std::size_t i = 0; i < m_bits.size(); ++i)
            if ((m_bits[i] & ~other.m_bits[i]) != 0)
                return false;
        return true;
    }

private:
    static constexpr unsigned bits = 256;
    std::array<quint64, bits / 64> m_bits{};
};

/// What many texts are searched for, most of which do not have it.
class SoughtText
{
public:
    explicit SoughtText(const QString &letters) : m_letters(letters), m_pairs(letters) {}

    /// `pairs` are those of the text.
    bool isIn(QStringView text, const LetterPairs &pairs) const
    {
        return m_pairs.areIn(pairs) && text.contains(m_letters);
    }

private:
    QString m_letters;
    LetterPairs m_pairs;
};

} // namespace xs::engine
