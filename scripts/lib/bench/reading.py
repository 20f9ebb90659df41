# SPDX-License-Identifier: GPL-3.0-or-later
"""Words with boxes of text PDFs and of pictures against pdftotext -bbox and tesseract; extraction against reading.
XS_PICTURES=DIR compares over the .jpg of a folder too, of other people's receipts for instance."""
import os
import pathlib
import statistics
import subprocess

import measuring

TARGETS = ["xs_readfile", "xs_timeextract"]
ROUNDS = 7
EXTRACTIONS = 30
READER = measuring.PROGRAMS / "xs_readfile"


def processor_seconds(*command):
    return measuring.processor_seconds(*command, OMP_THREAD_LIMIT="1")


def rate(what, least, theirs, ours):
    """Both programs do the same work; the ratio of their processor times is that of pages per second."""
    times = measuring.in_turns(ROUNDS, theirs=theirs, ours=ours)
    details = "%s against %s" % tuple(measuring.milliseconds(statistics.median(times[name])) for name in ("ours", "theirs"))
    return measuring.Figure(what, measuring.median_ratio(times["theirs"], times["ours"]), least=least, details=details)


def text_pages(folder):
    """The time of the pages after the first, so that the start of the programs does not count."""
    document = measuring.SAMPLES / "manypages.pdf"
    words = folder / "words.html"

    def pdftotext():
        return (processor_seconds("pdftotext", "-bbox", document, words)
                - processor_seconds("pdftotext", "-bbox", "-l", "1", document, words))

    def reader():
        return processor_seconds(READER, document) - processor_seconds(READER, document, "1")
    return rate("pages/s of pdftotext -bbox, manypages.pdf without its first page", 0.9, pdftotext, reader)


def picture(path, folder):
    return rate("pages/s of tesseract, %s" % path.name, 0.95,
                lambda: processor_seconds("tesseract", path, folder / "words", "tsv"),
                lambda: processor_seconds(READER, path))


def many_pictures(paths, folder):
    """One page after the other, each by a program of its own, as a service does it."""
    def each(*command):
        return sum(processor_seconds(*[path if part is None else part for part in command]) for path in paths)
    return rate("pages/s of tesseract, %d pictures of XS_PICTURES" % len(paths), 0.95,
                lambda: each("tesseract", None, folder / "words", "tsv"), lambda: each(READER, None))


def extraction(name):
    output = subprocess.run([measuring.PROGRAMS / "xs_timeextract", measuring.SAMPLES / (name + ".pdf"),
                             measuring.SAMPLES / (name + ".schema.json"), str(EXTRACTIONS)], check=True, capture_output=True)
    rounds = [tuple(map(float, line.split())) for line in output.stdout.splitlines()]
    reading, extracting = (statistics.median(values) for values in zip(*rounds))
    return measuring.Figure("extraction on top of reading, %s.pdf" % name, extracting / reading, most=1,
                            details="%s against %s" % (measuring.milliseconds(extracting), measuring.milliseconds(reading)))


def run():
    with measuring.temporary_folder() as folder:
        yield text_pages(folder)
        measuring.run_quietly("pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", measuring.SAMPLES / "invoice.pdf",
                              folder / "invoice")
        yield picture(folder / "invoice.png", folder)
        yield picture(measuring.SAMPLES / "receipt.png", folder)
        if "XS_PICTURES" in os.environ:
            yield many_pictures(sorted(pathlib.Path(os.environ["XS_PICTURES"]).glob("*.jpg")), folder)
    yield extraction("form")
    yield extraction("invoice")
