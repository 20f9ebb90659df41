// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/unlabelled.h"

#include "engine/candidates/choices.h"
#include "engine/candidates/issuer.h"
#include "engine/candidates/nameform.h"
#include "engine/candidates/paymentmeans.h"
#include "engine/candidates/values.h"
#include "engine/text/addresswords.h"
#include "engine/text/words.h"

#include <QHash>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// What a label would be worth, where the form of a value replaces it.
double priorOf(const FieldSpec &field)
{
    const auto &lexicon = Lexicon::standard();
    switch (field.kind) {
    case ValueKind::Email:
        return 0.72;
    case ValueKind::Url:
        return 0.66;
    case ValueKind::Iban:
        return 0.78;
    case ValueKind::Bic:
        return 0.45;
    case ValueKind::Currency:
        return 0.62;
    case ValueKind::Phone:
        return lexicon.says(field.name, "fax"_L1) ? 0 : 0.42;
    case ValueKind::Time:
        return 0.6;
    case ValueKind::Date: {
        // Nothing but a label says that a document has a date that is not asked for.
        if (field.field.pointer.startsWith("rival:"_L1))
            return 0.2;
        if (saysAny(field.name,
                    {"due", "order", "delivery", "birth", "start", "end", "payment", "cashdiscount", "period"}))
            return 0.2;
        return Lexicon::says(field.name, "signature") ? 0.5 : 0.62;
    }
    default:
        return 0;
    }
}

/// Longer texts are prose.
constexpr int mostWordsOfAddress = 26;
/// The share of a ticked statement's words that must be about the field.
constexpr double leastStatement = 0.3;

/// How much likelier a date with a time beside it is the document's own.
constexpr double worthOfTime = 0.1;
/// In usual heights of the page's words.
constexpr double tallName = 1.8;
constexpr double qualityOfPayment = 0.9;
constexpr double sureLabel = 0.8;

class Adder
{
public:
    Adder(const Workspace &workspace, const SearchArea &area)
        : m_workspace(workspace), m_text(workspace.text), m_area(area)
    {
    }

    Span tokens() const
    {
        return m_area.segments.isEmpty() ? Span{}
                                         : Span{m_text.segments[m_area.segments.first].tokens.first,
                                                m_text.segments[m_area.segments.last - 1].tokens.last};
    }

    Candidate make(const FieldSpec &field, const Json &value, std::vector<Span> spans, double likelihood,
                   double quality) const
    {
        Candidate candidate;
        candidate.value = value;
        candidate.spans = std::move(spans);
        candidate[Feature::Unlabelled] = 1;
        candidate[Feature::Likelihood] = likelihood;
        candidate[Feature::Quality] = quality;
        setPlaceFeatures(candidate, m_area, m_text);
        setCommonFeatures(candidate, field, m_text);
        candidate.score = scoreOf(candidate.features);
        return candidate;
    }

    Candidate text(const FieldSpec &field, const std::vector<Span> &spans, double likelihood,
                   double quality = 0.8) const
    {
        QStringList parts;
        for (const auto &span : spans)
            parts << m_text.textOf(span);
        return make(field, toStd(cleanText(parts.join(u' '))), spans, likelihood, quality);
    }

    void addTyped(const FieldSpec &field, std::vector<Candidate> &list) const
    {
        const auto prior = priorOf(field);
        if (prior <= 0)
            return;
        const auto found = m_workspace.occurrences.in(tokens(), field.kind);
        QHash<QString, int> counts;
        for (const auto &occurrence : found)
            ++counts[toQString(occurrence.value)];
        const auto several = std::min(0.2, 0.04 * double(counts.size() - 1));
        int place = 0;
        for (const auto &occurrence : found) {
            if (++place > 40)
                break;
            auto candidate = make(field, typedValue(field, occurrence, m_text), {occurrence.span}, prior - several,
                                  occurrence.quality);
            candidate[Feature::Repeated] = counts[toQString(occurrence.value)] > 1;
            if (field.kind == ValueKind::Date && isBesideTime(occurrence.span))
                candidate[Feature::Likelihood] = std::min(1.0, candidate[Feature::Likelihood] + worthOfTime);
            candidate.score = scoreOf(candidate.features);
            list.push_back(std::move(candidate));
        }
    }

    /// What has the form of the field's values, where few words have.
    void addForms(const FieldSpec &field, std::vector<Candidate> &list) const
    {
        constexpr std::size_t mostDifferent = 4;
        constexpr double byPattern = 0.75, byExample = 0.6, quality = 0.9;
        if (!field.form.isTelling())
            return;
        std::map<QString, Span> places;
        for (const auto &[span, value] : formsIn(field.form, m_text, tokens()))
            places.emplace(value, span);
        if (places.size() > mostDifferent)
            return;
        for (const auto &[value, span] : places) {
            const auto likelihood = (field.form.isRequired() ? byPattern : byExample) / double(places.size());
            list.push_back(make(field, toStd(value), {span}, likelihood, quality));
        }
    }

    /// Numbers of tax payers whose country stands before them say what they are without a label.
    void addTaxPayers(const FieldSpec &field, std::vector<Candidate> &list) const
    {
        constexpr double prior = 0.45;
        if (field.kind != ValueKind::Identifier || !field.nameSays("vatid"_L1))
            return;
        for (const auto &occurrence : m_workspace.occurrences.in(tokens(), ValueKind::VatId))
            list.push_back(
                make(field, typedValue(field, occurrence, m_text), {occurrence.span}, prior, occurrence.quality));
    }

    void addParties(const FieldSpec &field, const std::vector<AddressBlock> &blocks, std::vector<Candidate> &list) const
    {
        for (const auto &block : blocks) {
            if (block.party == Party::None || (field.party != Party::None && field.party != block.party) ||
                (field.party == Party::None && block.party != Party::Vendor))
                continue;
            const auto likelihood = 0.35 + 0.42 * block.certainty - (field.party == Party::None ? 0.1 : 0);
            const auto add = [&](const std::optional<Span> &span) {
                if (span)
                    list.push_back(text(field, {*span}, likelihood));
            };
            switch (field.kind) {
            case ValueKind::Name:
                if (!isPartOfAddress(block))
                    add(block.name);
                break;
            case ValueKind::Street:
                add(block.street);
                break;
            case ValueKind::City:
                add(block.city);
                break;
            case ValueKind::Zip:
                add(block.zip);
                break;
            case ValueKind::State:
                add(block.state);
                break;
            case ValueKind::Country:
                add(block.country);
                break;
            case ValueKind::Address:
                list.push_back(text(field, block.address, likelihood - 0.1));
                break;
            default:
                break;
            }
        }
    }

    /// The first line of an address on a slip, whose name stands farther above.
    bool isPartOfAddress(const AddressBlock &block) const
    {
        return block.name && m_text.page(block.page).mayBeSlip() && looksLikeAddress(m_text, *block.name) &&
               !hasCompanyForm(m_text, *block.name);
    }

    void addIssuer(const FieldSpec &field, NameForm form, const std::vector<AddressBlock> &blocks,
                   std::vector<Candidate> &list) const
    {
        const auto isIssuer = field.party == Party::Vendor ||
                              (field.party == Party::None && m_workspace.lexicon.says(field.name, "company"_L1));
        static const std::vector<NameGuess> none;
        const auto &guesses = field.kind == ValueKind::Name && isIssuer ? names()
                              : field.kind == ValueKind::Address && (isIssuer || field.party == Party::None)
                                  ? addresses()
                                  : none;
        for (const auto &guess : guesses) {
            std::vector<Span> spans{guess.span};
            spans.insert(spans.end(), guess.more.begin(), guess.more.end());
            int words = 0;
            for (const auto &span : spans)
                words += span.size();
            const auto isAddressee = std::ranges::any_of(blocks, [&guess](const AddressBlock &block) {
                return block.party == Party::Buyer && ((block.name && block.name->overlaps(guess.span)) ||
                                                       (block.top && block.top->overlaps(guess.span)));
            });
            if (words > mostWordsOfAddress || isAddressee)
                continue;
            const auto likelihood =
                guess.likelihood + (field.kind == ValueKind::Name ? worthOfForm(form, guess.hasForm) : 0);
            list.push_back(text(field, spans, std::clamp(likelihood, 0.0, 1.0)));
        }
    }

    void addPayments(const FieldSpec &field, std::vector<Candidate> &list) const
    {
        const auto isLabelled = [labelled = list](const Span &words) {
            return std::ranges::any_of(labelled, [&words](const Candidate &c) {
                return c[Feature::LabelSimilarity] >= sureLabel && c.spans.front().overlaps(words);
            });
        };
        // "Transfer within 30 days" behind its label says more.
        for (const auto &words : findPaymentWords(field, m_workspace, tokens()))
            if (!isLabelled(words.span))
                list.push_back(make(field, toStd(words.value), {words.span}, words.likelihood, qualityOfPayment));
    }

    /// The largest words at the top of the first page.
    void addTitle(const FieldSpec &field, std::vector<Candidate> &list) const
    {
        if (field.kind != ValueKind::Text || !m_workspace.lexicon.says(field.name, "title"_L1))
            return;
        const auto &page = m_text.page(m_area.firstPage);
        for (int s = page.segments.first; s < page.segments.last; ++s) {
            const auto &segment = m_text.segments[s];
            const auto size = segment.box.height() / std::max(1.0, page.wordHeight);
            if (segment.box.top() < 0.4 * page.size.height() && segment.tokens.size() <= 8 && size > 1.05 &&
                m_text.textOf(segment.tokens).size() >= 4)
                list.push_back(text(field, {segment.tokens}, 0.35 + 0.25 * std::min(1.0, size - 1)));
        }
    }

    /// A person's name in the largest words at the top: who a résumé or a letter is about.
    void addPerson(const FieldSpec &field, std::vector<Candidate> &list) const
    {
        if (field.kind != ValueKind::Name || field.party != Party::None ||
            !m_workspace.lexicon.says(field.name, "name"_L1) || m_workspace.lexicon.says(field.name, "company"_L1))
            return;
        const auto &page = m_text.page(m_area.firstPage);
        for (int s = page.segments.first; s < page.segments.last; ++s) {
            const auto &segment = m_text.segments[s];
            const auto words = segment.tokens.size();
            if (segment.box.top() > 0.25 * page.size.height() || segment.box.height() < tallName * page.wordHeight ||
                words < 2 || words > 4 || m_workspace.labels.looksLikeLabel(segment.tokens))
                continue;
            const auto isName =
                std::all_of(m_text.tokens.begin() + segment.tokens.first, m_text.tokens.begin() + segment.tokens.last,
                            [](const Token &token) { return token.text[0].isUpper() && !hasDigit(token.text); });
            if (isName)
                list.push_back(text(field, {segment.tokens}, 0.62));
        }
    }

    void addChoices(const FieldSpec &field, std::vector<Candidate> &list) const
    {
        const auto choices = findChoices(field, m_text, tokens());
        // A value that stands alone is likelier; a currency's code beside an amount is as good as labelled.
        const auto alone =
            std::ranges::all_of(choices, [&choices](const Candidate &c) { return c.value == choices.front().value; });
        const auto isCurrency = field.nameSays("currency"_L1);
        for (const auto &choice : choices) {
            const auto ticked = choice[Feature::Quality] >= 1;
            const auto beside = isCurrency && isBesideAmount(choice.spans.back());
            const auto likelihood = ticked   ? 0.85
                                    : beside ? (alone ? 0.85 : 0.6)
                                    : alone  ? (isCurrency ? 0.6 : 0.5)
                                             : 0.42;
            list.push_back(
                make(field, choice.value, choice.spans, likelihood, beside ? 0.9 : choice[Feature::Quality]));
            list.back().isPart = beside;
        }
    }

    /// Values that the boxes of a form tell: the enum's value beside a mark, or whether a statement is ticked.
    void addTicks(const FieldSpec &field, const std::vector<TickBox> &boxes, std::vector<Candidate> &list) const
    {
        for (const auto &box : boxes) {
            if (field.kind == ValueKind::Choice && box.ticked) {
                if (const auto value = choiceIn(field, m_text, box); !value.isEmpty())
                    list.push_back(make(field, toStd(value), {box.mark, box.words}, 0.85, 1.0));
            } else if (field.kind == ValueKind::Boolean) {
                const auto same = agreement(m_workspace.labels.bagOf(box.words), field.all);
                const auto named = agreement(field.name, m_workspace.labels.bagOf(box.words));
                const auto fit = std::max(same.ofFirst, named.ofFirst);
                if (fit >= leastStatement)
                    list.push_back(make(field, box.ticked, {box.mark, box.words}, 0.45 + 0.45 * fit, 1.0));
            }
        }
    }

private:
    const std::vector<NameGuess> &names() const
    {
        if (!m_names)
            m_names = guessIssuer(m_workspace, m_area);
        return *m_names;
    }

    const std::vector<NameGuess> &addresses() const
    {
        if (!m_addresses)
            m_addresses = guessIssuerAddress(m_workspace, m_area);
        return *m_addresses;
    }

    /// What was issued at a minute of a day.
    bool isBesideTime(const Span &date) const
    {
        const auto &line = m_text.lines[m_text.tokens[date.first].line];
        return !m_workspace.occurrences.in(line.tokens, ValueKind::Time).empty();
    }

    bool isBesideAmount(const Span &code) const
    {
        const auto here = m_text.tokens[code.first].line;
        const Span around{std::max(0, code.first - 1), std::min(int(m_text.tokens.size()), code.last + 1)};
        return std::ranges::any_of(m_workspace.occurrences.in({around.first, around.last}, ValueKind::Money),
                                   [&](const Occurrence &o) { return m_text.tokens[o.span.first].line == here; });
    }

    const Workspace &m_workspace;
    const Text &m_text;
    const SearchArea &m_area;
    /// The same for all fields that ask for them.
    mutable std::optional<std::vector<NameGuess>> m_names, m_addresses;
};

} // namespace

void addUnlabelled(const std::vector<FieldSpec> &fields, const Workspace &workspace, const SearchArea &area,
                   const std::vector<AddressBlock> &blocks, std::vector<std::vector<Candidate>> &candidates)
{
    if (area.segments.isEmpty())
        return;
    const Adder adder(workspace, area);
    const auto forms = nameFormsOf(fields);
    const auto boxes = findTickBoxes(workspace.text, adder.tokens());
    for (std::size_t f = 0; f < fields.size(); ++f) {
        auto &list = candidates[f];
        adder.addTyped(fields[f], list);
        adder.addTaxPayers(fields[f], list);
        adder.addForms(fields[f], list);
        adder.addParties(fields[f], blocks, list);
        adder.addIssuer(fields[f], forms[f], blocks, list);
        adder.addPayments(fields[f], list);
        adder.addTitle(fields[f], list);
        adder.addPerson(fields[f], list);
        adder.addChoices(fields[f], list);
        adder.addTicks(fields[f], boxes, list);
        rank(list);
    }
}

} // namespace xs::engine
