# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the event loop is held by a result of 100,000 rows: opened, filtered, sorted, walked, decided; and by the
same rows in the table of all documents."""
import os
import subprocess

import measuring

TARGETS = ["manyvalues"]
ROWS = 100_000
OPEN, STEP = 1000, 50


def run():
    program = measuring.ROOT / "build" / "release" / "tests" / "manyvalues"
    rounds = [dict(line.split() for line in subprocess.run(
        [program, str(ROWS)], check=True, capture_output=True, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout.splitlines()) for _ in range(3)]
    for step in rounds[0]:
        yield measuring.Figure("longest block of \"%s\" with %d rows" % (step, ROWS),
                               min(float(one[step]) for one in rounds), most=OPEN if step.endswith("open") else STEP,
                               unit="ms")
