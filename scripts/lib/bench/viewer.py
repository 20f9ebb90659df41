# SPDX-License-Identifier: GPL-3.0-or-later
"""The document view on 1,000 pages: the first page against pdftocairo, jumps to citations, and memory after scrolling."""
import os
import subprocess

import measuring

TARGETS = ["xs_longdocument"]
PAGES = 1_000
FEW = 10
# The width in pixels to which the page fits in the program's window, for pdftocairo.
WIDTH = 762


def make_pdf(path, pages):
    """A letter-sized page of 45 lines of text, so many times."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", None, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page in range(pages):
        lines = "".join("BT /F1 10 Tf 72 %d Td (Item %d of the list: some words, a number %d and an amount of %d.%02d) Tj ET\n"
                        % (740 - line * 15, line, page * 31, page, line) for line in range(45)).encode()
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
                       % (len(objects) + 2))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(lines), lines))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), pages)
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    path.write_bytes(out)
    return path


def view(mode, path):
    program = measuring.ROOT / "build" / "release" / "tests" / "xs_longdocument"
    lines = subprocess.run([program, mode, path], check=True, capture_output=True, text=True,
                           env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout.splitlines()
    return {name: float(value) for name, value in (line.split() for line in lines)}


def run():
    with measuring.temporary_folder() as folder:
        long = make_pdf(folder / "long.pdf", PAGES)
        short = make_pdf(folder / "short.pdf", FEW)

        def convert():
            return 1000 * measuring.seconds(lambda: measuring.run_quietly(
                "pdftocairo", "-png", "-f", 1, "-l", 1, "-scale-to-x", WIDTH, "-scale-to-y", -1, long, folder / "page"))

        first = measuring.in_turns(15, long=lambda: view("first", long)["first"],
                                   short=lambda: view("first", short)["first"], other=convert)
        tell = "%.1f ms against %.1f ms"
        yield measuring.Figure("first page of %d pages against pdftocairo for one page" % PAGES,
                               measuring.median_ratio(first["long"], first["other"]), most=1.5,
                               details=tell % (min(first["long"]), min(first["other"])))
        yield measuring.Figure("first page of %d pages against the first of %d" % (PAGES, FEW),
                               measuring.median_ratio(first["long"], first["short"]), most=1.5,
                               details=tell % (min(first["long"]), min(first["short"])))
        jumps = view("jump", long)
        yield measuring.Figure("jump to a citation on another page until it is sharp, 95 of 100 within", jumps["p95"],
                               most=100, unit="ms", details="median %.1f ms" % jumps["median"])
        memory = view("memory", long)
        yield measuring.Figure("memory after scrolling through %d pages against 20" % PAGES,
                               memory["all"] / memory["few"], most=2,
                               details="%.0f MB against %.0f MB" % (memory["all"] / 1024, memory["few"] / 1024))
