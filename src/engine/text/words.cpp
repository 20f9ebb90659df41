// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace xs::engine {

namespace {

bool isEdge(QChar c)
{
    return !c.isLetterOrNumber() && c != u'%' && c != u'#' && c != u'°' && c != u'º';
}

/// Most words are plain ASCII, which no table of letters is needed for.
bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

QChar lowerPlain(QChar c)
{
    return c >= u'A' && c <= u'Z' ? QChar(char16_t(c.unicode() + (u'a' - u'A'))) : c;
}

QString foldAny(QStringView text)
{
    QString folded;
    for (const auto c : text.toString().toLower().normalized(QString::NormalizationForm_KD)) {
        if (c == u'ß')
            folded += QStringLiteral("ss");
        else if (!c.isMark())
            folded += c == u'’' ? QChar(u'\'') : c;
    }
    return folded;
}

/// Latin letters with accents, dashes, quotes and signs of currencies, each folded once: none of them changes what
/// another is folded to.
class UsualLetters
{
public:
    UsualLetters()
    {
        for (char16_t code = 0; code < latin; ++code)
            m_latin[code] = foldAny(QStringView(&code, 1));
        for (char16_t code = firstMark; code < lastMark; ++code)
            m_marks[code - firstMark] = foldAny(QStringView(&code, 1));
    }

    bool haveAll(QStringView text) const
    {
        return std::ranges::all_of(text, [](QChar c) { return c < latin || (c >= firstMark && c < lastMark); });
    }

    QString fold(QStringView text) const
    {
        QString folded;
        folded.reserve(text.size() + 2);
        for (const auto c : text)
            folded += c < latin ? m_latin[c.unicode()] : m_marks[c.unicode() - firstMark];
        return folded;
    }

private:
    static constexpr char16_t latin = 0x180, firstMark = 0x2010, lastMark = 0x20d0;
    std::array<QString, latin> m_latin;
    std::array<QString, lastMark - firstMark> m_marks;
};

QString foldPlain(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, folded.begin(), lowerPlain);
    return folded;
}

/// "vat20", "address1": a number behind a word, which has more than two letters ("w9" is one).
bool startsNumber(const QString &name, qsizetype i)
{
    constexpr qsizetype shortestWord = 3;
    if (!name[i].isDigit() || i < shortestWord)
        return false;
    const auto before = QStringView(name).sliced(i - shortestWord, shortestWord);
    return std::ranges::all_of(before, [](QChar c) { return c.isLetter(); });
}

} // namespace

QString fold(QStringView text)
{
    if (isPlain(text))
        return foldPlain(text);
    static const UsualLetters usual;
    return usual.haveAll(text) ? usual.fold(text) : foldAny(text);
}

QString key(QStringView text)
{
    if (isPlain(text)) {
        QString letters(text.size(), Qt::Uninitialized);
        auto end = letters.begin();
        for (const auto c : text)
            if (const auto lower = lowerPlain(c); (lower >= u'a' && lower <= u'z') || (lower >= u'0' && lower <= u'9'))
                *end++ = lower;
        letters.truncate(end - letters.begin());
        return letters;
    }
    auto letters = fold(text);
    letters.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return letters;
}

QStringList nameParts(const QString &name)
{
    QString spaced;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const auto startsWord =
            i > 0 && name[i].isUpper() &&
            (name[i - 1].isLower() || (i + 1 < name.size() && name[i - 1].isUpper() && name[i + 1].isLower()));
        if (startsWord || startsNumber(name, i))
            spaced += u' ';
        spaced += name[i] == u'_' ? QChar(u' ') : name[i];
    }
    return sentenceWords(spaced);
}

QStringList sentenceWords(const QString &sentence)
{
    QStringList words;
    const auto folded = fold(sentence);
    for (auto begin = folded.begin(); begin != folded.end();) {
        const auto blank = std::find(begin, folded.end(), u' ');
        auto end = blank;
        while (begin != end && isEdge(*begin))
            ++begin;
        while (begin != end && isEdge(*(end - 1)))
            --end;
        if (begin != end)
            words.emplace_back(begin, end - begin);
        begin = blank == folded.end() ? blank : blank + 1;
    }
    return words;
}

double likeness(QStringView a, QStringView b)
{
    if (a == b)
        return 1;
    const auto longest = std::max(a.size(), b.size());
    if (longest == 0 || std::abs(a.size() - b.size()) > longest / 2)
        return 0;
    std::vector<int> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto above = row[std::size_t(j)];
            row[std::size_t(j)] =
                std::min({above + 1, row[std::size_t(j) - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return 1.0 - double(row.back()) / double(longest);
}

int digitsIn(QStringView text)
{
    return int(std::ranges::count_if(text, [](QChar c) { return c.isDigit(); }));
}

int lettersIn(QStringView text)
{
    return int(std::ranges::count_if(text, [](QChar c) { return c.isLetter(); }));
}

bool hasDigit(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
}

bool isMostlyFigures(QStringView text)
{
    return digitsIn(text) > lettersIn(text);
}

} // namespace xs::engine
