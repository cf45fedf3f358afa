/**
 * Chromium's storage buckets: deleting one also takes the database's files off
 * the disk, offline (measured, hardening notes 0.2). Used only where there can
 * be no file of our own.
 */
export const bucketName = 'app-data';

interface Bucket {
  readonly indexedDB: IDBFactory;
}

interface Buckets {
  open(name: string, options: { durability: 'strict' }): Promise<Bucket>;
  delete(name: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

export function bucketsOf(navigator: Navigator): Buckets | null {
  return (navigator as { storageBuckets?: Buckets }).storageBuckets ?? null;
}

/** The database of the bucket, or the ordinary one where there are no buckets. */
export async function databaseHome(scope: { readonly navigator: Navigator; readonly indexedDB: IDBFactory }): Promise<IDBFactory> {
  const bucket = await bucketsOf(scope.navigator)?.open(bucketName, { durability: 'strict' }).catch(() => null);
  return bucket?.indexedDB ?? scope.indexedDB;
}
