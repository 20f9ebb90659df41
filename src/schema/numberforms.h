// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QHash>

namespace xs::schema {

/// How numbers were written: 0.10, 1e3 and 12345678901234567890 are read as values and would be written as 0.1, 1000.0
/// and 1.2345678901234567e+19. The forms are kept beside the JSON, by place and, for what has moved since, by the
/// member's name and the value.
class NumberForms
{
public:
    /// Takes the forms of a JSON text along; those of the same place are replaced. `part` is the JSON pointer of the
    /// schema inside of the text. A text that is no JSON changes nothing.
    void learn(const QByteArray &text, const QString &part = {});
    void clear();
    bool isEmpty() const { return m_ofValues.isEmpty(); }

    /// The JSON with marks in the place of such numbers; restored() puts the forms into what was written of it. `part`
    /// is the place of the schema inside of the JSON.
    Json marked(const Json &json, const QString &part = {}) const;
    static QByteArray restored(const QByteArray &text);
    static QString restored(const QString &text);

private:
    void mark(Json &json, const QString &pointer, const QString &name) const;

    struct Form
    {
        double value = 0;
        std::string text;
    };
    QHash<QString, Form> m_ofPlaces;
    /// By the member's name and the value as it would be written.
    QHash<QString, std::string> m_ofValues;
};

} // namespace xs::schema
