# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of the list of jobs with 10,000 stored jobs, against 100."""
import sqlite3
import statistics
import urllib.parse

import localservice
import measuring

TARGETS = ["extract-studio-service"]
ROUNDS = 50
FEW, MANY = 100, 10_000


def multiply(database, count):
    """Fills the store with copies of its only job; ids, moments and every tenth state differ."""
    store = sqlite3.connect(database)
    with store:
        columns = [row[1] for row in store.execute("PRAGMA table_info(jobs)")]
        copied = [c for c in columns if c not in ("row", "id")]
        values = {"created_at": "created_at + n", "status": "iif(n % 10 = 0, 'FAILED', status)"}
        store.execute("WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?) "
                      "INSERT INTO jobs (id, %s) SELECT 'ext-' || lower(hex(randomblob(16))), %s FROM numbers, jobs"
                      % (", ".join(copied), ", ".join(values.get(c, c) for c in copied)), (count - 1,))
        store.execute("INSERT INTO results (job, result) SELECT row, (SELECT result FROM results) FROM jobs "
                      "WHERE row NOT IN (SELECT job FROM results)")
    store.close()


def fill(folder, count):
    with localservice.running(folder=folder) as service:
        client = service.client()
        client.wait(client.create(client.upload(measuring.SAMPLES / "form.pdf")))
    multiply(next(folder.glob("*.sqlite")), count)


def lists(client):
    """The paths that are measured, by what they are."""
    first = client.get(localservice.JOBS)
    created = urllib.parse.quote(first["items"][-1]["created_at"])
    return {
        "first page": "",
        "page by token": "?page_token=" + urllib.parse.quote(first["next_page_token"]),
        "one state": "?status=FAILED&page_size=10",
        "from a moment": "?created_at_on_or_after=" + created,
        "of one document": "?file_input=" + first["items"][0]["file_input"],
        "by its id": "?job_ids=" + first["items"][0]["id"],
        "with results": "?expand=extract_metadata",
    }


def run():
    with measuring.temporary_folder() as folder:
        for count in (FEW, MANY):
            fill(folder / str(count), count)
        with localservice.running(folder=folder / str(FEW)) as few, localservice.running(folder=folder / str(MANY)) as many:
            clients = {"few": few.client(), "many": many.client()}
            paths = {name: lists(client) for name, client in clients.items()}
            for what in paths["few"]:
                def page(name):
                    path = localservice.JOBS + paths[name][what]
                    return lambda: measuring.seconds(lambda: clients[name].request("GET", path))
                times = measuring.in_turns(ROUNDS, few=page("few"), many=page("many"))
                yield measuring.Figure("list with %d jobs against %d, %s" % (MANY, FEW, what),
                                       measuring.median_ratio(times["many"], times["few"]), most=1.3,
                                       details="%s against %s" % tuple(
                                           measuring.milliseconds(statistics.median(times[name])) for name in ("many", "few")))
