#!/usr/bin/env bash
# Installs what `npm run test:engines` drives, from Debian's packages: Chromium
# and Firefox, WebKit with its driver, a screen nobody sees, fonts for the
# scripts a paper may be written in, and the small tools the tests read files
# and make a certificate with. What cannot be had is
# said with the reason, and the rest goes on: the run then says which engine is
# missing.
set -uo pipefail

minibrowser() { compgen -G '/usr/lib/*/webkit2gtk-4.1/MiniBrowser' >/dev/null; }
has() { command -v "$1" >/dev/null 2>&1; }

missing=()
has chromium || missing+=(chromium)
has firefox-esr || has firefox || missing+=(firefox-esr)
has WebKitWebDriver || missing+=(webkit2gtk-driver)
minibrowser || missing+=(libwebkit2gtk-4.1-0)
has Xvfb || missing+=(xvfb)
has sqlite3 || missing+=(sqlite3)
has openssl || missing+=(openssl)
has pdftotext || missing+=(poppler-utils)
# A script without a font is an empty box on paper. The browser's own packages bring none for these.
chinese() { has fc-list && [ -n "$(fc-list ':lang=zh-cn' 2>/dev/null)" ]; }
noto() { has fc-list && [ -n "$(fc-list ':lang=ta' 2>/dev/null)" ]; }
chinese || missing+=(fonts-wqy-microhei)
noto || missing+=(fonts-noto-core)

if [ "${#missing[@]}" -eq 0 ]; then
  echo 'engines: everything is installed'
  exit 0
fi
if ! has apt-get; then
  echo "engines: no apt-get here; not installed: ${missing[*]}"
  exit 0
fi
sudo=''
if [ "$(id -u)" -ne 0 ]; then
  if has sudo && sudo -n true 2>/dev/null; then
    sudo='sudo -n'
  else
    echo "engines: not root and no sudo; not installed: ${missing[*]}"
    exit 0
  fi
fi

$sudo apt-get update -qq >/tmp/engines-apt.log 2>&1 || echo "engines: apt-get update failed: $(tail -n 1 /tmp/engines-apt.log)"
# One by one: a package that cannot be had must not keep the others away.
for package in "${missing[@]}"; do
  if $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/tmp/engines-apt.log 2>&1; then
    echo "engines: installed $package"
  else
    echo "engines: could not install $package: $(grep -E '^E:' /tmp/engines-apt.log | tail -n 1)"
  fi
done
