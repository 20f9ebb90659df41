// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/shownvalue.h"

#include <algorithm>

namespace xs::gui::common {

namespace {

/// Embeddings, overrides and isolates; the plain marks U+200E and U+200F change no neighbour's place.
bool turnsDirection(QChar sign)
{
    const auto code = sign.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

} // namespace

QString shownText(const QString &text, qsizetype most)
{
    // Blanks that are taken out make room for more; of very many no more is looked at.
    auto shown = text.left(2 * most).simplified();
    const bool cut = shown.size() > most || text.size() > 2 * most;
    shown.truncate(most);
    if (!shown.isEmpty() && shown.back().isHighSurrogate())
        shown.chop(1);
    std::ranges::replace_if(
        shown, [](QChar sign) { return sign.category() == QChar::Other_Control || turnsDirection(sign); },
        QChar(QChar::ReplacementCharacter));
    return cut ? shown + QChar(u'…') : shown;
}

QString shownText(const Json &value, qsizetype most)
{
    const auto *text = value.get_ptr<const Json::string_t *>();
    // No character of UTF-8 has more than four bytes; one that is cut lies behind what is shown.
    const auto enough = static_cast<std::size_t>(8 * (most + 1));
    return shownText(text && text->size() > enough ? toQString(text->substr(0, enough)) : displayText(value), most);
}

} // namespace xs::gui::common
