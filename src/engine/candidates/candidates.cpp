// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/candidates.h"

#include "engine/candidates/values.h"
#include "engine/text/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

/// From so many filled fields on, a form is answered in its fields; what is printed is worth less.
constexpr int fewestEntries = 3;
constexpr double worthOfPrinted = 0.35;
constexpr qsizetype mostWordsOfEntryLabel = 24;
constexpr qsizetype longestEntryLabel = 6;
constexpr double leastSimilarityOfEntry = 0.55;
/// What names a column is hardly a value.
constexpr double worthOfHead = 0.15;
constexpr double qualityOfAnswer = 0.6;
constexpr double leastSimilarityOfAnswer = 0.7;
constexpr int mostWordsOfAnswer = 4;
/// Words between a rate and its label.
constexpr int farthestRate = 3;

/// How well the name that a form's author gave a field fits each field of the schema. Captions explain at length: the
/// words that fit best count.
std::vector<double> similaritiesOf(const std::vector<FieldSpec> &fields, const QString &label)
{
    const auto &lexicon = Lexicon::standard();
    auto all = label.contains(u' ') ? sentenceWords(label) : nameParts(label);
    all = all.first(std::min<qsizetype>(all.size(), mostWordsOfEntryLabel));
    std::vector<double> best(fields.size(), 0);
    for (qsizetype first = 0; first < all.size(); ++first) {
        for (qsizetype count = 1; count <= std::min<qsizetype>(longestEntryLabel, all.size() - first); ++count) {
            const auto bag = lexicon.bag(all.sliced(first, count));
            // Words far inside an explanation say less than those that begin it.
            const auto worth = 1.0 - 0.02 * double(first);
            for (std::size_t f = 0; !bag.empty() && f < fields.size(); ++f)
                best[f] = std::max(best[f], worth * labelSimilarity(fields[f], bag));
        }
    }
    return best;
}

void setRelation(Candidate &candidate, Relation relation)
{
    candidate[Feature::Same] = relation == Relation::Same;
    candidate[Feature::Right] = relation == Relation::Right;
    candidate[Feature::Below] = relation == Relation::Below;
    candidate[Feature::Above] = relation == Relation::Above;
    candidate[Feature::Unlabelled] = relation == Relation::None;
}

bool hasFormOfItsOwn(ValueKind kind)
{
    return kind == ValueKind::Email || kind == ValueKind::Phone || kind == ValueKind::Url || kind == ValueKind::Iban ||
           kind == ValueKind::Bic || kind == ValueKind::VatId || kind == ValueKind::Currency || kind == ValueKind::Time;
}

/// A value that stands at several places behind labels of the field is more likely.
void markRepeated(std::vector<Candidate> &candidates)
{
    std::vector<const Candidate *> likely;
    for (const auto &candidate : candidates)
        if (candidate.score > -3)
            likely.push_back(&candidate);
    for (auto &candidate : candidates) {
        const auto again = std::ranges::any_of(likely, [&candidate](const Candidate *other) {
            return other->spans.front() != candidate.spans.front() && other->value == candidate.value;
        });
        candidate[Feature::Repeated] = again;
    }
    for (auto &candidate : candidates)
        candidate.score = scoreOf(candidate.features);
}

} // namespace

void setPlaceFeatures(Candidate &candidate, const SearchArea &area, const Text &text)
{
    const auto &place = text.tokens[candidate.spans.front().first];
    const auto &page = text.page(place.page);
    const auto pages = std::max(1, area.lastPage - area.firstPage + 1);
    candidate[Feature::Early] =
        1.0 - (double(place.page - area.firstPage) + place.box.top() / std::max(1.0, page.size.height())) / pages;
    candidate[Feature::FontSize] = std::clamp(place.box.height() / std::max(1.0, page.wordHeight) - 1.0, 0.0, 1.0);
    candidate[Feature::Recognised] = page.recognised;
}

void setCommonFeatures(Candidate &candidate, const FieldSpec &field, const Text &text)
{
    candidate[Feature::ForMoney] = field.isNumeric();
    candidate[Feature::ForDate] = field.kind == ValueKind::Date || field.kind == ValueKind::Month;
    candidate[Feature::ForIdentifier] = field.kind == ValueKind::Identifier;
    candidate[Feature::ForName] = field.kind == ValueKind::Name;
    candidate[Feature::ForText] = field.kind == ValueKind::Text;
    candidate[Feature::ForChoice] = field.kind == ValueKind::Choice || field.kind == ValueKind::Boolean;
    candidate[Feature::ForForm] = hasFormOfItsOwn(field.kind);
    const auto similarity = candidate[Feature::LabelSimilarity];
    candidate[Feature::GoodLabel] = std::max(0.0, similarity - 0.7) / 0.3;
    candidate[Feature::ExactLabel] = std::max(0.0, similarity - 0.9) / 0.1;
    double doubt = 0;
    int words = 0;
    for (const auto &span : candidate.spans)
        for (int i = span.first; i < span.last; ++i, ++words)
            doubt += 1 - text.tokens[i].confidence;
    candidate[Feature::Doubtful] = words > 0 ? doubt / words : 0;
    const auto entered = std::ranges::any_of(
        candidate.spans, [&text](const Span &span) { return !span.isEmpty() && text.tokens[span.first].entry > 0; });
    if (int(text.entryLabels.size()) >= fewestEntries && !entered)
        candidate[Feature::Quality] *= worthOfPrinted;
}

void rank(std::vector<Candidate> &candidates, std::size_t most)
{
    std::ranges::stable_sort(candidates, [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    std::vector<Candidate> kept;
    for (auto &candidate : candidates) {
        const auto known = std::ranges::any_of(kept, [&candidate](const Candidate &other) {
            return other.value == candidate.value && !other.spans.empty() && !candidate.spans.empty() &&
                   other.spans.front() == candidate.spans.front();
        });
        if (!known && kept.size() < most)
            kept.push_back(std::move(candidate));
    }
    candidates = std::move(kept);
}

std::vector<std::vector<Candidate>> LabelledSearch::find(const std::vector<FieldSpec> &fields,
                                                         const SearchArea &area) const
{
    const auto hits = m_labels.hits(fields, area.segments);
    const LabelRegions regions(m_labels, hits);
    std::vector<std::vector<Candidate>> result(fields.size());
    for (std::size_t f = 0; f < fields.size(); ++f) {
        for (const auto &hit : hits[f]) {
            const auto joined = JoinedLabel::around(fields[f], hit, m_labels.text());
            for (auto region : regions.of(hit, area.segments)) {
                if (const auto own = joined ? joined->ownPart(m_labels.text(), region.span) : std::nullopt) {
                    auto alone = hit;
                    alone.startsSegment = alone.endsSegment = true;
                    alone.inSentence = alone.inProse = false;
                    region.span = *own;
                    addValues(fields[f], alone, region, area, result[f]);
                } else if (joined && joined->isLabel(region.span)) {
                    // "Exporter / Exportador": the other name of the same.
                    continue;
                } else if (joined && joined->isName() && region.relation == Relation::Below) {
                    auto whole = hit;
                    whole.endsSegment = whole.startsSegment = true;
                    whole.inSentence = whole.inProse = false;
                    addValues(fields[f], whole, region, area, result[f]);
                } else {
                    addValues(fields[f], hit, region, area, result[f]);
                }
            }
            if (fields[f].kind == ValueKind::Number || fields[f].kind == ValueKind::Integer)
                addCounted(fields[f], hit, area, result[f]);
            if (fields[f].kind == ValueKind::Percent)
                addRates(fields[f], hit, area, result[f]);
        }
    }
    addEntries(fields, area, result);
    for (auto &list : result) {
        markRepeated(list);
        rank(list);
    }
    return result;
}

void LabelledSearch::addValues(const FieldSpec &field, const LabelHit &hit, const LabelRegion &region,
                               const SearchArea &area, std::vector<Candidate> &result) const
{
    const auto &text = m_labels.text();
    auto values = valuesIn(field, region);
    const auto others = std::min(1.0, 0.25 * double(values.size() - std::min<std::size_t>(1, values.size())));
    for (auto &candidate : values) {
        if (region.isHead)
            candidate[Feature::Quality] *= worthOfHead;
        else if (isAnswer(field, hit, region, candidate))
            candidate[Feature::Quality] = std::max(candidate[Feature::Quality], qualityOfAnswer);
        candidate[Feature::Ambiguous] = others;
        candidate.label = hit.span;
        setRelation(candidate, region.relation);
        candidate[Feature::LabelSimilarity] = hit.similarity;
        candidate[Feature::LabelMargin] = hit.bestOfAnyField - hit.similarity;
        candidate[Feature::LabelColon] = hit.endsWithColon;
        candidate[Feature::LabelEdge] = 0.5 * hit.startsSegment + 0.5 * (hit.endsSegment || hit.endsWithColon);
        candidate[Feature::LabelInSentence] = hit.inSentence;
        candidate[Feature::LabelInProse] = hit.inProse;
        candidate[Feature::Distance] = std::min(1.0, candidate[Feature::Distance] + region.distance);
        preferPeriod(field, candidate);
        addFollowingLines(field, region, candidate);
        setPlaceFeatures(candidate, area, text);
        setCommonFeatures(candidate, field, text);
        candidate.score = scoreOf(candidate.features);
        result.push_back(std::move(candidate));
    }
}

/// "Status:" with "Paid" behind or right below it: where labels have colons, words without one are values though they
/// might label something elsewhere.
bool LabelledSearch::isAnswer(const FieldSpec &field, const LabelHit &hit, const LabelRegion &region,
                              const Candidate &candidate) const
{
    constexpr double near = 0.4;
    const auto &text = m_labels.text();
    const auto &span = candidate.spans.front();
    return field.kind == ValueKind::Text && hit.endsWithColon && region.relation != Relation::Above &&
           region.distance <= near && hit.similarity >= leastSimilarityOfAnswer &&
           candidate[Feature::Quality] < qualityOfAnswer && span.size() <= mostWordsOfAnswer &&
           !text.tokens[span.last - 1].text.endsWith(u':') && m_labels.looksLikeLabel(span);
}

void LabelledSearch::addFollowingLines(const FieldSpec &field, const LabelRegion &region, Candidate &candidate) const
{
    constexpr int mostLines = 8;
    constexpr double widestGap = 0.8, sameEdge = 0.5;
    const auto &text = m_labels.text();
    if (field.kind != ValueKind::Text || field.firstLine || region.relation != Relation::Right ||
        candidate.spans.size() != 1)
        return;
    const auto &first = text.segments[text.tokens[candidate.spans.front().first].segment];
    if (candidate.spans.front().last != first.tokens.last || text.tokens[first.tokens.first].entry > 0)
        return;
    const auto &page = text.page(first.page);
    auto bottom = first.box.bottom();
    for (int l = first.line + 1; l < page.lines.last && int(candidate.spans.size()) < mostLines; ++l) {
        const auto &line = text.lines[l];
        if (line.segments.size() != 1 || line.box.top() - bottom > widestGap * line.wordHeight ||
            std::abs(line.box.left() - first.box.left()) > sameEdge * line.wordHeight ||
            m_labels.looksLikeLabel(line.tokens))
            return;
        bottom = line.box.bottom();
        candidate.spans.push_back(line.tokens);
        candidate.value = toStd(cleanText(toQString(candidate.value) + u' ' + text.textOf(line.tokens)));
    }
}

/// "12+ years of experience": what is counted stands behind its number.
void LabelledSearch::addCounted(const FieldSpec &field, LabelHit hit, const SearchArea &area,
                                std::vector<Candidate> &result) const
{
    const auto first = m_labels.text().segments[hit.segment].tokens.first;
    if (hit.span.first <= first || hit.endsWithColon)
        return;
    // "4 Deposit", "§ 4 Kaution": the number of a heading.
    const auto isNumbering =
        hit.span.first - first <= 2 && hit.endsSegment && !m_labels.text().tokens[first].text.front().isLetter();
    if (isNumbering)
        return;
    // The number makes the words a label, also in a sentence.
    hit.inSentence = hit.inProse = false;
    addValues(field, hit, {{hit.span.first - 1, hit.span.first}, Relation::Same, 0}, area, result);
}

void LabelledSearch::addEntries(const std::vector<FieldSpec> &fields, const SearchArea &area,
                                std::vector<std::vector<Candidate>> &result) const
{
    const auto &text = m_labels.text();
    for (std::size_t e = 0; e < text.entryLabels.size(); ++e) {
        const auto words = text.entryAt(int(e) + 1);
        if (words.isEmpty() || text.tokens[words.first].segment < area.segments.first ||
            text.tokens[words.first].segment >= area.segments.last)
            continue;
        const auto similarities = similaritiesOf(fields, text.entryLabels[e]);
        const auto best = std::ranges::max(similarities);
        for (std::size_t f = 0; f < fields.size(); ++f) {
            if (similarities[f] < leastSimilarityOfEntry)
                continue;
            LabelHit hit{{words.first, words.first}, text.tokens[words.first].segment, similarities[f], best};
            hit.startsSegment = hit.endsSegment = true;
            addValues(fields[f], hit, {words, Relation::Same, 0}, area, result[f]);
        }
    }
}

void LabelledSearch::preferPeriod(const FieldSpec &field, Candidate &candidate) const
{
    const auto beside = candidate[Feature::Same] > 0 || candidate[Feature::Right] > 0;
    // "Previous balance" names one value and no column.
    if (!field.isPrior || !field.isNumeric() || !beside ||
        Lexicon::standard().says(m_labels.bagOf(candidate.label), "prior"_L1))
        return;
    const auto &text = m_labels.text();
    const auto &line = text.lines[text.tokens[candidate.spans.front().first].line];
    const auto values = m_occurrences.in({candidate.label.last, line.tokens.last}, ValueKind::Money);
    if (values.size() < 2)
        return;
    const auto isSecond = values[1].span.overlaps(candidate.spans.front());
    candidate[Feature::Distance] = isSecond ? 0 : std::min(1.0, candidate[Feature::Distance] + 0.5);
    if (isSecond)
        candidate[Feature::Ambiguous] = 0;
}

/// "plus 19 % VAT", "Sales tax (7.25%)": a rate stands anywhere beside its label.
void LabelledSearch::addRates(const FieldSpec &field, const LabelHit &hit, const SearchArea &area,
                              std::vector<Candidate> &result) const
{
    const auto &segment = m_labels.text().segments[hit.segment].tokens;
    for (const auto &rate : m_occurrences.in(segment, ValueKind::Percent)) {
        const auto near = rate.span.last <= hit.span.first ? hit.span.first - rate.span.last
                                                           : std::max(0, rate.span.first - hit.span.last);
        if (!rate.hasPercent || near > farthestRate)
            continue;
        auto beside = hit;
        beside.endsSegment = beside.startsSegment = true;
        beside.inSentence = beside.inProse = false;
        addValues(field, beside, {rate.span, Relation::Same, 0.05 * near}, area, result);
    }
}

std::vector<Candidate> LabelledSearch::valuesIn(const FieldSpec &field, const LabelRegion &region) const
{
    if (region.span.isEmpty())
        return {};
    return readValues(field, m_occurrences, m_labels, region.span, region.relation);
}

} // namespace xs::engine
