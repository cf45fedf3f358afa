#!/usr/bin/env bash
# Changes the vault's engine in every small way and counts what the tests find
# out: crypto and storage apart. What was run before and did not change is not
# run again. Survivors: tools/mutation/README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p bench node_modules/.cache

part() {
  echo "mutation: $1"
  npx stryker run --mutate "$2" --incrementalFile "node_modules/.cache/mutation-$1.json" --logLevel warn
  cp bench/mutation.json "bench/mutation-$1.json"
}

[ "${1:-crypto}" = storage ] || part crypto 'src/crypto/**/*.ts,!src/crypto/index.ts'
[ "${1:-storage}" = crypto ] || part storage "$(printf ',src/storage/%s.ts' keeper slot-container slot-room slot-store opfs-store dexie-store tab-lock vault | cut -c2-)"
