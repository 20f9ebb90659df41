#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenreader.py PROGRAM: walks a whole review by keyboard and reads it as a screen reader does.

The keys are real ones (XTest, by xdotool); names, roles and states come over the accessibility bus. Nothing else of the
program is known here: what cannot be read from there, a person who does not see cannot know either. Needs a screen and a
session bus (scripts/lib/desktop.sh).
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import GLib

PATIENCE = 30
LAUNCHERS = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]


def wait_for(what, look):
    """What `look` finds as soon as it finds something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass  # Events of the bus.
        try:
            found = look()
        except Exception:  # An object may go while it is looked at.
            found = None
        if found:
            return found
        time.sleep(0.1)
    sys.exit("FAILED: there is no %s" % what)


def check(condition, sentence):
    if not condition:
        sys.exit("FAILED: %s" % sentence)
    print("ok: %s" % sentence, flush=True)


class Reader:
    """What a screen reader knows of the program."""

    def __init__(self, atspi, process):
        self.atspi = atspi
        self.process = process
        self.application = wait_for("program on the bus", self.find_application)
        self.focus = None
        self.listener = atspi.EventListener.new(self.take_focus)
        self.listener.register("object:state-changed:focused")

    def take_focus(self, event):
        """The editor of a value lies on a tree, which tells of its items alone; so what has the focus comes as an event."""
        if event.detail1:
            self.focus = event.source

    def find_application(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(i)
            if one is not None and one.get_process_id() == self.process.pid:
                return one
        return None

    def walk(self, top, depth=40):
        yield top
        if depth:
            for i in range(top.get_child_count()):
                child = top.get_child_at_index(i)
                if child is not None:
                    yield from self.walk(child, depth - 1)

    def find(self, name, role=None, top=None):
        for one in self.walk(top or self.application):
            if one.get_name() == name and (role is None or one.get_role_name() == role):
                return one
        return None

    def has(self, one, state):
        return one.get_state_set().contains(getattr(self.atspi.StateType, state))

    def texts(self, top):
        return [one.get_name() for one in self.walk(top) if one.get_name()]


def press(key):
    subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)


def selected(reader, tree):
    """The cells of the row that is chosen, as they are read aloud."""
    return [child.get_name() for child in (tree.get_child_at_index(i) for i in range(tree.get_child_count()))
            if child is not None and reader.has(child, "SELECTED")]


def progress_label(reader):
    """The text that says "3 of 45 reviewed"."""
    return next((one for one in reader.walk(reader.application)
                 if one.get_name().endswith("reviewed") and " of " in one.get_name()), None)


def progress(label):
    label.clear_cache()
    done, _, everything = label.get_name().split(" ")[:3]
    return int(done), int(everything)


def review(reader):
    tree = wait_for("tree of values", lambda: reader.find("Values"))
    first = wait_for("chosen value", lambda: selected(reader, tree))
    check(reader.has(tree, "FOCUSABLE") and reader.has(tree, "SHOWING"), "the values can be reached and are on the screen")
    check(len(first) >= 4, "the first doubtful value is read with its field, value, confidence and state: %s" % first)
    for name in ("Confirm and go on", "Edit the value", "Not in the document", "Mark as doubtful, with a note…", "Reject the value"):
        button = reader.find(name)
        check(button is not None and reader.has(button, "ENABLED"), "the button \"%s\" has its name and can be used" % name)
    check(reader.find("Document") is not None and reader.find("Pages") is not None, "the document and its pages have names")
    label = wait_for("progress", lambda: progress_label(reader))
    done, everything = progress(label)
    check(done == 0 and everything > 3, "nothing is reviewed of %d values" % everything)

    # Doubtful values by Enter, one after the other; each says another name, and that it was confirmed.
    seen = []
    for step in range(everything):
        row = selected(reader, tree)
        press("Return")
        wanted = done + 1
        done = wait_for("%d values reviewed" % wanted, lambda: progress(label)[0] >= wanted and progress(label)[0])
        if row:
            check(all(row[:1]), "value %d is read as %s" % (step + 1, ", ".join(text for text in row if text)))
            seen.append(tuple(row[:2]))
        if done == everything:
            break
    check(done == everything, "all %d values were confirmed with %d presses of Enter" % (everything, step + 1))
    check(len(set(seen)) > everything / 4, "%d of them say something of their own" % len(set(seen)))
    states = [text for text in reader.texts(tree) if text == "confirmed"]
    check(len(states) > 3, "%d rows are read as confirmed" % len(states))

    press("ctrl+z")
    wait_for("value that is taken back", lambda: progress(label)[0] == everything - 1)
    print("ok: Ctrl+Z is read as %d of %d reviewed" % (everything - 1, everything))

    for key, filter_name in (("2", "Needs attention"), ("1", "All")):
        press(key)
        chip = wait_for("chosen filter \"%s\"" % filter_name, lambda: next((
            one for one in reader.walk(reader.application)
            if one.get_name().startswith(filter_name + ",") and reader.has(one, "SHOWING") and reader.has(one, "CHECKED")), None))
        check(chip.get_role_name() == "check box", "%s leads to the filter \"%s\", which says that it is chosen" % (key, chip.get_name()))
    boxes = [one.get_name() for one in reader.walk(reader.application)
             if one.get_role_name() == "push button" and ", page " in one.get_name()]
    check(len(boxes) > 5, "%d boxes on the pages in view are read, the first as %s" % (len(boxes), boxes[0] if boxes else ""))
    field = wait_for("chosen value", lambda: selected(reader, tree))[0].split(":")[0]
    for key, name in (("F2", "New value of "), ("m", "Note on ")):
        press(key)
        line = wait_for("focus in the field of %s" % key, lambda: reader.focus if reader.focus and reader.has(reader.focus, "EDITABLE") else None)
        check(line.get_name().startswith(name) and line.get_name().endswith(field), "%s says what it edits: %s" % (key, line.get_name()))
        press("Escape")
        wait_for("focus that is back in the tree", lambda: reader.has(tree, "FOCUSED"))
        reader.focus = None
    press("ctrl+f")
    search = wait_for("focus in a search field", lambda: reader.focus if reader.focus and reader.has(reader.focus, "EDITABLE") else None)
    check(search.get_name() == "Search the values", "Ctrl+F among the values leads to a field with a name")


def main():
    program = pathlib.Path(sys.argv[1])
    launcher = next((one for one in LAUNCHERS if os.path.exists(one)), None)
    if launcher is None:
        sys.exit("FAILED: at-spi2-core is not installed (scripts/lib/packages-test.txt)")
    folder = tempfile.mkdtemp(prefix="screenreader-")
    environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=folder + "/data", XDG_CONFIG_HOME=folder + "/config",
                       XDG_CACHE_HOME=folder + "/cache", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb",
                       LANGUAGE="en")
    bus = subprocess.Popen([launcher, "--launch-immediately"])
    process = subprocess.Popen([program, "--sample", "--run"], env=environment)
    try:
        from gi.repository import Atspi
        Atspi.init()
        review(Reader(Atspi, process))
        print("PASSED")
    finally:
        process.terminate()
        process.wait(20)
        bus.terminate()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
