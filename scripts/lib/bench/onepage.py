# SPDX-License-Identifier: GPL-3.0-or-later
"""A one-page text PDF from POST to COMPLETED, against pdftotext -bbox on the same file."""
import statistics

import localservice
import measuring

TARGETS = ["extract-studio-service"]
ROUNDS = 40


def run():
    document = measuring.SAMPLES / "form.pdf"
    with measuring.temporary_folder() as folder, localservice.running() as service:
        client = service.client()
        file_id = client.upload(document)
        times = measuring.in_turns(
            ROUNDS,
            service=lambda: measuring.seconds(lambda: client.wait(client.create(file_id))),
            pdftotext=lambda: measuring.seconds(
                lambda: measuring.run_quietly("pdftotext", "-bbox", document, folder / "words.html")))
    bounds = [3 * seconds + 0.040 for seconds in times["pdftotext"]]
    yield measuring.Figure("of 3 × pdftotext -bbox + 40 ms", measuring.median_ratio(times["service"], bounds), most=1,
                           details="job %s, pdftotext %s" % tuple(measuring.milliseconds(statistics.median(times[name]))
                                                                  for name in ("service", "pdftotext")))
