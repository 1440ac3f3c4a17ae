#!/bin/sh
# Installs the Debian packages a task needs: as root when they are missing, else says which.
# Usage: system-packages.sh python|screen|display|browser|bundle ...
set -eu

need=""
want_package() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed' || need="$need $1"; }
want_command() { command -v "$1" >/dev/null 2>&1 || need="$need $2"; }

for task in "$@"; do
  case "$task" in
    python)
      want_command "${PYTHON:-python3}" python3
      ${PYTHON:-python3} -c 'import ensurepip, venv' 2>/dev/null || need="$need python3-venv" ;;
    screen) # what Qt's offscreen and xcb platforms load
      for p in libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 \
               libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0; do
        want_package "$p"
      done ;;
    display) # an X server without glass, and something that presses real keys on it
      want_command Xvfb xvfb
      want_command xdotool xdotool ;;
    browser)
      want_command chromium chromium
      want_package libatomic1 ;; # Playwright's driver
    bundle)
      want_command objdump binutils
      # Debian's own interpreter is linked without the library that a bundle carries along.
      python=${PYTHON:-python3}
      if [ "$(command -v "$python")" = /usr/bin/python3 ]; then
        want_package "libpython$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
      fi ;;
    *) echo "system-packages.sh: unknown task '$task'" >&2; exit 2 ;;
  esac
done

[ -n "$need" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
  echo "Missing system packages (Debian names):$need. Install them with your package manager, then run this again." >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Missing Debian packages:$need. Ask an administrator to run: apt-get install$need" >&2
  exit 1
fi
echo "Installing Debian packages:$need"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # the list is meant to be split
apt-get install -y --no-install-recommends $need >/dev/null 2>&1 || {
  apt-get update -qq
  apt-get install -y --no-install-recommends $need >/dev/null
}
