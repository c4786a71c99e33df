#!/usr/bin/env bash
# Installs the real clients that the checks of this folder run, as Debian packages. Quick and silent about it when all is there.
set -euo pipefail

packages=(libreoffice-writer chromium jing default-jre-headless poppler-utils python3)

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "Not a Debian system: please install LibreOffice Writer, Chromium, jing, Java, poppler and Python 3 yourself."
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then missing+=("$package"); fi
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "The clients are all there: ${packages[*]}."
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
echo "Installing ${missing[*]}…"
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo "Installed ${missing[*]}."
