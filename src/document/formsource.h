// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/geometry.h"

#include <QString>

#include <vector>

namespace xs::document {

/// A field of a form, as the document declares it (AcroForm; ISO 32000-1, 12.7). Each button of a group is one of its
/// own, with the name of the group.
struct FormField
{
    enum class Kind { Text, CheckBox, RadioButton, Choice, Choices, Signature };
    struct Option
    {
        QString text;
        bool isChosen = false;
    };

    Kind kind = Kind::Text;
    /// In full; dots part the levels.
    QString name;
    /// What the form's author wants people to read; may be empty.
    QString caption;
    /// What stands in a text field; of a radio button, the word for it in the file.
    QString text;
    /// Of a button or a signature: whether it is set.
    bool isSet = false;
    /// Of choices.
    std::vector<Option> options;
    /// In fractions of the page as shown.
    domain::PageRect area;

    bool isFilledIn() const;
};

/// A field of a form that has a value.
struct FilledField
{
    /// In fractions of the page as shown.
    domain::PageRect area;
    /// What the form's author calls it: its caption, else the last part of its name; may be empty or mean nothing.
    QString label;

    bool operator==(const FilledField &) const = default;
};

/// Where somebody has filled in the fields of a form: fields of AcroForms that have a value. Page sources that can tell
/// derive from it; pages run from 0.
class FormSource
{
public:
    virtual ~FormSource() = default;
    virtual std::vector<FilledField> filledFields(int page) const = 0;
    /// All fields that are shown, in the file's order.
    virtual std::vector<FormField> formFields(int page) const
    {
        (void)page;
        return {};
    }
};

} // namespace xs::document
