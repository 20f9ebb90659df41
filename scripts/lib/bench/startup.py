# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of the program to its painted window, against a program that shows an empty QMainWindow."""
import statistics

import measuring

TARGETS = ["extract-studio", "extract-studio-service", "emptywindow"]
ROUNDS = 15


def run():
    # Not at the top, so that the other benches do without a screen.
    import screen
    with measuring.temporary_folder() as folder, screen.running() as shown:
        def start(program):
            return lambda: shown.seconds_to_window([program], folder)
        times = measuring.in_turns(ROUNDS, ours=start(measuring.PROGRAMS / "extract-studio"),
                                   empty=start(measuring.ROOT / "build" / "release" / "tests" / "emptywindow"))
    yield measuring.Figure("start to painted window against an empty window", measuring.median_ratio(times["ours"], times["empty"]),
                           most=2.5, details="%s against %s" % tuple(
                               measuring.milliseconds(statistics.median(times[name])) for name in ("ours", "empty")))
