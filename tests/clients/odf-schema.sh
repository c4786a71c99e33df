#!/usr/bin/env bash
# Prints the path of the RELAX NG schema of OpenDocument 1.3, taken out of Debian's emacs-common without installing it.
# The grammar is OASIS's; it is kept in .cache beside this script and never committed.
set -euo pipefail

cache=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/.cache
schema=$cache/OpenDocument-schema-v1.3.rnc
if [ ! -s "$schema" ]; then
  command -v apt-get >/dev/null || { echo "The ODF 1.3 schema comes from a Debian package, and apt-get is not here." >&2; exit 1; }
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  cd "$work"
  download() { apt-get download -qq -o APT::Sandbox::User="$(id -un)" emacs-common >&2; }
  download 2>/dev/null || { apt-get update -qq >&2 && download; }
  dpkg-deb --fsys-tarfile emacs-common_*.deb | tar -x --wildcards '*/OpenDocument-schema-v1.3.rnc'
  mkdir -p "$cache"
  # Written under another name first, so that an interrupted run leaves no half schema behind.
  cp "$(find . -name OpenDocument-schema-v1.3.rnc)" "$schema.part"
  mv "$schema.part" "$schema"
fi
echo "$schema"
