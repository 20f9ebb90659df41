// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/recorder.h"

#include "schema/pointer.h"

#include <algorithm>

namespace xs::schema {

namespace {

Json &place(Json &document, const QString &pointer)
{
    return document.at(Json::json_pointer(toStd(pointer)));
}

/// The members with one of them changed. Keys of an ordered object are const, so it is laid out anew; the values move.
template <typename Change>
void rebuild(Json &object, Change &&change)
{
    auto &members = object.get_ref<Json::object_t &>();
    Json::object_t rebuilt;
    rebuilt.reserve(members.size() + 1);
    change(members, rebuilt);
    object = std::move(rebuilt);
}

void insertAt(Json &container, Step &step)
{
    if (container.is_array()) {
        container.insert(container.begin() + static_cast<std::ptrdiff_t>(step.index), std::move(step.value));
        return;
    }
    rebuild(container, [&step](Json::object_t &old, Json::object_t &rebuilt) {
        for (std::size_t i = 0; i <= old.size(); ++i) {
            if (i == step.index)
                rebuilt.emplace_back(step.key, std::move(step.value));
            if (i < old.size())
                rebuilt.emplace_back(old.begin()[static_cast<std::ptrdiff_t>(i)].first,
                                     std::move(old.begin()[static_cast<std::ptrdiff_t>(i)].second));
        }
    });
}

void removeAt(Json &container, Step &step)
{
    if (container.is_array()) {
        step.value = std::move(container.at(step.index));
        container.erase(step.index);
        return;
    }
    rebuild(container, [&step](Json::object_t &old, Json::object_t &rebuilt) {
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (i != step.index) {
                rebuilt.emplace_back(old.begin()[static_cast<std::ptrdiff_t>(i)].first,
                                     std::move(old.begin()[static_cast<std::ptrdiff_t>(i)].second));
            } else {
                step.key = old.begin()[static_cast<std::ptrdiff_t>(i)].first;
                step.value = std::move(old.begin()[static_cast<std::ptrdiff_t>(i)].second);
            }
        }
    });
}

void renameAt(Json &object, Step &step)
{
    rebuild(object, [&step](Json::object_t &old, Json::object_t &rebuilt) {
        const auto former = old.begin()[static_cast<std::ptrdiff_t>(step.index)].first;
        for (std::size_t i = 0; i < old.size(); ++i)
            rebuilt.emplace_back(i == step.index ? step.key : old.begin()[static_cast<std::ptrdiff_t>(i)].first,
                                 std::move(old.begin()[static_cast<std::ptrdiff_t>(i)].second));
        step.key = former;
    });
}

/// Applies the step and turns it into its inverse.
void flip(Json &document, Step &step)
{
    auto &aim = place(document, step.pointer);
    switch (step.kind) {
    case Step::Kind::Set:
        std::swap(aim, step.value);
        break;
    case Step::Kind::Insert:
        insertAt(aim, step);
        step.kind = Step::Kind::Remove;
        break;
    case Step::Kind::Remove:
        removeAt(aim, step);
        step.kind = Step::Kind::Insert;
        break;
    case Step::Kind::Rename:
        renameAt(aim, step);
        break;
    }
}

} // namespace

void toggle(Json &document, Edit &edit)
{
    for (auto &step : edit.steps)
        flip(document, step);
    std::ranges::reverse(edit.steps);
    std::swap(edit.focus, edit.otherFocus);
}

std::size_t indexOf(const Json &object, const std::string &key)
{
    if (!object.is_object())
        return 0;
    const auto &members = object.get_ref<const Json::object_t &>();
    const auto found =
        std::ranges::find(members, key, [](const auto &entry) -> const std::string & { return entry.first; });
    return static_cast<std::size_t>(found - members.begin());
}

const Json &Recorder::at(const QString &pointer) const
{
    return m_document.at(Json::json_pointer(toStd(pointer)));
}

bool Recorder::contains(const QString &pointer) const
{
    return m_document.contains(Json::json_pointer(toStd(pointer)));
}

void Recorder::apply(Step step)
{
    flip(m_document, step);
    m_inverse.push_back(std::move(step));
}

void Recorder::setMember(const QString &object, const std::string &key, Json value, std::size_t index)
{
    const auto &aim = at(object);
    if (aim.contains(key))
        set(childPointer(object, toQString(key)), std::move(value));
    else
        insert(object, std::min(index, aim.size()), key, std::move(value));
}

void Recorder::set(const QString &pointer, Json value)
{
    // 1 and 1.0 are equal, but not the same text.
    if (at(pointer) != value || at(pointer).dump() != value.dump())
        apply({Step::Kind::Set, pointer, 0, {}, std::move(value)});
}

void Recorder::insert(const QString &container, std::size_t index, const std::string &key, Json value)
{
    apply({Step::Kind::Insert, container, index, key, std::move(value)});
}

void Recorder::removeMember(const QString &object, const std::string &key)
{
    const auto &aim = at(object);
    if (aim.contains(key))
        removeAt(object, indexOf(aim, key));
}

void Recorder::removeAt(const QString &container, std::size_t index)
{
    apply({Step::Kind::Remove, container, index, {}, {}});
}

void Recorder::rename(const QString &object, const std::string &from, const std::string &to)
{
    apply({Step::Kind::Rename, object, indexOf(at(object), from), to, {}});
}

Edit Recorder::finish(const QString &before, const QString &after)
{
    std::ranges::reverse(m_inverse);
    return {std::move(m_inverse), after, before};
}

} // namespace xs::schema
