# SPDX-License-Identifier: GPL-3.0-or-later
"""Uploads of 500 MB to the local service against curl, and the memory that they need against an upload of 5 MB."""
import random
import statistics
import subprocess

import localservice
import measuring

TARGETS = ["extract-studio-service", "uploadfile"]
LARGE, SMALL = 500_000_000, 5_000_000
ROUNDS = 5
CHUNK = 1_000_000


def make_file(path, size):
    """Bytes that differ from every other file's, so that no server takes one for another."""
    with open(path, "wb") as file:
        for _ in range(size // CHUNK):
            file.write(random.randbytes(CHUNK))
    return path


def run():
    with measuring.temporary_folder() as folder, localservice.running() as service:
        address = "http://127.0.0.1:%d" % service.port
        large, small = make_file(folder / "large.pdf", LARGE), make_file(folder / "small.pdf", SMALL)

        def curl():
            return measuring.seconds(lambda: measuring.run_quietly(
                "curl", "--fail", "--silent", "-H", "Authorization: Bearer bench", "-F", "purpose=extract", "-F",
                "file=@%s" % large, address + "/api/v1/beta/files"))

        def uploaded(path):
            """How much memory the upload needed."""
            program = measuring.ROOT / "build" / "release" / "tests" / "uploadfile"
            return int(subprocess.run([program, address, path], check=True, capture_output=True).stdout)

        times = measuring.in_turns(ROUNDS, ours=lambda: measuring.seconds(lambda: uploaded(large)), curl=curl)
        yield measuring.Figure("bytes/s of curl, %d MB" % (LARGE // 1_000_000), measuring.median_ratio(times["curl"], times["ours"]),
                               least=0.8, details="%.2f s against %.2f s" % tuple(
                                   statistics.median(times[name]) for name in ("ours", "curl")))
        memory = measuring.in_turns(3, large=lambda: uploaded(large), small=lambda: uploaded(small))
        yield measuring.Figure("memory of an upload of %d MB against %d MB" % (LARGE // 1_000_000, SMALL // 1_000_000),
                               measuring.median_ratio(memory["large"], memory["small"]), most=1.1,
                               details="%.1f MB against %.1f MB" % tuple(
                                   statistics.median(memory[name]) / 1e6 for name in ("large", "small")))
