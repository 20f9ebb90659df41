# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the event loop is held when a job with an answer of some 12 MB is opened in the real window."""
import subprocess

import measuring

TARGETS = ["xs_longanswer"]
ROWS = 12_000
OPEN = 1000


def run():
    program = measuring.ROOT / "build" / "release" / "tests" / "xs_longanswer"
    lines = subprocess.run([measuring.ROOT / "scripts" / "lib" / "desktop.sh", program, str(ROWS)], check=True,
                           capture_output=True, text=True).stdout.splitlines()
    told = {name: float(value) for name, value in (line.split() for line in lines if len(line.split()) == 2)}
    yield measuring.Figure("longest block when a long answer is opened", told["longest_block"], most=OPEN, unit="ms",
                           details="%.1f MB" % told["megabytes"])
