#!/usr/bin/env bash
# Changes the vault's engine in every small way and counts what the tests find
# out, a few files at a time: what was run before and did not change is not run
# again, and a run that was cut short loses one part. With names of parts, only
# those. Survivors and why: tools/mutation/README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p bench node_modules/.cache

part() {
  local name=$1 folder=$2
  shift 2
  if [ -n "$wanted" ] && [[ " $wanted " != *" $name "* ]]; then return; fi
  echo "mutation: $name"
  npx stryker run --mutate "$(printf ",src/$folder/%s.ts" "$@" | cut -c2-)" --incrementalFile "node_modules/.cache/mutation-$name.json" --logLevel warn >"bench/mutation-$name.log" 2>&1 ||
    tail -n 3 "bench/mutation-$name.log"
  cp bench/mutation.json "bench/mutation-$name.json"
}

wanted="$*"
part backup crypto backup
part slots crypto container layout slot salt
part texts crypto plan-text passphrase cell bytes
part derive crypto argon words
part keeper storage keeper keeper-files held-store slot-session backup-files
part container storage slot-container slot-store
part rooms storage slot-room opfs-store dexie-store tab-lock
part vault storage vault
npx tsx tools/mutation/score.ts
