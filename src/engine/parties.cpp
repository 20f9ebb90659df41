// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/parties.h"

#include "engine/data.h"
#include "engine/patterns.h"
#include "engine/segmenttext.h"
#include "engine/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr int mostBlockLines = 9;

QSet<QString> wordSet(const char *name)
{
    QSet<QString> words;
    for (const auto &word : member(engineData("places"), name))
        words.insert(fold(toQString(word)));
    return words;
}

bool isStreetWord(const QString &word)
{
    static const auto words = wordSet("streetWords");
    const auto folded = fold(word);
    auto bare = folded;
    while (!bare.isEmpty() && (bare.endsWith(u',') || bare.endsWith(u'.')))
        bare.chop(1);
    return words.contains(folded) || words.contains(bare) ||
           (bare.size() > 6 && (bare.endsWith("strasse"_L1) || bare.endsWith("straat"_L1) || bare.endsWith("weg"_L1) ||
                                bare.endsWith("platz"_L1) || bare.endsWith("laan"_L1)));
}

bool hasDigit(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

int lettersIn(const QString &text)
{
    return int(std::ranges::count_if(text, [](QChar c) { return c.isLetter(); }));
}

/// The parts of a line with a postal code: "80333 München", "3012 CN Rotterdam", "Fremont CA 94538", "Bellevue, WA,
/// 98005".
struct PostalLine
{
    Span zip, city;
    std::optional<Span> state;
};

std::optional<PostalLine> postalLine(const Text &text, const Span &span)
{
    static const QRegularExpression zipFirst(
        uR"(^(?:[A-Z]{1,3}-)?(\d{4}\s?[A-Z]{2}|\d{4,6}(?:-\d{3,4})?)[\s,]+(\p{L}[\p{L}\s.'’/()\-,]{1,40})$)"_s);
    static const QRegularExpression zipLast(
        uR"(^(\p{L}[\p{L}\s.'’\-]{1,30}?),?\s+([A-Z]{2})[.,]?\s+(\d{5}(?:-\d{4})?)(?:[\s,].{0,16})?$)"_s);
    const SpanText line(text, span);
    const auto match = zipFirst.match(line.string());
    const auto city = match.hasMatch() ? line.tokens(match.capturedStart(2), match.capturedLength(2)) : Span{};
    const auto isStreet = std::any_of(text.tokens.begin() + city.first, text.tokens.begin() + city.last,
                                      [](const Token &t) { return isStreetWord(t.text); });
    if (match.hasMatch() && !isStreet)
        return PostalLine{line.tokens(match.capturedStart(1), match.capturedLength(1)),
                          line.tokens(match.capturedStart(2), match.capturedLength(2)),
                          {}};
    if (const auto match = zipLast.match(line.string()); match.hasMatch())
        return PostalLine{line.tokens(match.capturedStart(3), match.capturedLength(3)),
                          line.tokens(match.capturedStart(1), match.capturedLength(1)),
                          line.tokens(match.capturedStart(2), match.capturedLength(2))};
    return {};
}

Party partyIn(const Bag &bag, const Lexicon &lexicon)
{
    if (lexicon.says(bag, "shipto"_L1))
        return Party::Recipient;
    if (lexicon.says(bag, "buyer"_L1) || lexicon.says(bag, "customer"_L1))
        return Party::Buyer;
    if (lexicon.says(bag, "vendor"_L1))
        return Party::Vendor;
    return Party::None;
}

bool isNumberedLabel(const Workspace &workspace, const Span &span);

class BlockFinder
{
public:
    BlockFinder(const Workspace &workspace, const SearchArea &area)
        : m_workspace(workspace), m_text(workspace.text), m_area(area)
    {
    }

    std::vector<AddressBlock> find()
    {
        std::vector<AddressBlock> blocks;
        for (int s = m_area.segments.first; s < m_area.segments.last; ++s) {
            if (m_text.segments[s].page > m_area.firstPage + 3)
                break;
            if (const auto postal = postalLine(m_text, m_text.segments[s].tokens))
                blocks.push_back(blockAbove(s, *postal));
        }
        guessParties(blocks);
        return blocks;
    }

private:
    /// The segment directly above or below in the same column; −1 when there is none close by.
    int neighbour(int segment, int direction, double farthest) const
    {
        const auto &here = m_text.segments[segment];
        const auto &page = m_text.page(here.page);
        const auto height = std::max(1.0, here.box.height());
        for (int l = here.line + direction; l >= page.lines.first && l < page.lines.last; l += direction) {
            const auto &line = m_text.lines[l];
            const auto gap = direction < 0 ? here.box.top() - line.box.bottom() : line.box.top() - here.box.bottom();
            if (gap > farthest * height)
                return -1;
            for (int s = line.segments.first; s < line.segments.last; ++s) {
                const auto &other = m_text.segments[s];
                const auto leftAligned = std::abs(other.box.left() - here.box.left()) < 1.2 * height;
                const auto centred = std::abs(other.box.center().x() - here.box.center().x()) < 1.2 * height;
                const auto rightAligned = std::abs(other.box.right() - here.box.right()) < 0.6 * height;
                if (leftAligned || centred || rightAligned)
                    return s;
            }
        }
        return -1;
    }

    AddressBlock blockAbove(int segment, const PostalLine &postal)
    {
        AddressBlock block;
        block.page = m_text.segments[segment].page;
        block.zip = postal.zip;
        block.city = postal.city;
        block.state = postal.state;
        block.address = {m_text.segments[segment].tokens};
        int current = segment;
        std::vector<int> above;
        for (int count = 0; count < mostBlockLines; ++count) {
            const auto next = neighbour(current, -1, count == 0 ? 2.6 : 1.6);
            if (next < 0)
                break;
            const auto &tokens = m_text.segments[next].tokens;
            const auto bag = m_workspace.labels.bagOf(tokens);
            const auto party = tokens.size() <= 5 ? partyIn(bag, m_workspace.lexicon) : Party::None;
            if (party != Party::None && m_workspace.labels.looksLikeLabel(tokens)) {
                block.party = party;
                block.certainty = 0.95;
                break;
            }
            if (isNumberedLabel(m_workspace, tokens) || m_text.textOf(tokens).endsWith(u':') ||
                postalLine(m_text, tokens))
                break;
            above.push_back(next);
            current = next;
        }
        if (block.party == Party::None && !above.empty())
            findHeading(above.back(), block);
        readLines(above, block);
        if (const auto below = neighbour(segment, 1, 1.2); below >= 0) {
            const auto &tokens = m_text.segments[below].tokens;
            if (tokens.size() <= 3 && !hasDigit(m_text.textOf(tokens)) && !m_workspace.labels.looksLikeLabel(tokens)) {
                block.country = tokens;
            }
        }
        return block;
    }

    void findHeading(int top, AddressBlock &block) const
    {
        const auto heading = neighbour(top, -1, 4);
        if (heading < 0)
            return;
        const auto &tokens = m_text.segments[heading].tokens;
        const auto party = partyIn(m_workspace.labels.bagOf(tokens), m_workspace.lexicon);
        if (party != Party::None && tokens.size() <= 4) {
            block.party = party;
            block.certainty = 0.9;
        }
    }

    /// Lines above the postal line, from bottom to top: the street, perhaps more, at last the name.
    void readLines(const std::vector<int> &above, AddressBlock &block) const
    {
        std::vector<Span> names;
        for (std::size_t i = 0; i < above.size(); ++i) {
            const auto &tokens = m_text.segments[above[i]].tokens;
            const auto words = m_text.textOf(tokens);
            if (words.contains(u'@') || lettersIn(words) < 2)
                continue;
            if (!block.street && i <= 1 && hasDigit(words) && lettersIn(words) >= 3 &&
                !m_workspace.labels.looksLikeLabel(tokens)) {
                block.street = tokens;
                block.address.insert(block.address.begin(), tokens);
            } else if (hasDigit(words) && lettersIn(words) < 8) {
                continue;
            } else {
                names.push_back(tokens);
            }
        }
        if (!block.street && names.size() >= 2) {
            block.street = names.front();
            block.address.insert(block.address.begin(), names.front());
            names.erase(names.begin());
        }
        if (!names.empty())
            block.name = names.front();
        // A line with a legal form is the name even when others stand above it.
        for (const auto &span : names)
            if (hasCompanyForm(m_text, span))
                block.name = span;
    }

    /// Without a heading, the first address of a document is mostly the issuer's, the second the customer's.
    static void guessParties(std::vector<AddressBlock> &blocks)
    {
        const auto has = [&blocks](Party party) {
            return std::ranges::any_of(blocks, [party](const AddressBlock &b) { return b.party == party; });
        };
        for (auto &block : blocks) {
            if (block.party != Party::None)
                continue;
            if (!has(Party::Vendor)) {
                block.party = Party::Vendor;
                block.certainty = 0.5;
            } else if (!has(Party::Buyer)) {
                block.party = Party::Buyer;
                block.certainty = 0.5;
            }
        }
    }

    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
};

/// A name's words without a registration number in brackets behind it.
Span withoutRegistration(const Text &text, Span span)
{
    while (span.size() > 1) {
        const auto &word = text.tokens[span.last - 1].text;
        const auto brackets = word.startsWith(u'(') && (hasDigit(word) || lettersIn(word) == 0);
        if (!brackets && lettersIn(word) > 0)
            break;
        --span.last;
    }
    return span;
}

bool looksLikeAddress(const Text &text, const Span &span)
{
    int street = 0, digits = 0, commas = 0;
    for (int i = span.first; i < span.last; ++i) {
        street += isStreetWord(text.tokens[i].text);
        digits += hasDigit(text.tokens[i].text);
        commas += text.tokens[i].text.endsWith(u',');
    }
    return street > 0 || commas >= 2 || (digits > 0 && commas > 0) ||
           std::ranges::any_of(text.tokens.begin() + span.first, text.tokens.begin() + span.last, [](const Token &t) {
               static const QRegularExpression zip(u"^\\d{5,6}[,.]?$"_s);
               return zip.match(t.text).hasMatch();
           });
}

/// A form's numbered label: "6 City, state, and ZIP code".
bool isNumberedLabel(const Workspace &workspace, const Span &span)
{
    const auto &number = workspace.text.tokens[span.first].text;
    if (span.size() < 2 || number.size() > 2 || !number[0].isDigit())
        return false;
    const auto bag = workspace.labels.bagOf({span.first + 1, span.first + 2});
    return std::ranges::any_of(std::array{"address", "name", "city", "state", "zip", "street", "company"},
                               [&](const char *name) { return workspace.lexicon.says(bag, QLatin1StringView(name)); });
}

/// Words that never stand in a name or an address: the document's kind, numbers, phones, dates.
bool isOtherData(const Workspace &workspace, const Span &span)
{
    const auto &text = workspace.text;
    const auto words = text.textOf(span);
    if (words.contains(u'@') || words.contains("www."_L1, Qt::CaseInsensitive) || words.contains("http"_L1) ||
        isNumberedLabel(workspace, span))
        return true;
    static const char *const others[] = {"phone",   "fax",      "vatid", "taxnumber",    "tax",
                                         "invoice", "receipt",  "date",  "registration", "email",
                                         "website", "customer", "total", "order",        "time"};
    if (workspace.lexicon.says(workspace.labels.bagOf({span.first, span.first + 1}), "cashier"_L1))
        return true;
    const auto first = workspace.labels.bagOf({span.first, std::min(span.last, span.first + 3)});
    if (std::ranges::any_of(others,
                            [&](const char *name) { return workspace.lexicon.says(first, QLatin1StringView(name)); }))
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

} // namespace

bool hasCompanyForm(const Text &text, const Span &span)
{
    static const auto forms = wordSet("companyForms");
    for (int i = span.first; i < span.last; ++i) {
        auto word = fold(text.tokens[i].text);
        if (forms.contains(word))
            return i > span.first;
        while (!word.isEmpty() && !word.back().isLetter())
            word.chop(1);
        if (i > span.first && (forms.contains(word) || forms.contains(word + u'.')))
            return true;
    }
    return false;
}

std::vector<AddressBlock> findAddresses(const Workspace &workspace, const SearchArea &area)
{
    return BlockFinder(workspace, area).find();
}

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
            domain.remove(QRegularExpression(u"^https?://"_s)).remove(QRegularExpression(u"^www\\."_s));
            domains << key(domain.section(u'.', 0, 0));
        }
    int rank = 0;
    for (int s = page.segments.first; s < page.segments.last; ++s) {
        auto segment = text.segments[s];
        // Recognised lines of narrow paper hold one thing, however wide its blanks are.
        const auto &whole = text.lines[segment.line];
        if (page.recognised && page.size.height() > 1.2 * page.size.width() && whole.tokens.size() <= 9 &&
            whole.segments.size() <= 3) {
            if (s != whole.segments.first)
                continue;
            if (std::ranges::none_of(text.tokens.begin() + whole.tokens.first, text.tokens.begin() + whole.tokens.last,
                                     [](const Token &t) { return hasDigit(t.text); }) ||
                hasCompanyForm(text, whole.tokens))
                segment.tokens = whole.tokens;
        }
        auto span = withoutRegistration(text, segment.tokens);
        const auto words = text.textOf(span);
        const auto letters = lettersIn(words);
        const auto form = hasCompanyForm(text, span);
        const auto top = segment.box.top() / std::max(1.0, page.size.height());
        if (letters < 3 || span.size() > 9 || (top > 0.45 && !form))
            continue;
        if (meanConfidence(text, span) < 0.5 || isOtherData(workspace, span) || workspace.labels.looksLikeLabel(span) ||
            words.endsWith(u':'))
            continue;
        // "Pond Lane Bakery" is no address; streets have numbers or towns behind them.
        const auto street = looksLikeAddress(text, span) && (hasDigit(words) || words.contains(u','));
        if (!form && (street || letters < 0.6 * double(words.size())))
            continue;
        NameGuess guess{span, {}, 0.28};
        guess.likelihood += form ? 0.27 : 0;
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
            if ((words.endsWith(u'&') || (hasCompanyForm(text, {next.tokens.first - 1, next.tokens.last}) &&
                                          next.tokens.size() <= 3 && !form)) &&
                next.box.top() - segment.box.bottom() < 1.2 * segment.box.height() &&
                lettersIn(text.textOf(next.tokens)) > 2)
                guess.more.push_back(withoutRegistration(text, next.tokens));
        }
        ++rank;
        guesses.push_back(guess);
    }
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
    std::vector<NameGuess> guesses;
    NameGuess current;
    double bottom = 0;
    int addressLines = 0;
    const auto finish = [&] {
        while (!current.more.empty() && !looksLikeAddress(text, current.more.back()) && current.more.size() > 1 &&
               !hasDigit(text.textOf(current.more.back())) && lettersIn(text.textOf(current.more.back())) < 4)
            current.more.pop_back();
        if (addressLines > 0 && !current.more.empty()) {
            current.span = current.more.front();
            current.more.erase(current.more.begin());
            current.likelihood = std::min(0.8, 0.45 + 0.12 * addressLines);
            guesses.push_back(current);
        }
        current = {};
        addressLines = 0;
    };
    for (int l = page.lines.first; l < page.lines.last; ++l) {
        const auto &line = text.lines[l];
        if (line.box.top() > 0.45 * page.size.height())
            break;
        const auto far = bottom > 0 && line.box.top() - bottom > 1.8 * line.wordHeight;
        const auto address =
            looksLikeAddress(text, line.tokens) && !isOtherData(workspace, line.tokens) && line.tokens.size() >= 2;
        if (far || isOtherData(workspace, line.tokens))
            finish();
        bottom = line.box.bottom();
        if (isOtherData(workspace, line.tokens))
            continue;
        if (address) {
            current.more.push_back(line.tokens);
            ++addressLines;
        } else if (addressLines > 0) {
            // A town's or state's name may stand alone in the last line.
            if (line.tokens.size() <= 4 && lettersIn(text.textOf(line.tokens)) >= 4 &&
                !hasCompanyForm(text, line.tokens))
                current.more.push_back(line.tokens);
            finish();
        }
    }
    finish();
    return guesses;
}

} // namespace xs::engine
