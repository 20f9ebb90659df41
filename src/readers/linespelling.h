// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/linereader.h"

namespace xs::readers {

/// Decides between letters and digits of one look by what stands beside them: a doubtful "O" in a number is a zero, a
/// doubtful "1" or "0" within a word the letter that the net thought of, too, a doubtful "I" before small letters an
/// "l". Nothing is put in that the net did not think of.
void spellByShape(LineReading &reading);

} // namespace xs::readers
