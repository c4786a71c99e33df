#!/usr/bin/env bash
# Installs the real clients that the checks of this folder run: Ace, VS Code, the server of YAML and later versions of Node from npm, the others as Debian packages. Quick when all is there.
#
# install.sh --versions only prints which of them are there, and in which version.
set -euo pipefail

# Documents are set in Liberation: other fonts have other widths, and tests assert lengths.
packages=(libreoffice-writer fonts-liberation chromium jing default-jre-headless poppler-utils python3 python3-uno openssh-client neovim)

if [ "${1:-}" = --versions ]; then
  dpkg-query -W -f '${Package} ${Version}\n' "${packages[@]}" 2>/dev/null || true
  cat "$(dirname "${BASH_SOURCE[0]}")"/*/node_modules/.installed-from 2>/dev/null | sha256sum
  exit 0
fi

# Some clients come from npm. Each stands apart, with its own lock file, so that nobody else has to carry its hundreds of packages, and none of
# their scripts is run.
install_apart() {
  local name=$1 folder
  folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/$2
  if cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-from"; then return 0; fi
  echo "Installing $name…"
  if (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null); then
    cp "$folder/package-lock.json" "$folder/node_modules/.installed-from"
  elif [ "${CI:-}" = true ]; then
    return 1
  else
    echo "$name could not be installed: its check will be skipped."
  fi
}

# Ace by DAISY drives a browser through puppeteer, whose script would download one of its own: Ace is given Debian's Chromium.
install_apart Ace ace
install_apart "the language server of YAML" yaml
# The program says that it runs there: it is tried there.
install_apart "Node 22 and 24" node

# VS Code comes from npm as code-server, whose script would fetch more packages and compile some. What it would fetch stands in our lock file; what
# it would compile, VS Code does without: a terminal, a log, and the browser of Debian is given the rest.
install_apart "VS Code" vscode
vscode=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/vscode/node_modules
if [ -d "$vscode/code-server" ]; then ln -sfn ../../../../node_modules "$vscode/code-server/lib/vscode/node_modules"; fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "Not a Debian system: please install LibreOffice Writer, Chromium, jing, Java, poppler, Python 3, OpenSSH and Neovim yourself."
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
