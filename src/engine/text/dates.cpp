// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/dates.h"

#include "engine/text/words.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <bitset>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int oldestYear = 1900;
constexpr int latestYear = 2100;

QHash<QString, int> monthNames()
{
    QHash<QString, int> names;
    for (const auto language : {QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish, QLocale::Italian,
                                QLocale::Dutch, QLocale::Portuguese}) {
        const QLocale locale(language);
        for (int month = 1; month <= 12; ++month) {
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                for (const auto &name : {locale.monthName(month, format), locale.standaloneMonthName(month, format)}) {
                    const auto word = key(name);
                    if (word.size() >= 3 && !names.contains(word))
                        names.insert(word, month);
                    if (format == QLocale::LongFormat && word.size() > 3 && !names.contains(word.first(3)))
                        names.insert(word.first(3), month);
                }
            }
        }
    }
    names.insert(u"sept"_s, 9);
    return names;
}

const QHash<QString, int> &knownMonths()
{
    static const auto names = monthNames();
    return names;
}

/// The first three letters of every name of a month.
class MonthStarts
{
public:
    MonthStarts()
    {
        for (auto name = knownMonths().keyBegin(); name != knownMonths().keyEnd(); ++name)
            if (std::ranges::all_of(name->first(letters), isPlain))
                m_starts.set(codeOf(name->first(letters)));
    }

    /// Letters that are no plain ones may be folded to any.
    bool mayBeIn(QStringView text) const
    {
        qsizetype run = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i].unicode() >= 0x80 && (text[i].isLetter() || text[i].isSurrogate()))
                return true;
            run = isPlain(text[i]) ? run + 1 : 0;
            if (run >= letters && m_starts.test(codeOf(text.sliced(i + 1 - letters, letters))))
                return true;
        }
        return false;
    }

private:
    static constexpr qsizetype letters = 3;

    static bool isPlain(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

    static std::size_t codeOf(QStringView plain)
    {
        std::size_t code = 0;
        for (const auto c : plain)
            code = code << 5 | (c.unicode() & 31);
        return code;
    }

    std::bitset<1 << 5 * letters> m_starts;
};

/// Whether a sign that parts the numbers of a date stands twice.
bool hasSignTwice(QStringView text)
{
    constexpr QStringView signs(u"-/.·");
    return std::ranges::any_of(signs, [text](QChar sign) {
        const auto first = text.indexOf(sign);
        return first >= 0 && text.indexOf(sign, first + 1) > first;
    });
}

bool hasDigitsInARow(qsizetype fewest, QStringView text)
{
    qsizetype run = 0;
    return std::ranges::any_of(text, [&](QChar c) {
        run = c >= u'0' && c <= u'9' ? run + 1 : 0;
        return run >= fewest;
    });
}

int fullYear(QStringView digits)
{
    const auto year = digits.toInt();
    if (digits.size() > 2)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

QDate validDate(int year, int month, int day)
{
    const QDate date(year, month, day);
    return date.isValid() && year >= oldestYear && year <= latestYear ? date : QDate();
}

void addNumeric(const QString &text, std::vector<FoundDate> &found)
{
    static const QRegularExpression pattern(
        uR"((?<![\d.,/])(\d{1,4})\s?([-/.·])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})(?![\d]|[-/.]\d))"_s);
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto a = match.capturedView(1), b = match.capturedView(3), c = match.capturedView(4);
        FoundDate date{match.capturedStart(), match.capturedLength(), {}, true, {}};
        if (a.size() == 4) {
            date.date = validDate(a.toInt(), b.toInt(), c.toInt());
        } else if (a.size() <= 2 && c.size() > 1) {
            const auto year = fullYear(c);
            date.date = validDate(year, b.toInt(), a.toInt());
            date.swapped = validDate(year, a.toInt(), b.toInt());
            if (!date.date.isValid())
                std::swap(date.date, date.swapped);
            if (!date.date.isValid() && a.size() == 2 && c.size() == 2)
                date.date = validDate(fullYear(a), b.toInt(), c.toInt());
        }
        if (date.date.isValid())
            found.push_back(date);
    }
}

void addNamed(const QString &text, std::vector<FoundDate> &found)
{
    static const QRegularExpression dayFirst(
        uR"((?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[\s.\-/,]{0,3}(?:day\s+of\s+|de\s+|of\s+)?(\p{L}{3,10})\.?[\s.\-/,']{0,3}(?:de\s+|del\s+)?(\d{4}|\d{2})(?!\d|:))"_s);
    static const QRegularExpression monthFirst(
        uR"((?<!\p{L})(\p{L}{3,10})\.?[\s.\-/]{0,2}(\d{1,2})(?:st|nd|rd|th)?[\s.,\-/]{1,3}(\d{4}|\d{2})(?!\d|:))"_s);
    for (const auto *pattern : {&dayFirst, &monthFirst}) {
        auto matches = pattern->globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const auto day = match.capturedView(pattern == &dayFirst ? 1 : 2).toInt();
            const auto month = monthNumber(match.capturedView(pattern == &dayFirst ? 2 : 1));
            const auto date = month > 0 ? validDate(fullYear(match.capturedView(3)), month, day) : QDate();
            if (date.isValid())
                found.push_back({match.capturedStart(), match.capturedLength(), date, true, {}});
        }
    }
}

/// "July 1 - July 31, 2014": the year stands at the end only.
void addRanges(const QString &text, std::vector<FoundDate> &found)
{
    static const QRegularExpression pattern(
        uR"((?<!\p{L})(\p{L}{3,10})\.?\s(\d{1,2})\s?[-–—]\s?(?:(\p{L}{3,10})\.?\s)?(\d{1,2})\s?,?\s(\d{4})(?!\d))"_s);
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto first = monthNumber(match.capturedView(1));
        const auto last = match.capturedView(3).isEmpty() ? first : monthNumber(match.capturedView(3));
        const auto year = match.capturedView(5).toInt();
        const auto start = first > 0 ? validDate(year, first, match.capturedView(2).toInt()) : QDate();
        const auto end = last > 0 ? validDate(year, last, match.capturedView(4).toInt()) : QDate();
        if (!start.isValid() || !end.isValid() || start > end)
            continue;
        const auto middle = match.capturedEnd(2), behind = match.capturedStart(match.capturedStart(3) >= 0 ? 3 : 4);
        std::erase_if(found, [&match](const FoundDate &date) {
            return date.start < match.capturedEnd() && match.capturedStart() < date.start + date.length;
        });
        found.push_back({match.capturedStart(), middle - match.capturedStart(), start, true, {}});
        found.push_back({behind, match.capturedEnd() - behind, end, true, {}});
    }
}

void addIsoInNumbers(const QString &text, std::vector<FoundDate> &found)
{
    static const QRegularExpression pattern(uR"((?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})T)"_s);
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto date =
            validDate(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt());
        if (date.isValid())
            found.push_back({match.capturedStart(), match.capturedLength() - 1, date, true, {}});
    }
}

/// Eight digits are a date where a time stands behind them: "25032018 13:11:54".
void addBeforeTimes(const QString &text, std::vector<FoundDate> &found)
{
    static const QRegularExpression pattern(
        uR"((?<![\d./\-])(?:((?:19|20)\d{2})(\d{2})(\d{2})|(\d{2})(\d{2})((?:19|20)\d{2}))(?=\s{1,2}\d{1,2}:\d{2}(?!\d)))"_s);
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto part = [&match](int group) { return match.capturedView(group).toInt(); };
        FoundDate date{match.capturedStart(), match.capturedLength(), validDate(part(1), part(2), part(3)), true, {}};
        if (!match.hasCaptured(1)) {
            date.date = validDate(part(6), part(5), part(4));
            date.swapped = validDate(part(6), part(4), part(5));
            if (!date.date.isValid())
                std::swap(date.date, date.swapped);
        }
        if (date.date.isValid())
            found.push_back(date);
    }
}

void sortAndUntangle(std::vector<FoundDate> &found)
{
    std::ranges::stable_sort(found, {}, &FoundDate::start);
    std::vector<FoundDate> kept;
    for (const auto &date : found)
        if (kept.empty() || date.start >= kept.back().start + kept.back().length)
            kept.push_back(date);
    found = std::move(kept);
}

} // namespace

int monthNumber(QStringView name)
{
    return knownMonths().value(key(name), 0);
}

bool mayNameMonth(QStringView text)
{
    static const MonthStarts starts;
    return starts.mayBeIn(text);
}

std::vector<FoundDate> findDates(const QString &text)
{
    std::vector<FoundDate> found;
    if (!hasDigit(text))
        return found;
    // Most texts with digits have nothing that a pattern needs: that is seen faster than no match is found.
    const auto isParted = hasSignTwice(text), namesMonth = mayNameMonth(text);
    if (isParted)
        addNumeric(text, found);
    if (namesMonth)
        addNamed(text, found);
    if (isParted && text.contains(u'T'))
        addIsoInNumbers(text, found);
    if (text.contains(u':') && hasDigitsInARow(8, text))
        addBeforeTimes(text, found);
    if (namesMonth)
        addRanges(text, found);
    sortAndUntangle(found);
    return found;
}

std::vector<FoundDate> findMonths(const QString &text)
{
    static const QRegularExpression named(
        uR"((?<!\p{L})(\p{L}{3,10})\.?[\s.,\-/']{0,3}(?:de\s+|of\s+)?(\d{4})(?!\d))"_s);
    static const QRegularExpression numeric(uR"((?<![\d/.\-])(\d{1,2})\s?[/.\-]\s?(\d{4})(?!\d))"_s);
    static const QRegularExpression yearFirst(uR"((?<![\d/.\-])((?:19|20)\d{2})[/.\-](\d{1,2})(?![\d/.\-]))"_s);
    std::vector<FoundDate> found;
    // The digits of the year.
    if (!hasDigitsInARow(4, text))
        return found;
    for (const auto *pattern : {&named, &numeric, &yearFirst}) {
        if (pattern == &named && !mayNameMonth(text))
            continue;
        auto matches = pattern->globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const auto first = match.capturedView(1), second = match.capturedView(2);
            const auto month = pattern == &named ? monthNumber(first) : (pattern == &numeric ? first : second).toInt();
            const auto year = (pattern == &yearFirst ? first : second).toInt();
            if (const auto date = month > 0 ? validDate(year, month, 1) : QDate(); date.isValid())
                found.push_back({match.capturedStart(), match.capturedLength(), date, false, {}});
        }
    }
    sortAndUntangle(found);
    return found;
}

} // namespace xs::engine
