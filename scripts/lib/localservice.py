# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the local service on a data folder and talks to it as any client would."""
import concurrent.futures
import contextlib
import http.client
import json
import subprocess
import time
import uuid

import measuring

PROGRAM = measuring.PROGRAMS / "extract-studio-service"
SCHEMA = {"type": "object", "properties": {"invoice_number": {"type": "string"}, "total": {"type": "number"}}}
JOBS = "/api/v2/extract"
# The service ends connections on which nothing is said for a while.
IDLE_SECONDS = 5


class Client:
    """One connection that stays open while it is used."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        self.used = time.monotonic()

    def request(self, method, path, body=None, headers=None):
        """The bytes of the answer; an answer that is no success is an error."""
        if time.monotonic() > self.used + IDLE_SECONDS:
            self.connection.close()
        self.used = time.monotonic()
        self.connection.request(method, path, body, {"Authorization": "Bearer bench", **(headers or {})})
        response = self.connection.getresponse()
        content = response.read()
        if response.status >= 300:
            raise RuntimeError("%s %s: %d %s" % (method, path, response.status, content.decode(errors="replace")))
        return content

    def get(self, path):
        return json.loads(self.request("GET", path))

    def post(self, path, json_body):
        return json.loads(self.request("POST", path, json.dumps(json_body), {"Content-Type": "application/json"}))

    def upload(self, path):
        """Uploads a document and gives its id."""
        boundary = uuid.uuid4().hex
        head = ('--%s\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nextract\r\n--%s\r\nContent-Disposition: '
                'form-data; name="file"; filename="%s"\r\n\r\n' % (boundary, boundary, path.name)).encode()
        body = head + path.read_bytes() + ("\r\n--%s--\r\n" % boundary).encode()
        answer = self.request("POST", "/api/v1/beta/files", body,
                              {"Content-Type": "multipart/form-data; boundary=" + boundary})
        return json.loads(answer)["id"]

    def create(self, file_id, schema=None):
        """Creates an extract job and gives its id."""
        body = {"file_input": file_id, "configuration": {"data_schema": schema or SCHEMA}}
        return self.post(JOBS, body)["id"]

    def wait(self, job_id, pause=0.002):
        """Asks until the job is over; anything but COMPLETED is an error."""
        while True:
            job = self.get(JOBS + "/" + job_id)
            if job["status"] not in ("PENDING", "RUNNING"):
                break
            time.sleep(pause)
        if job["status"] != "COMPLETED":
            raise RuntimeError("the job ended as %s: %s" % (job["status"], job.get("error_message")))
        return job

    def wait_for_all(self, pause=0.05):
        """Asks until no job waits or runs; seldom, since the asking takes a share of the cores that the jobs want."""
        while any(self.get(JOBS + "?page_size=1&status=" + status)["items"] for status in ("PENDING", "RUNNING")):
            time.sleep(pause)


class Service:
    def __init__(self, folder, workers=None, options=()):
        self.folder = folder
        command = [PROGRAM, "--any-token", "--data", folder, *options]
        if workers:
            command += ["--workers", str(workers)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        greeting = json.loads(self.process.stdout.readline())
        if "url" not in greeting:
            raise RuntimeError("the service did not start: %s" % greeting)
        self.port = int(greeting["url"].rsplit(":", 1)[1])

    def client(self):
        return Client(self.port)

    def create_many(self, file_id, count, connections=8):
        """Creates extract jobs over several connections, as a batch's client does. A job that is acknowledged is on the
        disk, and whoever sends one job after the other waits for the disk 4 ms and more for each."""
        def create(share):
            client = self.client()
            for _ in range(share):
                client.create(file_id)
        shares = [count // connections + (n < count % connections) for n in range(connections)]
        with concurrent.futures.ThreadPoolExecutor(connections) as pool:
            list(pool.map(create, shares))

    def memory(self):
        """What the service itself holds that is not a file's, in bytes."""
        with open("/proc/%d/status" % self.process.pid, encoding="ascii") as status:
            return next(1024 * int(line.split()[1]) for line in status if line.startswith("RssAnon:"))

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


@contextlib.contextmanager
def running(workers=None, folder=None, options=()):
    """A service on a folder, or on a new one that goes away with it."""
    with contextlib.ExitStack() as stack:
        if folder is None:
            folder = stack.enter_context(measuring.temporary_folder())
        service = Service(folder, workers, options)
        stack.callback(service.stop)
        yield service
