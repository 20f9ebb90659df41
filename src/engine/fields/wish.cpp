// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/wish.h"

#include "engine/text/data.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

Wish::Wish(const char *name)
{
    const auto &wish = member(engineData("wishes"), name);
    for (const auto &stem : member(wish, "stems"))
        m_stems.emplace_back(toQString(stem));
    QStringList phrases;
    for (const auto &[language, list] : member(wish, "phrases").items())
        for (const auto &phrase : list)
            phrases << toQString(phrase);
    m_phrases = phrases.join(u'|');
    m_pattern.setPattern(u"(?<!\\w)(?:"_s + m_phrases + u")(?!\\w)"_s);
    m_pattern.setPatternOptions(QRegularExpression::UseUnicodePropertiesOption);
}

bool Wish::isIn(const QString &folded, const LetterPairs &pairs) const
{
    // Most descriptions have none of the stems, without which no phrase is.
    const auto hasStem = std::ranges::any_of(m_stems, [&](const SoughtText &stem) { return stem.isIn(folded, pairs); });
    return hasStem && m_pattern.match(folded).hasMatch();
}

} // namespace xs::engine
