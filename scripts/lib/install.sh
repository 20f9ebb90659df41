#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install.sh LIST…: installs the packages named in these files of this folder, as far as they are missing.
# Says nothing when nothing is missing. For Debian 12, Ubuntu 24.04 and later.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v apt-get >/dev/null; then
  echo "This system has no apt-get. Please install what these lists name: $*" >&2
  exit 0
fi

installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u)
mapfile -t missing < <(sort -u "$@" | comm -23 - <(echo "$installed"))
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "These packages are missing; please install them as root: ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }; }
apt update
apt install --yes --no-install-recommends "${missing[@]}"
