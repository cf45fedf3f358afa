/** What is said about this device, and the file whose tests would fail if it were not so. */
export const promises = [
  { says: 'pages', test: 'tests/browser/offline.test.ts' },
  { says: 'store', test: 'tests/unit/storage/statistics.test.ts' },
  { says: 'notes', test: 'tests/unit/crypto/container.test.ts' },
  { says: 'pictures', test: 'tests/browser/media.test.ts' },
  { says: 'handed', test: 'tests/journeys/safety-log.test.tsx' },
  { says: 'settings', test: 'tests/browser/settings-kept.test.ts' },
  { says: 'typed', test: 'tests/browser/network.test.ts' },
  { says: 'history', test: 'tests/browser/moving.test.ts' },
  { says: 'wipe', test: 'tests/browser/wiping.test.ts' },
] as const;
