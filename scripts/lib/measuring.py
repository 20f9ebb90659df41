# SPDX-License-Identifier: GPL-3.0-or-later
"""What every bench needs: figures with bounds, measuring in turns, and where things are."""
import contextlib
import dataclasses
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / "build" / "release" / "bin"
SAMPLES = ROOT / "resources" / "samples"


@dataclasses.dataclass
class Figure:
    """One measured value and its bound: `most` or `least`, or neither for a value that is only told."""
    text: str
    value: float
    most: float = None
    least: float = None
    unit: str = "×"
    # How the value came about, for the reader: "12.1 ms against 4.0 ms".
    details: str = ""

    @property
    def good(self):
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    def __str__(self):
        bound = "at most %g" % self.most if self.most is not None else \
            "at least %g" % self.least if self.least is not None else "no bound"
        return "%8.2f %s (%s)  %s%s" % (self.value, self.unit, bound, self.text, "; " + self.details if self.details else "")


def seconds(action):
    """The wall-clock time that the call takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def in_turns(rounds, **actions):
    """Calls every action once a round, in turns, and gives the list of what each returned (A B A B …).

    One round before the others is not counted: it fills caches.
    """
    for action in actions.values():
        action()
    results = {name: [] for name in actions}
    for turn in range(rounds):
        order = list(actions.items())
        for name, action in order if turn % 2 == 0 else reversed(order):
            results[name].append(action())
    return results


def median_ratio(above, below):
    """The median over the rounds of what was measured one after the other."""
    return statistics.median(a / b for a, b in zip(above, below))


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(value):
    return "%.1f ms" % (1000 * value)


def run_quietly(*command, **options):
    """Runs a program to its end; its output is thrown away, its failure is not."""
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   **options)


@contextlib.contextmanager
def temporary_folder():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
