// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/letterpairs.h"

#include <QRegularExpression>

#include <vector>

namespace xs::engine {

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
    std::vector<SoughtText> m_stems;
    QString m_phrases;
    QRegularExpression m_pattern;
};

} // namespace xs::engine
