// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <vector>

namespace xs::schema {

/// One change of a JSON document that turns into its own inverse when it is applied.
struct Step
{
    enum class Kind {
        Set,    ///< the value at `pointer` becomes `value`
        Insert, ///< `value` becomes the member `key` (or the element) at `index` of the container at `pointer`
        Remove, ///< the member or element at `index` of the container at `pointer` goes
        Rename, ///< the member at `index` of the object at `pointer` is called `key`
    };

    Kind kind;
    QString pointer;
    std::size_t index = 0;
    std::string key;
    Json value;
};

/// What a person did to a schema, ready to be taken back and done again: the steps in the order in which
/// they are to be applied next, and the fields to show afterwards.
struct Edit
{
    std::vector<Step> steps;
    /// JSON pointer of the field that the document's present state is about, and of the one after `toggle`.
    QString focus;
    QString otherFocus;
};

/// Takes an edit back, or does it again: each call is the inverse of the one before, byte for byte.
void toggle(Json &document, Edit &edit);

/// Changes a document step by step and remembers how to take it all back.
class Recorder
{
public:
    explicit Recorder(Json &document) : m_document(document) {}

    const Json &at(const QString &pointer) const;
    bool contains(const QString &pointer) const;
    /// Sets a member, in place where it exists, else before the position `index` (default: at the end).
    void setMember(const QString &object, const std::string &key, Json value, std::size_t index = SIZE_MAX);
    void set(const QString &pointer, Json value);
    void insert(const QString &container, std::size_t index, const std::string &key, Json value);
    void removeMember(const QString &object, const std::string &key);
    void removeAt(const QString &container, std::size_t index);
    void rename(const QString &object, const std::string &from, const std::string &to);
    /// The edit that undoes everything; `before` and `after` are the fields to show in the two states.
    Edit finish(const QString &before, const QString &after);

private:
    void apply(Step step);

    Json &m_document;
    std::vector<Step> m_inverse;
};

/// The position of a member in the document's order, or the object's size where it has none of that name.
std::size_t indexOf(const Json &object, const std::string &key);

} // namespace xs::schema
