# SPDX-License-Identifier: GPL-3.0-or-later
"""200 one-page jobs with two workers, against the same jobs with one worker."""
import localservice
import measuring

TARGETS = ["extract-studio-service"]
ROUNDS = 3
JOBS = 200


def run():
    with localservice.running(workers=1) as one, localservice.running(workers=2) as two:
        def batch(service):
            client = service.client()
            file_id = client.upload(measuring.SAMPLES / "form.pdf")

            def work():
                for _ in range(JOBS):
                    client.create(file_id)
                client.wait_for_all()
            return lambda: measuring.seconds(work)
        times = measuring.in_turns(ROUNDS, one=batch(one), two=batch(two))
    yield measuring.Figure("jobs/s of one worker", measuring.median_ratio(times["one"], times["two"]), least=1.7,
                           details="%.1f jobs/s against %.1f" % (JOBS / min(times["two"]), JOBS / min(times["one"])))
