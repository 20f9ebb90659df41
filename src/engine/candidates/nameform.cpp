// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/candidates/nameform.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

QStringList phrasesOf(const char *form)
{
    QStringList phrases;
    for (const auto &[language, list] : member(engineData("names"), form).items())
        for (const auto &phrase : list)
            phrases << u' ' + toQString(phrase) + u' ';
    return phrases;
}

bool saysOne(const QString &name, const QStringList &phrases)
{
    const auto words = u' ' + name + u' ';
    return std::ranges::any_of(phrases, [&words](const QString &phrase) { return words.contains(phrase); });
}

NameForm formOf(const FieldSpec &field)
{
    if (field.kind != ValueKind::Name)
        return NameForm::Any;
    static const auto legal = phrasesOf("legal"), trade = phrasesOf("trade");
    for (const auto &name : {field.nameWords.join(u' '), fold(field.field.title)}) {
        if (saysOne(name, legal))
            return NameForm::Legal;
        if (saysOne(name, trade))
            return NameForm::Trade;
    }
    return NameForm::Any;
}

} // namespace

std::vector<NameForm> nameFormsOf(const std::vector<FieldSpec> &fields)
{
    std::vector<NameForm> forms;
    std::ranges::transform(fields, std::back_inserter(forms), formOf);
    const auto isName = [&fields](std::size_t f) { return fields[f].kind == ValueKind::Name; };
    bool isLegalWanted = false;
    for (std::size_t f = 0; f < fields.size(); ++f)
        isLegalWanted |= isName(f) && forms[f] == NameForm::Legal;
    for (std::size_t f = 0; isLegalWanted && f < fields.size(); ++f)
        if (isName(f) && forms[f] == NameForm::Any && fields[f].party == Party::Vendor)
            forms[f] = NameForm::Trade;
    return forms;
}

double worthOfForm(NameForm wanted, bool hasLegalForm)
{
    constexpr double right = 0.15, wrong = -0.35;
    if (wanted == NameForm::Any)
        return 0;
    return hasLegalForm == (wanted == NameForm::Legal) ? right : wrong;
}

} // namespace xs::engine
