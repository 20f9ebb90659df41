// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <array>
#include <vector>

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

/// What a description may say of values or of rows, in any language: phrases in resources/engine/wishes.json.
class Wish
{
public:
    /// A missing name gives a wish that no description has.
    explicit Wish(const char *name);

    /// Whether a description has it; `folded` has no capitals and no accents.
    bool isIn(const QString &folded) const { return isIn(folded, LetterPairs(folded)); }
    /// The same with the pairs of `folded`, which many wishes are asked with.
    bool isIn(const QString &folded, const LetterPairs &pairs) const;

    /// Any of the phrases, without what must stand around them.
    const QString &phrases() const { return m_phrases; }

private:
    struct Stem
    {
        QString letters;
        LetterPairs pairs;
    };

    std::vector<Stem> m_stems;
    QString m_phrases;
    QRegularExpression m_pattern;
};

} // namespace xs::engine
