# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs per second with two workers, against one worker: 200 one-page jobs, and pictures whose text is recognised."""
import localservice
import measuring

TARGETS = ["extract-studio-service"]
ROUNDS = 9


def speedup(document, jobs, least):
    with localservice.running(workers=1) as one, localservice.running(workers=2) as two:
        def batch(service):
            client = service.client()
            file_id = client.upload(measuring.SAMPLES / document)

            def work():
                service.create_many(file_id, jobs)
                client.wait_for_all()
            return lambda: measuring.seconds(work)
        times = measuring.in_turns(ROUNDS, one=batch(one), two=batch(two))
    return measuring.Figure("jobs/s of one worker, %d × %s" % (jobs, document),
                            measuring.median_ratio(times["one"], times["two"]), least=least,
                            details="%.1f jobs/s against %.1f" % (jobs / min(times["two"]), jobs / min(times["one"])))


def run():
    yield speedup("form.pdf", 200, least=1.7)
    yield speedup("receipt.png", 8, least=1.8)
