// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fields/valueform.h"
#include "engine/text/lexicon.h"
#include "schema/field.h"

#include <optional>
#include <vector>

namespace xs::engine {

/// What kind of value a field asks for, read from its type, format, name and description.
enum class ValueKind {
    Text,
    Name,
    Identifier,
    Address,
    Street,
    City,
    State,
    Zip,
    Country,
    Email,
    Phone,
    Url,
    Iban,
    Bic,
    VatId,
    Currency,
    Date,
    Month,
    Time,
    Number,
    Integer,
    Money,
    Percent,
    Boolean,
    Choice,
};

/// Whose data a field asks for.
enum class Party { None, Vendor, Buyer, Recipient };

/// One way in which a document may label a field, with what its comparison with many labels needs.
struct LabelVariant
{
    LabelVariant(Bag words, double worth, const Lexicon &lexicon);

    Bag bag;
    /// How much a full match is worth, 0…1.
    double weight = 1;
    quint64 signature = 0;
    /// The weight of all meanings.
    double sum = 0;
    /// The senses that may be left out beside the bag, and the bits of these.
    std::vector<quint64> harmless;
    quint64 harmlessSignature = 0;
};

/// A leaf of the schema as the search uses it.
struct FieldSpec
{
    schema::Field field;
    ValueKind kind = ValueKind::Text;
    Party party = Party::None;
    std::vector<LabelVariant> labels;
    /// The bits of all labels, and of what is harmless beside one of them.
    quint64 signature = 0;
    quint64 harmlessSignature = 0;
    /// Everything that name, title and description say.
    Bag all;
    /// What name and title say.
    Bag name;
    /// The words of the name, folded.
    QStringList nameWords;
    /// The description asks for only the first line of a text, or for the one below it.
    bool firstLine = false;
    bool secondLine = false;
    /// The description asks for a text without what follows in brackets.
    bool withoutBrackets = false;
    /// The sign that the description asks for, whatever is printed: 1, −1, or 0 for the printed one.
    int sign = 0;
    /// The description asks for the words as they stand in the document.
    bool asPrinted = false;
    /// The description asks for the last digits of a number.
    bool lastDigits = false;
    /// The description tells that amounts taken off are rows, too.
    bool hasReductions = false;
    /// What the description wants where nothing is printed ("1 if not printed").
    std::optional<int> ifEmpty;
    /// The description asks for the beginning or the end of a period.
    bool isStart = false;
    bool isEnd = false;
    /// Asks for the period before the one that the document is about.
    bool isPrior = false;
    /// The description says that the value stands above the rows that it is for, as a heading does.
    bool isHeading = false;
    /// The number of the form's line, box or field that the description names ("Line 5: address").
    QString lineNumber;
    /// What the values look like, where schema or description tell.
    ValueForm form;

    bool isNumeric() const
    {
        return kind == ValueKind::Number || kind == ValueKind::Integer || kind == ValueKind::Money ||
               kind == ValueKind::Percent;
    }
    bool says(QLatin1StringView meaning) const { return Lexicon::standard().says(all, meaning); }
    bool nameSays(QLatin1StringView meaning) const { return Lexicon::standard().says(name, meaning); }
};

/// Reads a leaf. `parents` are the objects it stands in, from the root on.
FieldSpec fieldSpec(const schema::Field &leaf, const std::vector<const schema::Field *> &parents,
                    const Lexicon &lexicon);

/// What kind of value a name suggests on its own; nothing when it says no more than "text".
std::optional<ValueKind> impliedKind(const Bag &name);

/// How well words of the document label the field, 0…1. What is below `least` may be told as 0, which is found sooner.
double labelSimilarity(const FieldSpec &spec, BagView label, double least = 0);

} // namespace xs::engine
