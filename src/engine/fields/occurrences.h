// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "engine/fields/fieldspec.h"
#include "engine/text/dates.h"
#include "engine/text/numbers.h"
#include "engine/text/text.h"

#include <QDate>
#include <QHash>

#include <map>
#include <span>

namespace xs::engine {

/// A value of some kind at a place in the document.
struct Occurrence
{
    Span span;
    Json value;
    /// How sure the form alone makes the kind, 0…1.
    double quality = 0;
    /// Numbers only.
    double number = 0;
    int decimals = 0;
    bool hasCurrency = false;
    bool hasPercent = false;
    bool isEmbedded = false;
};

/// All typed values of a document, found once per kind and kept. Decimal sign and order of day and month are those
/// that the document uses most.
class Occurrences
{
public:
    explicit Occurrences(const Text &text);

    /// Those that lie wholly inside the span, from left to right; they live as long as this object.
    std::span<const Occurrence> in(const Span &span, ValueKind kind) const;
    const std::vector<Occurrence> &all(ValueKind kind) const;
    QChar decimalSign() const { return m_decimalSign; }
    bool monthComesFirst() const { return m_monthFirst; }
    const Text &text() const { return m_text; }

private:
    std::vector<Occurrence> find(const Span &segment, ValueKind kind) const;
    std::vector<Occurrence> findDatesIn(const Span &segment, bool onlyMonths) const;
    std::vector<Occurrence> findNumbersIn(const Span &segment, ValueKind kind) const;
    std::vector<Occurrence> findIdentifiersIn(const Span &segment) const;
    void learnHabits();
    const std::vector<FoundDate> &datesIn(const Span &segment) const;
    const std::vector<FoundNumber> &numbersIn(const Span &segment) const;

    const Text &m_text;
    QChar m_decimalSign = u'.';
    bool m_monthFirst = false;
    mutable std::map<ValueKind, std::vector<Occurrence>> m_found;
    /// By the first token of a segment: several kinds of values are read from the same dates and numbers.
    mutable QHash<int, std::vector<FoundDate>> m_dates;
    mutable QHash<int, std::vector<FoundNumber>> m_numbers;
};

} // namespace xs::engine
