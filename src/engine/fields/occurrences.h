// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "engine/fields/fieldspec.h"
#include "engine/text/dates.h"
#include "engine/text/numbers.h"
#include "engine/text/segmenttext.h"
#include "engine/text/text.h"

#include <QDate>

#include <map>
#include <optional>
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
    /// A segment's words, and what several kinds of values are read from.
    struct Line
    {
        SpanText text;
        bool hasDigit = false;
        std::optional<std::vector<FoundDate>> dates;
        std::optional<std::vector<FoundNumber>> numbers;
    };
    void find(std::size_t segment, ValueKind kind, std::vector<Occurrence> &found) const;
    void findDatesIn(std::size_t segment, bool onlyMonths, std::vector<Occurrence> &found) const;
    void findNumbersIn(std::size_t segment, ValueKind kind, std::vector<Occurrence> &found) const;
    void findIdentifiersIn(const Span &segment, std::vector<Occurrence> &found) const;
    void addDaysInColumns();
    void learnHabits();
    const std::vector<FoundDate> &datesIn(std::size_t segment) const;
    const std::vector<FoundNumber> &numbersIn(std::size_t segment) const;

    const Text &m_text;
    QChar m_decimalSign = u'.';
    bool m_monthFirst = false;
    bool m_orderKnown = false;
    mutable std::map<ValueKind, std::vector<Occurrence>> m_found;
    /// One for each segment.
    mutable std::vector<Line> m_lines;
};

} // namespace xs::engine
