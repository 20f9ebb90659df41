// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/wishes.h"

#include "engine/fields/wish.h"
#include "engine/text/data.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// "1 if not printed", "0 se vazio".
std::optional<int> valueIfEmpty(const QString &folded)
{
    static const auto pattern = [] {
        QStringList phrases;
        for (const auto &[language, list] : member(engineData("wishes"), "ifEmpty").items())
            for (const auto &phrase : list)
                phrases << toQString(phrase);
        return QRegularExpression(u"(?<![\\w.])(?|"_s + phrases.join(u'|') + u")(?!\\w)"_s,
                                  QRegularExpression::UseUnicodePropertiesOption);
    }();
    if (std::ranges::none_of(folded, [](QChar c) { return c.isDigit(); }))
        return {};
    const auto match = pattern.match(folded);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

} // namespace

void setWishes(FieldSpec &spec, const QString &folded)
{
    if (folded.isEmpty())
        return;
    static const Wish first("firstLine"), second("secondLine"), positive("positive"), negative("negative"),
        asPrinted("asPrinted"), lastDigits("lastDigits"), reductions("reductions"), heading("heading"),
        withoutBrackets("withoutBrackets");
    const LetterPairs pairs(folded);
    const auto has = [&](const Wish &wish) { return wish.isIn(folded, pairs); };
    spec.firstLine = has(first);
    spec.secondLine = !spec.firstLine && has(second);
    spec.sign = has(positive) ? 1 : has(negative) ? -1 : 0;
    spec.asPrinted = has(asPrinted);
    spec.lastDigits = has(lastDigits);
    spec.hasReductions = has(reductions);
    spec.isHeading = has(heading);
    spec.withoutBrackets = has(withoutBrackets);
    if (spec.isNumeric())
        spec.ifEmpty = valueIfEmpty(folded);
}

std::optional<ValueKind> kindByDateForm(const QString &description)
{
    // Behind the year.
    constexpr auto month = "-MM"_L1;
    if (!description.contains(month))
        return {};
    const auto &form = member(engineData("wishes"), "dateForm");
    for (const auto &year : form["years"]) {
        const auto yearAndMonth = toQString(year) + month;
        const auto at = description.indexOf(yearAndMonth);
        if (at < 0)
            continue;
        const auto behind = QStringView(description).sliced(at + yearAndMonth.size());
        const auto isDay = [&](const Json &day) { return behind.startsWith(u'-' + toQString(day)); };
        return std::ranges::any_of(form["days"], isDay) ? ValueKind::Date : ValueKind::Month;
    }
    return {};
}

} // namespace xs::engine
