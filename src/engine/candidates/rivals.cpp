// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/rivals.h"

#include "engine/text/data.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

constexpr double sameField = 0.8;

std::vector<FieldSpec> knownFields(const Lexicon &lexicon)
{
    std::vector<FieldSpec> specs;
    for (const auto &entry : member(engineData("rivals"), "fields")) {
        schema::Field field;
        field.name = stringMember(entry, "name").value_or(QString());
        field.format = stringMember(entry, "format").value_or(QString());
        field.type = stringMember(entry, "type") == u"number"_s ? schema::FieldType::Number : schema::FieldType::String;
        field.pointer = u"rival:"_s + field.name;
        specs.push_back(fieldSpec(field, {}, lexicon));
    }
    return specs;
}

bool asksForTheSame(const FieldSpec &field, const FieldSpec &rival)
{
    if (field.isNumeric() != rival.isNumeric() || (field.kind == ValueKind::Date) != (rival.kind == ValueKind::Date))
        return false;
    for (const Sense number : {Sense("taxnumber"), Sense("vatid")})
        if (Lexicon::says(field.kind == ValueKind::Identifier ? field.all : field.name, number) &&
            Lexicon::says(rival.name, number))
            return true;
    return labelSimilarity(field, rival.name) >= sameField || labelSimilarity(rival, field.name) >= sameField;
}

} // namespace

std::vector<FieldSpec> rivalsOf(const std::vector<FieldSpec> &fields, const Lexicon &lexicon)
{
    static const auto known = knownFields(lexicon);
    std::vector<FieldSpec> rivals;
    for (const auto &rival : known)
        if (std::ranges::none_of(fields, [&rival](const FieldSpec &field) { return asksForTheSame(field, rival); }))
            rivals.push_back(rival);
    return rivals;
}

} // namespace xs::engine
