#!/usr/bin/env bash
# Leaving, and the plan, proven in three engines. Installs what is missing, says which engines
# run and in which version, and runs the journeys of those that are there. With
# --write the table of the comparison in src/features/quick-exit/README.md is
# written afresh instead of compared. Needs the build: npm run build.
set -uo pipefail
cd "$(dirname "$0")/.."

write=''
if [ "${1:-}" = '--write' ]; then
  write=1
  shift
fi

tools/engines.sh

projects=()
version() { "$@" --version 2>/dev/null | tail -n 1; }
if command -v openssl >/dev/null && [ -f dist/pages.json ]; then :; else
  echo 'engines: openssl or the build (npm run build) is missing'
  echo '0 passed, 1 failed'
  exit 1
fi
if command -v chromium >/dev/null && command -v Xvfb >/dev/null; then
  echo "engine: $(version chromium --no-sandbox), with a window under Xvfb"
else
  echo 'engine: the packed Chromium, without a window (Debian chromium or Xvfb is missing: the real profile and the window of its own cannot be looked at)'
fi
wanted=" ${ENGINES:-chromium firefox webkit} "
[[ "$wanted" == *' chromium '* ]] && projects+=(--project chromium)
if command -v firefox-esr >/dev/null || command -v firefox >/dev/null; then
  echo "engine: $(version "$(command -v firefox-esr || command -v firefox)"), over WebDriver BiDi"
  [[ "$wanted" == *' firefox '* ]] && projects+=(--project firefox)
else
  echo 'engine: Firefox not run: firefox-esr is not installed'
fi
if command -v WebKitWebDriver >/dev/null && command -v Xvfb >/dev/null && compgen -G '/usr/lib/*/webkit2gtk-4.1/MiniBrowser' >/dev/null; then
  # The driver has no way to tell its version; its package has.
  echo "engine: WebKitGTK $(dpkg-query -W -f '${Version}' webkit2gtk-driver 2>/dev/null || echo 'of unknown version'), MiniBrowser under Xvfb"
  [[ "$wanted" == *' webkit '* ]] && projects+=(--project webkit)
else
  echo 'engine: WebKit not run: WebKitWebDriver, MiniBrowser or Xvfb is not installed'
fi

WRITE_TABLE="$write" exec npx vitest run --config vitest.engines.config.ts "${projects[@]}" "$@"
