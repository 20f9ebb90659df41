// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/field.h"

#include <QRegularExpression>

#include <optional>

namespace xs::engine {

/// What the values of a text field look like: by its `pattern`, or by the shape of an example ("AB-1234" is capitals, a
/// dash and digits), which the schema gives or its description does ("e.g. 100m").
class ValueForm
{
public:
    ValueForm() = default;
    explicit ValueForm(const schema::Field &field);

    bool isKnown() const { return !m_shape.isEmpty() || !m_pattern.pattern().isEmpty(); }
    /// Whether other values are not valid.
    bool isRequired() const { return m_shape.isEmpty() && isKnown(); }
    /// Whether a value may be told by its form alone: numbers are in it, and not only numbers in an example.
    bool isTelling() const { return m_isTelling; }
    /// The value that words of the document are: the words themselves, or without the blanks in between.
    std::optional<QString> valueOf(const QString &words) const;

private:
    bool fits(const QString &value) const;

    QRegularExpression m_pattern;
    QString m_shape;
    bool m_isTelling = false;
};

/// The values that a description lets choose among: "MEN or WOMEN"; empty where it says anything else.
QStringList alternativesIn(const QString &description);

} // namespace xs::engine
