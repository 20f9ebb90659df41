# SPDX-License-Identifier: GPL-3.0-or-later
"""Uploads of 500 MB to the local service against curl, and the memory that they need against those of 5 MB."""
import random
import statistics
import subprocess

import localservice
import measuring

TARGETS = ["extract-studio-service", "uploadfile"]
# The service takes files of at most 100 MiB, as the hosted one does for documents to extract.
FILES, LARGE, SMALL = 5, 100_000_000, 1_000_000
ROUNDS = 5
FORM = ["--fail", "--silent", "--output", "/dev/null", "-H", "Authorization: Bearer bench", "-F", "purpose=extract"]


def make_files(folder, size):
    """Bytes that differ from every other file's, so that no server takes one for another."""
    folder.mkdir()
    files = [folder / ("%d.pdf" % number) for number in range(FILES)]
    for path in files:
        path.write_bytes(random.randbytes(size))
    return files


def run():
    with measuring.temporary_folder() as folder, localservice.running() as service:
        address = "http://127.0.0.1:%d" % service.port
        large, small = make_files(folder / "large", LARGE), make_files(folder / "small", SMALL)

        def curl():
            command = ["curl"]
            for path in large:
                command += [*FORM, "-F", "file=@%s" % path, address + "/api/v1/beta/files", "--next"]
            return measuring.seconds(lambda: measuring.run_quietly(*command[:-1]))

        def memory(files):
            """What the process that uploads them held at most."""
            program = measuring.ROOT / "build" / "release" / "tests" / "uploadfile"
            return int(subprocess.run([program, address, *files], check=True, capture_output=True).stdout)

        times = measuring.in_turns(ROUNDS, ours=lambda: measuring.seconds(lambda: memory(large)), curl=curl)
        yield measuring.Figure("bytes/s of curl, %d files of %d MB" % (FILES, LARGE // 1_000_000),
                               measuring.median_ratio(times["curl"], times["ours"]), least=0.8,
                               details="%.2f s against %.2f s" % tuple(
                                   statistics.median(times[name]) for name in ("ours", "curl")))
        held = measuring.in_turns(3, large=lambda: memory(large), small=lambda: memory(small))
        yield measuring.Figure("memory of uploads of %d MB against %d MB" % (LARGE // 1_000_000, SMALL // 1_000_000),
                               measuring.median_ratio(held["large"], held["small"]), most=1.1,
                               details="%.1f MB against %.1f MB" % tuple(
                                   statistics.median(held[name]) / 1e6 for name in ("large", "small")))
