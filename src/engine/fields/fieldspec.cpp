// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fields/fieldspec.h"

#include "engine/fields/wish.h"
#include "engine/fields/wishes.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using schema::FieldType;

constexpr double nameWeight = 1.0;
constexpr double bareNameWeight = 0.85;
constexpr double quotedWeight = 1.0;
constexpr double describedWeight = 0.92;
constexpr double longDescriptionWeight = 0.7;
constexpr double alternativeWeight = 0.9;
constexpr double laterAlternativeStep = 0.03;

Bag joined(const Bag &a, const Bag &b)
{
    auto bag = a;
    for (const auto &meaning : b)
        if (std::ranges::none_of(bag, [&meaning](const Meaning &other) { return other.hasSensesOf(meaning); }))
            bag.push_back(meaning);
    return bag;
}

/// Parts of a description that may stand in the document word by word: quoted or in brackets.
QStringList quotedParts(const QString &description)
{
    static const QRegularExpression pattern(uR"([(]([^()]{2,40})[)]|(?<!\w)['"“„‘]([^'"“”’]{2,40})['"”’](?!\w))"_s);
    static const QRegularExpression remark(u"^\\s*(?:"_s + Wish("remarks").phrases() + u")\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QStringList parts;
    if (!std::ranges::any_of(description, [](QChar c) { return QStringView(u"('\"“„‘").contains(c); }))
        return parts;
    auto matches = pattern.globalMatch(description);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto part = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        if (!remark.match(part).hasMatch())
            parts << part;
    }
    return parts;
}

/// The description's own words up to remarks about the form of the value.
QString mainPart(QString description)
{
    static const QRegularExpression brackets(uR"(\([^()]*\))"_s);
    static const QRegularExpression breaks(u"[;:,]|\\.\\s|\\s[-–]\\s|\\b(?:"_s + Wish("breaks").phrases() + u")\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (description.contains(u'('))
        description.remove(brackets);
    qsizetype begin = 0;
    for (auto matches = breaks.globalMatch(description); matches.hasNext();) {
        const auto match = matches.next();
        if (const auto part = QStringView(description).sliced(begin, match.capturedStart() - begin).trimmed();
            part.size() > 1)
            return part.toString();
        begin = match.capturedEnd();
    }
    const auto rest = QStringView(description).sliced(begin).trimmed();
    return rest.size() > 1 ? rest.toString() : QString();
}

void addLabel(FieldSpec &spec, const Bag &bag, double weight, const Lexicon &lexicon)
{
    if (bag.empty())
        return;
    const auto &label = spec.labels.emplace_back(bag, weight, lexicon);
    spec.signature |= label.signature;
    spec.harmlessSignature |= label.harmlessSignature;
}

void addWithAlternatives(FieldSpec &spec, const Bag &bag, double weight, const Lexicon &lexicon)
{
    addLabel(spec, bag, weight, lexicon);
    double next = weight * alternativeWeight;
    for (const auto &other : lexicon.alternatives(bag)) {
        addLabel(spec, other, next, lexicon);
        next = std::max(0.6, next - laterAlternativeStep);
    }
}

Party partyOf(const Bag &bag)
{
    if (saysAny(bag, {"shipto"}))
        return Party::Recipient;
    if (saysAny(bag, {"buyer", "customer"}))
        return Party::Buyer;
    if (saysAny(bag, {"vendor", "store"}))
        return Party::Vendor;
    return Party::None;
}

/// What a name such as "vendor_fax" says beside whose it is, for what documents label without saying whose it is; empty
/// for other names.
Bag withoutParty(const Bag &bag)
{
    Bag bare;
    for (const auto &meaning : bag)
        if (!saysAny(BagView(&meaning, 1), {"vendor", "buyer", "customer", "store", "company"}))
            bare.push_back(meaning);
    const auto isOfParty =
        saysAny(bare, {"vatid", "taxnumber", "registration", "phone", "fax", "email", "website", "iban", "bic"});
    return isOfParty && bare.size() < bag.size() ? bare : Bag();
}

std::optional<ValueKind> kindByFormat(const schema::Field &field)
{
    if (!field.enumValues.isEmpty())
        return ValueKind::Choice;
    if (field.format == "date"_L1 || field.format == "date-time"_L1)
        return ValueKind::Date;
    if (field.format == "time"_L1)
        return ValueKind::Time;
    if (field.format.contains("email"_L1))
        return ValueKind::Email;
    if (field.format == "uri"_L1 || field.format == "url"_L1)
        return ValueKind::Url;
    if (field.type == FieldType::Boolean)
        return ValueKind::Boolean;
    return kindByDateForm(field.description);
}

bool saysPercent(const Bag &bag)
{
    return saysAny(bag, {"percent"}) || (saysAny(bag, {"rate"}) && saysAny(bag, {"tax", "discount"}));
}

bool saysMoney(const Bag &bag)
{
    return saysAny(bag,
                   {"amount", "price", "total", "subtotal", "net", "gross", "tax", "balance", "topay", "cash", "change",
                    "paid", "shipping", "rounding", "salary", "netpay", "tip", "serviceCharge", "discount"});
}

/// "Taux de TVA", "VAT rate", "percentage": the description is of a rate and of nothing else, whatever the name is
/// short for.
bool describesRate(const Bag &main)
{
    // "Porcentaje" alone says it as well.
    const auto isRate = saysAny(main, {"rate"}) && saysAny(main, {"tax", "discount"});
    return main.size() <= 3 && (isRate || (main.size() == 1 && saysAny(main, {"percent"}))) &&
           !saysAny(main, {"amount", "total", "net", "gross"});
}

ValueKind numberKind(const FieldSpec &spec, const Bag &main)
{
    if (saysPercent(spec.name))
        return ValueKind::Percent;
    if (saysAny(spec.name, {"quantity"}) || spec.field.type == FieldType::Integer)
        return spec.field.type == FieldType::Integer && saysMoney(spec.name) && !saysAny(spec.name, {"quantity"})
                   ? ValueKind::Number
               : spec.field.type == FieldType::Integer ? ValueKind::Integer
                                                       : ValueKind::Number;
    if (saysPercent(spec.all) && !saysMoney(spec.name))
        return ValueKind::Percent;
    if (!saysAny(spec.name, {"price", "amount", "total"}) && describesRate(main))
        return ValueKind::Percent;
    // "Rate" may be a price, too.
    if (saysPercent(spec.all) && (spec.field.description.contains(u"percent"_s, Qt::CaseInsensitive) ||
                                  spec.field.description.contains(u"per cent"_s, Qt::CaseInsensitive)))
        return ValueKind::Percent;
    if (saysMoney(spec.name) || saysMoney(spec.all))
        return ValueKind::Money;
    return ValueKind::Number;
}

std::optional<ValueKind> textKind(const Bag &bag)
{
    static const std::vector<std::pair<ValueKind, std::vector<Sense>>> order{
        {ValueKind::Iban, {"iban"}},
        {ValueKind::Bic, {"bic"}},
        {ValueKind::Email, {"email"}},
        {ValueKind::Url, {"website"}},
        {ValueKind::Phone, {"phone", "fax"}},
        {ValueKind::Currency, {"currency"}},
        {ValueKind::Zip, {"zip"}},
        {ValueKind::Identifier,
         {"vatid", "taxnumber", "gtin", "gln", "ssn", "ein", "routing", "licenceplate", "registration"}},
        {ValueKind::Street, {"street"}},
        {ValueKind::City, {"city"}},
        {ValueKind::State, {"state"}},
        {ValueKind::Country, {"country"}},
        {ValueKind::Time, {"time"}},
    };
    // "City, state and ZIP code" in one field is a part of an address.
    if (int(saysAny(bag, {"street"})) + saysAny(bag, {"city"}) + saysAny(bag, {"state"}) + saysAny(bag, {"zip"}) >= 2)
        return ValueKind::Address;
    for (const auto &[kind, senses] : order)
        for (const auto sense : senses)
            if (Lexicon::says(bag, sense))
                return kind;
    const auto names = saysAny(bag, {"name", "firstname", "lastname"});
    const auto parties =
        saysAny(bag, {"vendor", "buyer", "customer", "company", "person", "employer", "employee", "shipto"});
    if (names && !saysAny(bag, {"item", "bank"}))
        return ValueKind::Name;
    if (saysAny(bag, {"number", "code", "reference", "account", "deliverynote"}))
        return ValueKind::Identifier;
    if (saysAny(bag, {"address"}))
        return ValueKind::Address;
    if (parties)
        return ValueKind::Name;
    if (saysAny(bag, {"date", "due"}))
        return ValueKind::Date;
    // "Winkel", "shop": a receipt's issuer.
    if (bag.size() == 1 && saysAny(bag, {"store"}))
        return ValueKind::Name;
    return {};
}

/// Names of numbers of a thing are no amounts: "order number", "tax number".
bool namesIdentifier(const Bag &name)
{
    return saysAny(name, {"number", "code", "reference", "vatid", "taxnumber"});
}

/// "client_vat" as a text is the number that somebody's taxes are paid under, and no tax.
bool namesTaxPayer(const FieldSpec &spec, const Bag &main)
{
    return spec.field.type == FieldType::String && spec.field.format.isEmpty() && spec.field.enumValues.isEmpty() &&
           saysAny(spec.name, {"tax"}) &&
           !saysAny(spec.name, {"vatid", "taxnumber", "amount", "total", "net", "gross", "rate", "percent", "date",
                                "name", "address", "code"}) &&
           (spec.party != Party::None || saysAny(main, {"vatid", "taxnumber"}));
}

/// `main` is what the description says in its main part.
ValueKind kindOf(const FieldSpec &spec, const Bag &main)
{
    if (const auto kind = kindByFormat(spec.field))
        return *kind;
    if (spec.field.type == FieldType::Number || spec.field.type == FieldType::Integer)
        return numberKind(spec, main);
    if (const auto kind = textKind(spec.name)) {
        // "customer_order", described as the number of the customer's order.
        const auto isNumber = *kind == ValueKind::Name && saysAny(spec.name, {"order", "invoice", "deliverynote"}) &&
                              saysAny(main, {"number", "reference"});
        return isNumber ? ValueKind::Identifier : *kind;
    }
    if (main.size() <= 4)
        if (const auto kind = textKind(main); kind && *kind != ValueKind::Date)
            // "Description after the code" asks for the description.
            return *kind == ValueKind::Identifier && saysAny(spec.name, {"description"}) ? ValueKind::Text : *kind;
    return ValueKind::Text;
}

} // namespace

std::optional<ValueKind> impliedKind(const Bag &name)
{
    if (saysAny(name, {"date", "birth"}))
        return ValueKind::Date;
    if (saysPercent(name))
        return ValueKind::Percent;
    if (namesIdentifier(name))
        return ValueKind::Identifier;
    if (saysAny(name, {"quantity"}))
        return ValueKind::Number;
    if (saysMoney(name))
        return ValueKind::Money;
    return textKind(name);
}

FieldSpec fieldSpec(const schema::Field &leaf, const std::vector<const schema::Field *> &parents,
                    const Lexicon &lexicon)
{
    static const QRegularExpression numbered(u"^\\s*(?:"_s + Wish("numberedPlaces").phrases() +
                                                 uR"()\s+(\d{1,3}[a-z]?)\s*(?:[:.,–-]\s*|$))"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    FieldSpec spec;
    spec.field = leaf;
    if (std::ranges::any_of(leaf.description, [](QChar c) { return c.isDigit(); })) {
        if (const auto match = numbered.match(leaf.description); match.hasMatch()) {
            spec.lineNumber = match.captured(1);
            spec.field.description = leaf.description.sliced(match.capturedLength());
        }
    }
    const auto description = spec.field.description;
    spec.nameWords = nameParts(leaf.name);
    const auto name = lexicon.bag(spec.nameWords);
    spec.name = joined(name, lexicon.bag(sentenceWords(leaf.title)));
    const auto described = lexicon.bag(sentenceWords(description));
    spec.all = joined(spec.name, described);
    Bag parentBag;
    for (const auto *parent : parents)
        if (!parent->name.isEmpty() && !parent->list)
            parentBag = joined(parentBag, lexicon.bag(nameParts(parent->name)));
    spec.party = partyOf(spec.name);
    if (spec.party == Party::None)
        spec.party = partyOf(parentBag);
    if (spec.party == Party::None)
        spec.party = partyOf(described);
    // "Company that issues the invoice"; a field that is called company is looked for by itself.
    if (!saysAny(spec.name, {"company"}) && saysAny(described, {"issue"}) &&
        saysAny(described, {"company", "person"}) && saysAny(described, {"invoice", "receipt", "document"}) &&
        spec.party == Party::None)
        spec.party = Party::Vendor;
    const auto mainWords = mainPart(description);
    const auto main = lexicon.bag(sentenceWords(mainWords));
    if (namesTaxPayer(spec, main))
        spec.name = joined(spec.name, lexicon.named(u"vatid"_s));
    spec.kind = kindOf(spec, main);
    spec.form = ValueForm(spec.field);
    if (spec.kind == ValueKind::Text && spec.field.type == FieldType::String && !spec.form.isKnown())
        if (auto values = alternativesIn(spec.field.description); !values.isEmpty()) {
            spec.field.enumValues = std::move(values);
            spec.kind = ValueKind::Choice;
        }
    if (!parentBag.empty()) {
        addLabel(spec, joined(parentBag, name), nameWeight, lexicon);
        addWithAlternatives(spec, name, bareNameWeight, lexicon);
    } else {
        addWithAlternatives(spec, name, nameWeight, lexicon);
    }
    if (!leaf.title.isEmpty())
        addWithAlternatives(spec, lexicon.bag(sentenceWords(leaf.title)), nameWeight, lexicon);
    // "Fax:" labels the vendor's and the customer's alike.
    if (const auto bare = withoutParty(name); !bare.empty())
        addWithAlternatives(spec, bare, bareNameWeight, lexicon);
    for (const auto &part : quotedParts(description))
        addLabel(spec, lexicon.bag(sentenceWords(part)), quotedWeight, lexicon);
    if (!mainWords.isEmpty()) {
        const auto weight = main.size() > 5 ? longDescriptionWeight : describedWeight;
        addWithAlternatives(spec, main, weight, lexicon);
        if (const auto bare = withoutParty(main); !bare.empty())
            addLabel(spec, bare, bareNameWeight * weight, lexicon);
    }
    setWishes(spec, fold(description));
    spec.isStart = saysAny(spec.name, {"start"}) && !saysAny(spec.name, {"end"});
    spec.isEnd = saysAny(spec.name, {"end"}) && !spec.isStart;
    spec.isPrior = saysAny(joined(parentBag, spec.all), {"prior"});
    return spec;
}

} // namespace xs::engine
