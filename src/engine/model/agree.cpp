// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/agree.h"

#include "engine/candidates/cite.h"
#include "engine/candidates/resultnodes.h"
#include "engine/choice/form.h"
#include "engine/model/findvalue.h"
#include "engine/text/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using Kind = domain::ResultNode::Kind;
using domain::ResultNode;
using schema::Field;
using schema::FieldType;

/// Two that err for different reasons and agree are seldom both wrong.
constexpr double doubtThatStays = 0.3;
constexpr double unconfirmed = 0.6;
constexpr double modelWithWords = 0.7;
constexpr double modelAgainstRules = 0.5;
constexpr double modelWithoutWords = 0.15;
/// From here on the rules' value stands against the model's.
constexpr double nearlyCertain = 0.9;
constexpr qsizetype longestValue = 20'000;

/// The answer in the type of the field; null when it is none.
Json fitting(const Field &field, const Json &answer)
{
    switch (field.type) {
    case FieldType::Number:
    case FieldType::Integer: {
        Json number = answer;
        if (answer.is_string()) {
            bool ok = false;
            const auto value = toQString(answer).trimmed().toDouble(&ok);
            number = ok ? Json(value) : Json();
        }
        if (!number.is_number() || !std::isfinite(number.get<double>()))
            return {};
        if (field.type == FieldType::Integer)
            return number.get<double>() == std::floor(number.get<double>()) ? Json(qint64(number.get<double>()))
                                                                            : Json();
        return number;
    }
    case FieldType::Boolean:
        return answer.is_boolean() ? answer : Json();
    case FieldType::Object:
        return {};
    case FieldType::String:
    case FieldType::Any:
        break;
    }
    if (answer.is_number() && field.type == FieldType::String)
        return toStd(displayText(answer));
    if (!answer.is_string())
        return field.type == FieldType::Any && answer.is_primitive() ? answer : Json();
    const auto text = toQString(answer).trimmed();
    if (text.isEmpty() || text.size() > longestValue || (field.isEnum && !field.enumValues.contains(text)))
        return {};
    return toStd(text);
}

bool isSame(const Json &a, const Json &b)
{
    if (a.is_number() && b.is_number())
        return std::abs(a.get<double>() - b.get<double>()) <= 1e-6 * std::max(1.0, std::abs(a.get<double>()));
    if (a.is_string() && b.is_string())
        return key(toQString(a)) == key(toQString(b)) && !key(toQString(a)).isEmpty();
    return a == b;
}

void scale(std::optional<double> &confidence, double factor)
{
    if (confidence)
        confidence = *confidence * factor;
}

/// A little less doubt.
void confirm(std::optional<double> &confidence)
{
    if (confidence)
        confidence = 1 - (1 - *confidence) * doubtThatStays;
}

class Comparison
{
public:
    explicit Comparison(const Occurrences &occurrences) : m_occurrences(occurrences) {}

    ResultNode compare(const ResultNode &rules, const Field &field, const Json &answer)
    {
        if (rules.kind == Kind::Object)
            return object(rules, field, answer);
        if (rules.kind == Kind::List)
            return list(rules, field, answer);
        return value(rules, field, answer);
    }

    ResultNode list(const ResultNode &rules, const Field &field, const Json &answer)
    {
        if (!answer.is_array() || answer.empty())
            return rules;
        auto element = field;
        element.list = false;
        auto result = rules;
        result.children.clear();
        std::vector<bool> taken(rules.children.size(), false);
        for (const auto &part : answer) {
            const auto twin = mostAlike(rules.children, taken, part);
            if (twin)
                taken[*twin] = true;
            auto node = twin ? rules.children[*twin] : emptyNode(element);
            node.name.clear();
            node = compare(node, element, part);
            if (node.kind != Kind::Value || !node.value.is_null())
                result.children.push_back(std::move(node));
        }
        return result;
    }

private:
    ResultNode object(const ResultNode &rules, const Field &field, const Json &answer)
    {
        auto result = rules;
        for (auto &child : result.children) {
            const auto own = std::ranges::find(field.children, child.name, &Field::name);
            if (own != field.children.end())
                child = compare(child, *own, member(answer, child.name.toUtf8().constData()));
        }
        return result;
    }

    ResultNode value(const ResultNode &rules, const Field &field, const Json &answer)
    {
        const auto said = fitting(field, answer);
        auto result = rules;
        if (said.is_null())
            return rules.value.is_null() ? rules : withNote(result, unconfirmed, u"The language model has no value."_s);
        if (isSame(rules.value, said)) {
            if (result.evidence) {
                confirm(result.evidence->confidence);
                confirm(result.evidence->extractionConfidence);
                result.evidence->reasoning = u"Rules and language model agree."_s;
                remember(*result.evidence);
            }
            return result;
        }
        const auto spans = said.is_boolean() ? std::vector<Span>() : findValue(said, m_occurrences, m_near);
        const auto sure = rules.evidence ? rules.evidence->confidence.value_or(0) : 0.0;
        if (!rules.value.is_null() && (spans.empty() || sure >= nearlyCertain))
            return withNote(result, unconfirmed, u"The language model has another value."_s);
        result.value = said;
        result.evidence = evidence(spans, rules.value.is_null());
        return result;
    }

    domain::Evidence evidence(const std::vector<Span> &spans, bool isAlone)
    {
        domain::Evidence evidence;
        if (spans.empty()) {
            evidence.confidence = evidence.extractionConfidence = modelWithoutWords;
            evidence.reasoning = u"The language model's value; no words of the document say it."_s;
            return evidence;
        }
        Candidate candidate;
        candidate.spans = spans;
        evidence = evidenceOf(m_occurrences.text(), candidate);
        const auto choosing = isAlone ? modelWithWords : modelAgainstRules;
        evidence.extractionConfidence = choosing;
        evidence.confidence = choosing * (0.3 + 0.7 * evidence.parsingConfidence.value_or(1));
        evidence.reasoning = isAlone ? u"The language model's value, found in the document."_s
                                     : u"The language model's value; the rules have another one."_s;
        m_near = spans.back().last;
        return evidence;
    }

    static ResultNode withNote(ResultNode node, double factor, const QString &note)
    {
        if (node.evidence) {
            scale(node.evidence->confidence, factor);
            scale(node.evidence->extractionConfidence, factor);
            node.evidence->reasoning = note;
        }
        return node;
    }

    /// The next value is looked for near words that both have found.
    void remember(const domain::Evidence &evidence)
    {
        if (evidence.citations.empty() || evidence.citations.front().boxes.empty())
            return;
        const auto &citation = evidence.citations.front();
        const auto &text = m_occurrences.text();
        const auto &page = text.page(citation.page);
        for (int i = page.tokens.first; i < page.tokens.last; ++i)
            if (citation.boxes.front().contains(text.placeOf(text.tokens[i]).center())) {
                m_near = i;
                return;
            }
    }

    static std::optional<std::size_t> mostAlike(const std::vector<ResultNode> &rows, const std::vector<bool> &taken,
                                                const Json &part)
    {
        std::optional<std::size_t> best;
        int most = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto count = taken[i] ? 0 : alike(rows[i], part);
            if (count > most) {
                most = count;
                best = i;
            }
        }
        return best;
    }

    static int alike(const ResultNode &node, const Json &part)
    {
        if (node.kind == Kind::Value)
            return !node.value.is_null() && isSame(node.value, part) ? 1 : 0;
        int count = 0;
        for (const auto &child : node.children)
            count += node.kind == Kind::Object ? alike(child, member(part, child.name.toUtf8().constData())) : 0;
        return count;
    }

    const Occurrences &m_occurrences;
    int m_near = 0;
};

} // namespace

domain::ResultNode agreed(const domain::ResultNode &rules, const schema::Field &root, const Json &answer,
                          const Occurrences &occurrences, bool byPosition)
{
    Comparison comparison(occurrences);
    if (rules.kind != Kind::List)
        return answer.is_object() ? comparison.compare(rules, root, answer) : rules;
    if (!byPosition)
        return comparison.list(rules, root, answer);
    auto pages = rules;
    for (std::size_t i = 0; i < pages.children.size() && i < answer.size(); ++i)
        pages.children[i] = comparison.compare(pages.children[i], root, answer[i]);
    return pages;
}

} // namespace xs::engine
