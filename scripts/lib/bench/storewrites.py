# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window waits for the disk when a step of a job is stored, with the disk told to keep it (fsync)."""
import subprocess
import tempfile

import measuring

TARGETS = ["storewrites"]
WRITES = 1000


def run():
    program = measuring.ROOT / "build" / "release" / "tests" / "storewrites"
    # Beside the program and not in /tmp, which may be in memory.
    with tempfile.TemporaryDirectory(dir=measuring.ROOT / "build") as folder:
        lines = subprocess.run([program, folder, str(WRITES)], check=True, capture_output=True, text=True).stdout
    for line in lines.splitlines():
        what, median, late, longest = line.split()
        yield measuring.Figure("p99 of storing a job's %s" % what, float(late), most=50, unit="ms",
                               details="median %s ms, longest %s ms, %d writes" % (median, longest, WRITES))
