// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <utility>
#include <variant>

namespace xs {

/// Wraps an Error on its way into an Expected: `return Unexpected(error)`.
struct Unexpected
{
    explicit Unexpected(Error e) : error(std::move(e)) {}
    Unexpected(ErrorCode code, QString detail, QString place = {}) : error{code, std::move(detail), std::move(place)} {}
    Error error;
};

/// A value or the reason why there is none. The names follow std::expected (C++23), which this project's
/// compiler has not in C++20 mode; when it has, this file becomes an alias.
template <typename T>
class [[nodiscard]] Expected
{
public:
    using value_type = T;
    Expected(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Expected(Unexpected reason) : m_state(std::in_place_index<1>, std::move(reason.error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    T value_or(T other) const { return has_value() ? value() : std::move(other); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Expected<void>
{
public:
    using value_type = void;
    Expected() = default;
    Expected(Unexpected reason) : m_error(std::move(reason.error)), m_ok(false) {}

    bool has_value() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace xs
