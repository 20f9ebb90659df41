// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/issuer.h"

#include "engine/candidates/senderline.h"
#include "engine/text/addresswords.h"
#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// Names in spaced type fall into pieces.
constexpr int mostPieces = 5;
/// Confidence of recognised words from which on nothing speaks against them, and how far below it they say little.
constexpr double sureReading = 0.9;
constexpr double badReading = 0.15;
constexpr int shortestLoneName = 4;
constexpr std::size_t mostLinesBetween = 1;
constexpr int mostWordsOfPlace = 5;
constexpr int mostWordsInBrackets = 4;

/// Where a number in brackets begins that ends a name: "(139386 X)", "(Co. No: 20154-T)".
int startOfBrackets(const Text &text, const Span &span)
{
    if (!text.tokens[span.last - 1].text.endsWith(u')'))
        return span.last;
    bool digits = false;
    for (int t = span.last - 1; t > span.first && t >= span.last - mostWordsInBrackets; --t) {
        digits = digits || hasDigit(text.tokens[t].text);
        if (text.tokens[t].text.startsWith(u'('))
            return digits ? t : span.last;
    }
    return span.last;
}

/// A name's words without a number before it, and a registration number or specks behind it.
Span bareName(const Text &text, Span span)
{
    const auto isLongNumber = [](const QString &word) {
        return word.size() >= 5 && std::ranges::all_of(word, [](QChar c) { return c.isDigit(); });
    };
    while (span.size() > 1 && (isLongNumber(text.tokens[span.first].text) ||
                               lettersIn(text.tokens[span.first].text) + hasDigit(text.tokens[span.first].text) == 0))
        ++span.first;
    span.last = startOfBrackets(text, span);
    // "Sdn Bhd 5a": nothing of a name stands behind its legal form but a branch in brackets.
    auto form = span.last;
    while (form > span.first + 1 && !isCompanyForm(text.tokens[form - 1].text))
        --form;
    if (form > span.first + 1 && form < span.last) {
        const auto rest = text.textOf({form, span.last});
        if (lettersIn(rest) <= 3 || hasDigit(rest))
            span.last = form;
    }
    while (span.size() > 1) {
        const auto &word = text.tokens[span.last - 1].text;
        const auto brackets = word.startsWith(u'(') && (hasDigit(word) || lettersIn(word) == 0);
        if (!brackets && lettersIn(word) > 0)
            break;
        --span.last;
    }
    return span;
}

/// "Fjord Metrics AB · Dock Street 17 · 411 10 …": the name before a separator, where it has a legal form; else all.
Span nameBeforeSeparator(const Text &text, const Span &span)
{
    for (int t = span.first + 1; t < span.last; ++t) {
        const auto &word = text.tokens[t].text;
        const Span name{span.first, isSeparator(word) ? t : t + 1};
        const auto ends =
            isSeparator(word) || (word.endsWith(u',') && t + 1 < span.last && !isCompanyForm(text.tokens[t + 1].text));
        if (ends && hasCompanyForm(text, name))
            return name;
    }
    return span;
}

/// "SDN BHD", "CO. (M) LTD": what belongs to a name before it.
bool isOnlyForms(const Text &text, const Span &span)
{
    constexpr int mostLetters = 2;
    const auto isMark = [](const QString &word) {
        return word.startsWith(u'(') && word.endsWith(u')') && lettersIn(word) <= mostLetters && !hasDigit(word);
    };
    return !span.isEmpty() && isCompanyForm(text.tokens[span.first].text) &&
           std::all_of(text.tokens.begin() + span.first, text.tokens.begin() + span.last,
                       [&](const Token &token) { return isCompanyForm(token.text) || isMark(token.text); });
}

/// "SERVICE STATION", "BAR & RESTAURANT": what kind of shop it is.
bool isOnlyTrade(const Text &text, const Span &span)
{
    static const auto words = [] {
        QSet<QString> found;
        for (const auto &word : member(engineData("places"), "tradeWords"))
            found.insert(toQString(word));
        return found;
    }();
    return !span.isEmpty() &&
           std::all_of(text.tokens.begin() + span.first, text.tokens.begin() + span.last,
                       [](const Token &token) { return token.text == "&"_L1 || words.contains(key(token.text)); });
}

/// "di", "by", "v/": what leads from a name to whose it is.
bool isParticle(const QString &word)
{
    constexpr qsizetype longest = 3;
    return word.size() <= longest && word == word.toLower() && word.front().isLetter();
}

bool isInCapitals(const QString &words)
{
    return words == words.toUpper();
}

/// "Thank you, please come again": what a till says to everybody.
bool isGreeting(const QString &words)
{
    static const auto phrases = [] {
        QStringList found;
        for (const auto &phrase : member(engineData("names"), "greetings"))
            found << toQString(phrase);
        return found;
    }();
    const auto folded = fold(words);
    return std::ranges::any_of(phrases, [&folded](const QString &phrase) { return folded.contains(phrase); });
}

/// "(A unit of Acme Ltd)", "(formerly Acme Ltd)": what says more of the name above.
bool isRemark(const Text &text, const Span &span)
{
    return text.tokens[span.first].text.startsWith(u'(') && !hasDigit(text.textOf(span));
}

/// "Qty UOM U.Price Amt": words that name columns.
bool isHeadOfTable(const Workspace &workspace, const Span &span)
{
    int named = 0;
    for (int t = span.first; t < span.last; ++t)
        named +=
            saysAny(workspace.labels.bagOf({t, t + 1}), {"quantity", "price", "amount", "description", "discount"});
    return named >= 2;
}

/// Words that never stand in a name or an address: the document's kind, numbers, phones, dates.
bool isOtherData(const Workspace &workspace, const Span &span)
{
    const auto &text = workspace.text;
    const auto words = text.textOf(span);
    if (words.contains(u'@') || words.contains("www."_L1, Qt::CaseInsensitive) || words.contains("http"_L1) ||
        isNumberedLabel(workspace, span))
        return true;
    if (Lexicon::says(workspace.labels.bagOf({span.first, span.first + 1}), "cashier"))
        return true;
    if (isHeadOfTable(workspace, span))
        return true;
    const auto first = workspace.labels.bagOf({span.first, std::min(span.last, span.first + 3)});
    if (saysAny(first, {"phone", "fax", "vatid", "taxnumber", "tax", "invoice", "receipt", "registration", "email",
                        "website", "customer", "total", "order", "time"}))
        return true;
    // "Le", "del", "vom" stand before dates and in names ("Osteria del Ponte").
    constexpr qsizetype longestArticle = 3;
    for (int t = span.first; t < std::min(span.last, span.first + 3); ++t)
        if (text.tokens[t].text.size() > longestArticle &&
            workspace.lexicon.says(workspace.labels.bagOf({t, t + 1}), "date"_L1))
            return true;
    return !workspace.occurrences.in(span, ValueKind::Date).empty();
}

double meanConfidence(const Text &text, const Span &span)
{
    double sum = 0;
    for (int i = span.first; i < span.last; ++i)
        sum += text.tokens[i].confidence;
    return span.isEmpty() ? 0 : sum / span.size();
}

/// Whether a name begins with a title; of recognised ones a letter may have been read wrongly.
bool beginsWith(const QString &name, const QString &title, bool isRecognised)
{
    constexpr double mostOfTitle = 0.75;
    if (!isRecognised)
        return name.startsWith(title);
    const auto shared = std::ranges::mismatch(name, title).in1 - name.begin();
    return double(shared) >= mostOfTitle * double(title.size());
}

/// Names that stand elsewhere too ("payable to Fenwick Mills") are likelier, but for parts of longer names; of slips
/// only the firm that a title is of, since their words are repeated among the goods.
void preferRepeated(std::vector<NameGuess> &guesses, const Text &text, const Page &page)
{
    constexpr qsizetype shortest = 6;
    constexpr double worth = 0.15, worthOfFirm = 0.2;
    const auto keyOf = [&text](const Span &span) { return key(text.textOf(span)); };
    QStringList names, segments;
    std::ranges::transform(guesses, std::back_inserter(names), keyOf, &NameGuess::span);
    std::ranges::transform(text.segments, std::back_inserter(segments), keyOf, &Segment::tokens);
    for (std::size_t g = 0; g < guesses.size(); ++g) {
        auto &guess = guesses[g];
        const auto &name = names[qsizetype(g)];
        // "Reno, NV" stands in every address.
        const auto isPlace = text.textOf(guess.span).contains(u',') && !hasCompanyForm(text, guess.span);
        if (guess.span.size() < 2 || isPlace || name.size() < shortest)
            continue;
        const auto isPart = std::ranges::any_of(
            names, [&name](const QString &longer) { return longer.size() > name.size() && longer.contains(name); });
        const auto isRepeated = [&] {
            for (qsizetype s = 0; s < segments.size(); ++s)
                if (segments[s].contains(name) && !text.segments[std::size_t(s)].tokens.overlaps(guess.span))
                    return true;
            return false;
        };
        if (!page.mayBeSlip() && !isPart && isRepeated())
            guess.likelihood += worth;
        // "Alder Water" above "Alder Water Ltd": the latter is the firm.
        const auto isFirmOfTitle = [&] {
            for (std::size_t other = 0; other < guesses.size(); ++other)
                if (const auto &shorter = names[qsizetype(other)];
                    shorter.size() >= shortest && shorter.size() < name.size() &&
                    beginsWith(name, shorter, page.recognised) && !hasCompanyForm(text, guesses[other].span))
                    return true;
            return false;
        };
        if (hasCompanyForm(text, guess.span) && isFirmOfTitle())
            guess.likelihood += worthOfFirm;
    }
}

/// Gathers the lines of an address: those that look like one, and those between them that do not.
class AddressLines
{
public:
    explicit AddressLines(const Text &text) : m_text(text) {}

    void add(const Span &line)
    {
        if (looksLikeAddress(m_text, line) && line.size() >= 2) {
            // "Parking Station Square" above "Mill Lane 7, 4020 Linz": a name with a word of streets in it.
            if (addressLine(m_text, line) && !m_lines.empty() && !hasNumber(m_lines))
                clear();
            m_lines.insert(m_lines.end(), m_between.begin(), m_between.end());
            m_lines.push_back(line);
            m_between.clear();
            ++m_sure;
        } else if (m_sure > 0) {
            m_between.push_back(line);
            if (m_between.size() > mostLinesBetween || hasCompanyForm(m_text, line))
                finish();
        }
    }

    void finish()
    {
        // A town's or state's name may stand alone in the last line.
        if (m_sure > 0 && !m_between.empty() && isPlaceName(m_between.front()))
            m_lines.push_back(m_between.front());
        if (m_sure > 0) {
            NameGuess guess{m_lines.front(), {m_lines.begin() + 1, m_lines.end()}, 0};
            guess.likelihood = std::min(0.8, 0.45 + 0.12 * m_sure);
            m_found.push_back(std::move(guess));
        }
        clear();
    }

    std::vector<NameGuess> take() { return std::move(m_found); }

private:
    void clear()
    {
        m_lines.clear();
        m_between.clear();
        m_sure = 0;
    }

    bool hasNumber(const std::vector<Span> &lines) const
    {
        return std::ranges::any_of(lines, [this](const Span &line) { return hasDigit(m_text.textOf(line)); });
    }

    bool isPlaceName(const Span &line) const
    {
        const auto words = m_text.textOf(line);
        return line.size() <= mostWordsOfPlace && lettersIn(words) >= 4 && !hasDigit(words) &&
               !hasCompanyForm(m_text, line);
    }

    const Text &m_text;
    std::vector<Span> m_lines;
    std::vector<Span> m_between;
    int m_sure = 0;
    std::vector<NameGuess> m_found;
};

/// The words of a line up to where another column begins; on slips gaps say little unless other data stand behind.
Span firstColumn(const Workspace &workspace, const Line &line)
{
    constexpr double widestInColumn = 4;
    const auto &text = workspace.text;
    const auto isSlip = text.page(line.page).mayBeSlip();
    for (int s = line.segments.first + 1; s < line.segments.last; ++s) {
        const auto &tokens = text.segments[s].tokens;
        if (text.segments[s].box.left() - text.segments[s - 1].box.right() > widestInColumn * line.wordHeight &&
            (!isSlip || isOtherData(workspace, tokens)))
            return {line.tokens.first, tokens.first};
    }
    return line.tokens;
}

/// The words of a line before a phone number that stands behind the address.
Span withoutPhone(const Workspace &workspace, const Span &line)
{
    for (int t = line.first + 1; t < line.last; ++t)
        if (saysAny(workspace.labels.bagOf({t, t + 1}), {"phone", "fax"}))
            return {line.first, t};
    return line;
}

/// A phone number that no word tells.
bool isOnlyDigits(const QString &words)
{
    constexpr int fewestOfPhone = 7;
    return lettersIn(words) == 0 && digitsIn(words) >= fewestOfPhone;
}

/// What has neither numbers nor parts is no street where it begins the paper.
bool isBareTitle(const Text &text, const Span &line)
{
    const auto words = text.textOf(line);
    return !hasDigit(words) && !words.contains(u',');
}

} // namespace

std::vector<NameGuess> guessIssuer(const Workspace &workspace, const SearchArea &area)
{
    const auto &text = workspace.text;
    std::vector<NameGuess> guesses;
    const auto &page = text.page(area.firstPage);
    QStringList domains;
    for (const auto kind : {ValueKind::Email, ValueKind::Url})
        for (const auto &found :
             workspace.occurrences.in({text.segments.empty() ? 0 : page.tokens.first, page.tokens.last}, kind)) {
            auto domain = fold(toQString(found.value)).section(u'@', -1);
            static const QRegularExpression scheme(u"^https?://"_s), web(u"^www\\."_s);
            domain.remove(scheme).remove(web);
            domains << key(domain.section(u'.', 0, 0));
        }
    const auto senders = findSenderLines(workspace, area);
    int rank = 0;
    for (int s = page.segments.first; s < page.segments.last; ++s) {
        auto segment = text.segments[s];
        // Lines of slips hold one thing, however wide its blanks are.
        const auto &whole = text.lines[segment.line];
        if (page.mayBeSlip() && page.size.height() > 1.2 * page.size.width() && whole.tokens.size() <= 9 &&
            whole.segments.size() <= mostPieces) {
            if (s != whole.segments.first)
                continue;
            if (std::ranges::none_of(text.tokens.begin() + whole.tokens.first, text.tokens.begin() + whole.tokens.last,
                                     [](const Token &t) { return hasDigit(t.text); }) ||
                hasCompanyForm(text, whole.tokens))
                segment.tokens = whole.tokens;
        }
        auto span = bareName(text, nameBeforeSeparator(text, segment.tokens));
        for (const auto &line : senders)
            if (line.sender.name->first == span.first)
                span = *line.sender.name;
        const auto form = hasCompanyForm(text, span);
        // "di Rossi Maria & C. s.n.c.": the firm of the name above.
        if (form && span.size() > 2 && isParticle(text.tokens[span.first].text))
            ++span.first;
        const auto words = text.textOf(span);
        const auto letters = lettersIn(words);
        const auto top = segment.box.top() / std::max(1.0, page.size.height());
        if (letters < 3 || span.size() > 9 || (top > 0.45 && !form))
            continue;
        if (meanConfidence(text, span) < 0.5 || isOtherData(workspace, span) || workspace.labels.looksLikeLabel(span) ||
            words.endsWith(u':'))
            continue;
        // "Pond Lane Bakery" is no address; streets have numbers or towns behind them.
        const auto street = looksLikeAddress(text, span) && (hasDigit(words) || words.contains(u','));
        if (!form && (street || letters < 0.6 * double(words.size()) || isGreeting(words)))
            continue;
        NameGuess guess{span, {}, words[0].isLower() ? 0.0 : 0.28};
        guess.likelihood += form ? 0.27 : 0;
        const auto doubt = page.recognised ? std::clamp(sureReading - meanConfidence(text, span), 0.0, 0.4) : 0.0;
        const auto isTrade = page.mayBeSlip() && isOnlyTrade(text, span);
        const auto isStump = span.size() == 1 && letters < shortestLoneName;
        guess.likelihood -= 0.6 * doubt + (isStump || isTrade || isRemark(text, span) ? 0.15 : 0);
        guess.likelihood += rank == 0 ? 0.22 : rank == 1 ? 0.06 : 0;
        guess.likelihood += 0.1 * std::clamp(segment.box.height() / std::max(1.0, page.wordHeight) - 1.0, 0.0, 1.0);
        const auto name = key(words);
        if (std::ranges::any_of(domains, [&name](const QString &d) {
                return d.size() >= 4 && name.size() >= 4 && (name.contains(d) || d.contains(name));
            }))
            guess.likelihood += 0.2;
        if (top > 0.5)
            guess.likelihood -= 0.1;
        // "HARDWARE &" goes on in the next line.
        const auto &line = text.lines[segment.line];
        if (line.segments.size() == 1 && segment.line + 1 < page.lines.last) {
            const auto &next = text.segments[text.lines[segment.line + 1].segments.first];
            const auto open = text.tokens[segment.tokens.last - 1].text == "&"_L1;
            const auto goesOn = text.tokens[next.tokens.first].text == "&"_L1 && next.tokens.size() > 1;
            const auto isKind = page.mayBeSlip() && !isTrade && isOnlyTrade(text, next.tokens) &&
                                isInCapitals(words) == isInCapitals(text.textOf(next.tokens));
            if ((words.endsWith(u'&') || open || goesOn || isKind || isOnlyForms(text, bareName(text, next.tokens)) ||
                 (hasCompanyForm(text, {next.tokens.first - 1, next.tokens.last}) && next.tokens.size() <= 3 &&
                  !form)) &&
                next.box.top() - segment.box.bottom() < 1.2 * segment.box.height() &&
                lettersIn(text.textOf(next.tokens)) > 2) {
                if (open)
                    guess.span.last = segment.tokens.last;
                auto rest = bareName(text, next.tokens);
                if (goesOn)
                    rest.first = next.tokens.first;
                guess.more.push_back(rest);
            }
        }
        // Specks and torn logos take nobody's place.
        rank += doubt < badReading && !isStump && !isTrade && !words[0].isLower();
        guess.hasForm = form || (!guess.more.empty() && hasCompanyForm(text, guess.more.back()));
        guesses.push_back(guess);
    }
    preferRepeated(guesses, text, page);
    std::ranges::stable_sort(guesses,
                             [](const NameGuess &a, const NameGuess &b) { return a.likelihood > b.likelihood; });
    if (guesses.size() > 8)
        guesses.resize(8);
    return guesses;
}

std::vector<NameGuess> guessIssuerAddress(const Workspace &workspace, const SearchArea &area)
{
    const auto &text = workspace.text;
    const auto &page = text.page(area.firstPage);
    AddressLines lines(text);
    double bottom = 0;
    bool isFirst = true;
    for (int l = page.lines.first; l < page.lines.last; ++l) {
        const auto &line = text.lines[l];
        if (line.box.top() > 0.45 * page.size.height())
            break;
        const auto letters = lettersIn(text.textOf(line.tokens));
        // Specks between the lines of recognised paper.
        if (page.recognised && letters < 2 && !hasDigit(text.textOf(line.tokens)))
            continue;
        // The name may have a word of streets in it ("Lorong Nine House", "Corner Street Bakery").
        const auto isTitle = std::exchange(isFirst, false) && page.mayBeSlip() && isBareTitle(text, line.tokens);
        const auto far = bottom > 0 && line.box.top() - bottom > 1.8 * line.wordHeight;
        const auto words = withoutPhone(workspace, firstColumn(workspace, line));
        const auto other = isOtherData(workspace, words) || isOnlyDigits(text.textOf(words));
        if (far || other)
            lines.finish();
        bottom = line.box.bottom();
        if (!other && !isTitle && !isRemark(text, words))
            lines.add(words);
    }
    lines.finish();
    return lines.take();
}

} // namespace xs::engine
