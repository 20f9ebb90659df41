// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/proposal/fielddraft.h"

#include "engine/text/data.h"
#include "engine/text/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xs::engine {

namespace {

using schema::FieldType;

constexpr qsizetype longestName = 40;
constexpr qsizetype mostWords = 5;
constexpr qsizetype shortestCompound = 8;
/// A label that is quoted in a description is read as a label again, see fieldSpec().
constexpr qsizetype longestQuote = 40;

QString lettersAndDigits(const QString &text)
{
    QString plain;
    for (const auto c : fold(text))
        if (c.unicode() < 128 && c.isLetterOrNumber())
            plain += c;
    return plain;
}

/// The English words for a word or phrase of a label; its own words where the lexicon does not know all of it.
QStringList englishOf(const QStringList &phrase, const Bag &bag)
{
    QStringList words;
    // Short words that two others make up by chance: "report" of "rep" and the German "Ort".
    const auto byChance = phrase.size() == 1 && bag.size() > 1 && phrase.front().size() < shortestCompound;
    for (const auto &meaning : bag) {
        const auto english = Lexicon::standard().english(meaning, phrase.join(u' '));
        if (english.isEmpty() || byChance) {
            words.clear();
            for (const auto &word : phrase)
                words << lettersAndDigits(word);
            return words;
        }
        words << english.split(u' ');
    }
    return words;
}

bool isOneOf(const char *words, const QString &word)
{
    return std::ranges::any_of(member(engineData("proposal"), words),
                               [&word](const Json &one) { return toQString(one) == word; });
}

bool isHeadNoun(const QString &word)
{
    return isOneOf("headNouns", word);
}

/// The words as a name of at most so many characters.
QString identifier(const QStringList &words)
{
    auto name = words.first(std::min(words.size(), mostWords)).join(u'_').left(longestName);
    while (name.endsWith(u'_'))
        name.chop(1);
    if (name.isEmpty())
        return u"field"_s;
    if (name[0].isDigit())
        name.prepend(u"field_"_s);
    // These names mean something in the metadata of results.
    static const QStringList taken{u"citation"_s, u"confidence"_s, u"reasoning"_s};
    return taken.contains(name) ? name + u"_value"_s : name;
}

QString typeWord(FieldType type)
{
    return schema::typeWord(type == FieldType::Any ? FieldType::String : type, false);
}

} // namespace

QString fieldName(const QString &label)
{
    static const QRegularExpression brackets(uR"([(\[][^()\[\]]*[)\]])"_s);
    auto plain = label;
    plain.remove(brackets);
    auto parts = nameParts(plain);
    if (parts.isEmpty())
        parts = nameParts(label);
    std::vector<bool> continued;
    const auto meanings = Lexicon::standard().meanings(parts, &continued);
    QStringList words;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (continued[std::size_t(i)])
            continue;
        QStringList phrase{parts[i]};
        for (auto k = i + 1; k < parts.size() && continued[std::size_t(k)]; ++k)
            phrase << parts[k];
        // "in" and "out" say something only at the end: "money in".
        const auto &bag = meanings[std::size_t(i)];
        const auto isEnd = i > 0 && i + 1 == parts.size() && bag.empty();
        for (const auto &word : isEnd ? phrase : englishOf(phrase, bag))
            if (const auto plain = lettersAndDigits(word);
                !plain.isEmpty() && !words.contains(plain) && !isOneOf("connectives", plain))
                words << plain;
    }
    // "Nummer der Rechnung" and "numéro de facture" name the thing last.
    if (words.size() > 1 && isHeadNoun(words.front()) && std::ranges::none_of(words.sliced(1), isHeadNoun))
        words.append(words.takeFirst());
    return identifier(words);
}

QString plainName(const QString &statement)
{
    QStringList words;
    for (const auto &word : sentenceWords(statement))
        if (const auto plain = lettersAndDigits(word); !plain.isEmpty())
            words << plain;
    return identifier(words);
}

QString fieldDescription(const QString &name, const QString &label)
{
    auto sentence = QString(name).replace(u'_', u' ');
    static const QRegularExpression acronyms(uR"(\b(vat|iban|bic|id|gtin|ssn|ein|url)\b)"_s);
    for (auto it = acronyms.globalMatch(sentence); it.hasNext();) {
        const auto match = it.next();
        sentence.replace(match.capturedStart(), match.capturedLength(), match.captured().toUpper());
    }
    sentence[0] = sentence[0].toUpper();
    auto quote = label.simplified();
    while (!quote.isEmpty() && (quote.back() == u':' || quote.back() == u'*'))
        quote = quote.chopped(1).trimmed();
    quote.remove(u'"').remove(u'(').remove(u')');
    const auto says = key(quote) == key(sentence) || quote.isEmpty() || quote.size() > longestQuote;
    return says ? sentence : u"%1 (\"%2\")"_s.arg(sentence, quote);
}

QString freeName(const QString &name, const std::vector<FieldDraft> &drafts)
{
    auto free = name;
    for (int i = 2; std::ranges::any_of(drafts, [&free](const FieldDraft &other) { return other.name == free; }); ++i)
        free = u"%1_%2"_s.arg(name).arg(i);
    return free;
}

ValueShape shapeOfName(const QString &name)
{
    const auto kind = impliedKind(Lexicon::standard().bag(nameParts(name)));
    switch (kind.value_or(ValueKind::Text)) {
    case ValueKind::Date:
        return {FieldType::String, u"date"_s};
    case ValueKind::Email:
        return {FieldType::String, u"email"_s};
    case ValueKind::Url:
        return {FieldType::String, u"uri"_s};
    case ValueKind::Money:
    case ValueKind::Percent:
    case ValueKind::Number:
        return {FieldType::Number, {}};
    case ValueKind::Integer:
        return {FieldType::Integer, {}};
    default:
        return {};
    }
}

Json toProperty(const FieldDraft &draft)
{
    Json property;
    if (!draft.members.empty()) {
        property = toSchema(draft.members);
    } else {
        property["type"] = toStd(typeWord(draft.shape.type));
        if (!draft.shape.format.isEmpty())
            property["format"] = toStd(draft.shape.format);
        for (const auto &choice : draft.choices)
            property["enum"].push_back(toStd(choice));
    }
    if (draft.list) {
        Json array;
        array["type"] = "array";
        array["items"] = std::move(property);
        property = std::move(array);
    } else if (draft.nullable) {
        Json either;
        either["anyOf"] = Json::array({std::move(property), Json{{"type", "null"}}});
        property = std::move(either);
    }
    if (!draft.description.isEmpty())
        property["description"] = toStd(draft.description);
    return property;
}

Json toSchema(const std::vector<FieldDraft> &drafts)
{
    Json schema;
    schema["type"] = "object";
    auto &properties = schema["properties"] = Json::object();
    for (const auto &draft : drafts)
        properties[toStd(draft.name)] = toProperty(draft);
    return schema;
}

} // namespace xs::engine
