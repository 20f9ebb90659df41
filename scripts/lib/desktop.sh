#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# desktop.sh COMMAND…: runs a command in a small desktop of its own: a screen that nobody sees (Xvfb), a window
# manager, a session bus and a folder for sockets. Nothing of it is left when the command ends.
set -euo pipefail

if [ "${1:-}" = --inside ]; then
  shift
  openbox --sm-disable >/dev/null 2>&1 &
  manager=$!
  trap 'kill "$manager" 2>/dev/null || true' EXIT
  "$@"
  exit
fi
unset WAYLAND_DISPLAY
XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
# The bus says on each start that it may not raise its own limit of open files; that is of no interest here.
xvfb-run --auto-servernum --server-args "-screen 0 1600x1000x24 -noreset" \
  dbus-run-session -- "$0" --inside "$@" 2> >(grep -v 'Failed to set fd limit' >&2)
