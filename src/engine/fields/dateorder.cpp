// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/dateorder.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

QSet<QString> wordsOf(const char *list)
{
    QSet<QString> words;
    for (const auto &word : member(engineData("places"), list))
        words.insert(toQString(word));
    return words;
}

/// "Tempe, AZ 85284"
bool hasState(const QString &line)
{
    static const auto states = wordsOf("monthFirstStates");
    static const QRegularExpression place(uR"(\b([A-Z]{2})[.,]?\s+\d{5}(?:-\d{4})?\b)"_s);
    for (auto matches = place.globalMatch(line); matches.hasNext();)
        if (states.contains(matches.next().captured(1)))
            return true;
    return false;
}

/// "ABN", "GST", "S$": dollars of where the day comes first.
bool hasDayFirstSign(const QString &line)
{
    static const auto signs = wordsOf("dayFirstSigns");
    static const auto longest = std::ranges::max(signs, {}, &QString::size).size();
    return std::ranges::any_of(QStringView(line).split(u' ', Qt::SkipEmptyParts), [](QStringView word) {
        auto end = word.size();
        // "S$92.80"
        while (end > 0 && !word[end - 1].isLetter() && word[end - 1] != u'$')
            --end;
        return end <= longest && signs.contains(word.first(end).toString().toLower());
    });
}

} // namespace

void DateOrder::see(const QString &line, const std::vector<FoundDate> &dates)
{
    m_dollars += line.contains(u'$') ? 1 : 0;
    m_hasDayFirstSign = m_hasDayFirstSign || hasDayFirstSign(line);
    m_states += hasDigit(line) && hasState(line) ? 1 : 0;
    for (const auto &date : dates) {
        const auto digits = QStringView(line).sliced(date.start, date.length);
        if (!digits.front().isDigit() || date.swapped.isValid() ||
            (digits.size() > 4 && digits[2].isDigit() && digits[3].isDigit()))
            continue;
        // Only one reading is valid, and its first part says which order the document uses.
        const auto first = digits.first(digits.size() > 1 && digits[1].isDigit() ? 2 : 1).toInt();
        if (first == date.date.day() && first > 12)
            ++m_dayFirst;
        else if (first == date.date.month() && date.date.day() > 12 &&
                 std::ranges::none_of(digits, [](QChar c) { return c.isLetter(); }))
            ++m_monthFirst;
    }
}

bool DateOrder::isMonthFirst(int votes) const
{
    if (m_monthFirst + m_dayFirst > 0)
        return m_monthFirst > m_dayFirst;
    return votes >= 0 && !m_hasDayFirstSign && (m_states > 0 || m_dollars > 1);
}

bool DateOrder::isKnown(int votes) const
{
    return m_monthFirst + m_dayFirst + m_states > 0 || m_hasDayFirstSign || votes < 0;
}

} // namespace xs::engine
