// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace xs::wording {

/// An error for people: what happened, and what they can do about it. Both are whole sentences in the
/// program's language; `toDo` is empty where nothing can be done.
struct ErrorText
{
    QString what;
    QString toDo;

    /// Both sentences in one line.
    QString line() const { return toDo.isEmpty() ? what : what + QLatin1Char(' ') + toDo; }
    bool operator==(const ErrorText &) const = default;
};

/// Every code has its sentences. The error's detail and place are woven in where they help; a path is shown by
/// its file name only.
ErrorText errorText(const Error &error);

/// The few words for a narrow place such as a list row: "Password needed".
QString shortErrorText(const Error &error);

} // namespace xs::wording
