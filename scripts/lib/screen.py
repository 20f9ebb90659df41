# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen that nobody sees (Xvfb) with a session bus, and how long a program needs until its window is painted there."""
import contextlib
import os
import select
import subprocess
import time

import Xlib.X
import Xlib.display
import Xlib.error
from Xlib.ext import damage

SIZE = "1600x1000x24"
# Smaller ones are tips, menus and the helpers of the toolkit.
LEAST_WIDTH = 640
PATIENCE = 30


class Screen:
    def __init__(self, number, bus):
        self.name = ":" + number
        self.bus = bus
        self.display = Xlib.display.Display(self.name)
        self.display.damage_query_version()
        self.painted = self.display.extension_event.DamageNotify
        self.display.screen().root.change_attributes(event_mask=Xlib.X.SubstructureNotifyMask)
        self.display.sync()

    def seconds_to_window(self, command, home):
        """From the start of the program to the first pixels of its first large window; the program is ended then."""
        environment = dict(os.environ, DISPLAY=self.name, QT_QPA_PLATFORM="xcb", HOME=str(home), XDG_DATA_HOME=str(home),
                           XDG_CONFIG_HOME=str(home), XDG_RUNTIME_DIR=str(home), DBUS_SESSION_BUS_ADDRESS=self.bus)
        while self.display.pending_events():
            self.display.next_event()
        started = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], env=environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        try:
            while True:
                for event in self.events(started + PATIENCE):
                    if event.type == Xlib.X.CreateNotify:
                        self.watch(event.window)
                    elif event.type == self.painted and event.drawable_geometry["width"] >= LEAST_WIDTH:
                        return time.perf_counter() - started
        finally:
            process.terminate()
            process.wait()

    def watch(self, window):
        """Damage is reported from now on; a window that is gone already has none."""
        with contextlib.suppress(Xlib.error.XError):
            window.damage_create(damage.DamageReportNonEmpty)
            self.display.flush()

    def events(self, deadline):
        if not self.display.pending_events() and not select.select([self.display], [], [],
                                                                    max(0, deadline - time.perf_counter()))[0]:
            raise RuntimeError("no window was painted within %d s" % PATIENCE)
        while self.display.pending_events():
            yield self.display.next_event()


@contextlib.contextmanager
def running():
    with contextlib.ExitStack() as stack:
        def start(*command):
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            return process.stdout.readline().strip()
        bus = start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1")
        number = start("Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-noreset", "-nolisten", "tcp")
        yield Screen(number, bus)
