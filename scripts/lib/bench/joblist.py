# SPDX-License-Identifier: GPL-3.0-or-later
"""100,000 jobs in the list: how long loading, filtering and sorting hold the event loop."""
import os
import subprocess

import measuring

TARGETS = ["manyjobs"]
JOBS = 100_000


def run():
    program = measuring.ROOT / "build" / "release" / "tests" / "manyjobs"
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    lines = subprocess.run([program, str(JOBS)], check=True, env=environment, capture_output=True, text=True).stdout
    for line in lines.splitlines():
        what, longest, whole = line.split()
        yield measuring.Figure(what.replace("-", " "), float(longest), most=50, unit="ms",
                               details="all of it %.1f s" % (float(whole) / 1000))
