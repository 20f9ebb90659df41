# SPDX-License-Identifier: GPL-3.0-or-later
"""What the service holds in memory after 2,000 jobs, against after 200."""
import localservice
import measuring

TARGETS = ["extract-studio-service"]
BEFORE, AFTER = 200, 2000
BATCH = 100


def run():
    with localservice.running() as service:
        client = service.client()
        file_id = client.upload(measuring.SAMPLES / "form.pdf")
        held = {}
        for done in range(BATCH, AFTER + 1, BATCH):
            for _ in range(BATCH):
                client.create(file_id)
            client.wait_for_all()
            held[done] = service.memory()
    yield measuring.Figure("memory after %d jobs of that after %d" % (AFTER, BEFORE), held[AFTER] / held[BEFORE],
                           most=1.1, details="%.1f MB against %.1f MB" % (held[AFTER] / 1e6, held[BEFORE] / 1e6))
