// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Before a function: it is compiled for several processors, of which the program takes the best that it runs on.
// Sanitizers and the code that chooses at the start of the program do not get on with each other.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define XS_FOR_PROCESSORS [[gnu::target_clones("default", "fma", "avx512f"), gnu::optimize("O3")]]
#else
#define XS_FOR_PROCESSORS
#endif
