// SPDX-License-Identifier: GPL-3.0-or-later
// The target that precompiles headers needs a source file.
