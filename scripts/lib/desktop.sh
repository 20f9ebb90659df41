#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# desktop.sh COMMAND…: runs a command in a small desktop of its own: a screen that nobody sees (Xvfb), a window
# manager and a session bus. Nothing of it is left when the command ends.
set -euo pipefail

if [ "${1:-}" = --inside ]; then
  shift
  openbox --sm-disable 2>/dev/null &
  manager=$!
  trap 'kill "$manager" 2>/dev/null || true' EXIT
  "$@"
  exit
fi
unset WAYLAND_DISPLAY
exec xvfb-run --auto-servernum --server-args "-screen 0 1600x1000x24 -noreset" \
  dbus-run-session -- "$0" --inside "$@"
