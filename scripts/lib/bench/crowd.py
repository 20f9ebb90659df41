# SPDX-License-Identifier: GPL-3.0-or-later
"""The p95 of GET with 50 idle clients and a slow upload beside it, against a service left alone."""
import contextlib
import multiprocessing
import socket
import time

import localservice
import measuring

TARGETS = ["extract-studio-service"]
ROUNDS = 2000
IDLE = 50
HEAD = ("POST /api/v1/beta/files HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer bench\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000000\r\n\r\n"
        '--b\r\nContent-Disposition: form-data; name="file"; filename="slow.pdf"\r\n\r\n')


def disturb(port, ready):
    """Runs in a process of its own: keeps its clients open and uploads a little now and then until it is ended."""
    def connect():
        return socket.create_connection(("127.0.0.1", port))

    def ask_once(client):
        client.sendall(b"GET /api/v1/projects HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer bench\r\n\r\n" % port)
        client.recv(65536)
    idle = [connect() for _ in range(IDLE)]
    upload = connect()
    upload.sendall(HEAD.replace("127.0.0.1", "127.0.0.1:%d" % port).encode())
    ready.set()
    asked = 0
    while True:
        # The service ends connections that say nothing for long; each is used again before that.
        if time.monotonic() > asked + 5:
            asked = time.monotonic()
            for client in idle:
                ask_once(client)
        upload.sendall(b"x" * 1000)
        time.sleep(0.02)


@contextlib.contextmanager
def disturbed(service):
    system = multiprocessing.get_context("fork")
    ready = system.Event()
    crowd = system.Process(target=disturb, args=(service.port, ready), daemon=True)
    crowd.start()
    ready.wait()
    try:
        yield
    finally:
        crowd.kill()
        crowd.join()


def run():
    with localservice.running() as alone, localservice.running() as busy, disturbed(busy):
        def get(service):
            client = service.client()
            job = localservice.JOBS + "/" + client.create(client.upload(measuring.SAMPLES / "form.pdf"))
            return lambda: measuring.seconds(lambda: client.request("GET", job))
        times = measuring.in_turns(ROUNDS, alone=get(alone), busy=get(busy))
    busy_p95, alone_p95 = (measuring.percentile(times[name], 0.95) for name in ("busy", "alone"))
    yield measuring.Figure("p95 of GET with %d idle clients and a slow upload" % IDLE, busy_p95 / alone_p95, most=1.5,
                           details="%s against %s" % (measuring.milliseconds(busy_p95), measuring.milliseconds(alone_p95)))
