# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the schema editor keeps the event loop while a schema of 5,000 fields is opened, edited and undone."""
import os
import statistics
import subprocess

import measuring

TARGETS = ["xs_bigschema"]
FIELDS = 5_000
# No step may hold the event loop for longer than a person notices, opening neither.
LONGEST = 50
# Milliseconds are of this computer, so there is a comparison with 500 fields, too: ten times the fields may cost no more
# than so many times the time.
FEW = 500
MOST = 14
# What is shorter is not told apart from nothing.
SHORTEST = 1.0


def blocks(fields):
    program = measuring.ROOT / "build" / "release" / "tests" / "xs_bigschema"
    lines = subprocess.run([program, str(fields)], check=True, capture_output=True, text=True,
                           env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout.splitlines()
    return {name: max(SHORTEST, float(value)) for name, value in (line.split() for line in lines)}


def run():
    rounds = measuring.in_turns(3, few=lambda: blocks(FEW), many=lambda: blocks(FIELDS))
    longest = [max(one.values()) for one in rounds["many"]]
    yield measuring.Figure("longest block of any step, %d fields" % FIELDS, statistics.median(longest), most=LONGEST,
                           unit="ms", details="opening %.1f ms" % statistics.median(one["open"] for one in rounds["many"]))
    for step in rounds["many"][0]:
        many = [one[step] for one in rounds["many"]]
        few = [one[step] for one in rounds["few"]]
        yield measuring.Figure("longest block of \"%s\", %d fields against %d" % (step, FIELDS, FEW),
                               measuring.median_ratio(many, few), most=MOST,
                               details="%.1f ms against %.1f ms" % (min(many), min(few)))
