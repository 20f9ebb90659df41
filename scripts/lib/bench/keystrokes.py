# SPDX-License-Identifier: GPL-3.0-or-later
"""How many keys a review of each sample document takes with the real window, and how long the window takes for a value."""
import subprocess

import measuring

TARGETS = ["xs_keystrokes"]
SAMPLES = ["invoice", "receipt", "statement", "form"]
# A right value is one press; a wrong one is F2, its letters and Enter; the document is one more.
PRESSES = 3
SLOWEST = 100


def run():
    program = measuring.ROOT / "build" / "release" / "tests" / "xs_keystrokes"
    for sample in SAMPLES:
        lines = subprocess.run([measuring.ROOT / "scripts" / "lib" / "desktop.sh", program, sample], check=True,
                               capture_output=True, text=True).stdout.splitlines()
        told = {name: float(value) for name, value in (line.split() for line in lines if len(line.split()) == 2)}
        decided = max(1, told["decided"])
        yield measuring.Figure("keys a doubtful value in \"%s\", without the letters of corrections" % sample,
                               told["presses"] / decided, most=PRESSES, unit="keys",
                               details="%d values, %d doubtful, %d corrected with %d letters, %d keys" % (
                                   told["values"], told["decided"], told["corrected"], told["typed"], told["presses"]))
        yield measuring.Figure("the window's own time for the slowest value in \"%s\"" % sample, told.get("slowest", 0),
                               most=SLOWEST, unit="ms", details="median %.1f ms" % told.get("median", 0))
