/** The other way to keep notes, for comparison: a database with one encrypted record a note. In node and in a page. */
import { Dexie } from 'dexie';

export interface Note {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** Notes of about 350 bytes. */
export const notesOf = (count: number): Note[] => Array.from({ length: count }, (_, id) => ({ id, title: `Note ${id}`, text: `${'some words that were written '.repeat(11)}${id}` }));

export interface Records {
  put(note: Note): Promise<void>;
  loadAll(): Promise<readonly Note[]>;
  close(): void;
}

/** dexie-encrypted's way: the id in clear, everything else of a record sealed by itself. `strict`: the browser waits for the disk, as the vault does. */
export async function recordStore(home: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof globalThis.IDBKeyRange }): Promise<Records> {
  const key = await crypto.subtle.importKey('raw', crypto.getRandomValues(new Uint8Array(32)), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const database = new Dexie('bench', { ...home, chromeTransactionDurability: 'strict' });
  database.version(1).stores({ notes: 'id' });
  const table = database.table<{ id: number; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }, number>('notes');
  return {
    async put({ id, ...rest }) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(rest)));
      await table.put({ id, iv, sealed });
    },
    async loadAll() {
      return Promise.all((await table.toArray()).map(async ({ id, iv, sealed }) => {
        const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
        return { id, ...(JSON.parse(new TextDecoder().decode(text)) as Omit<Note, 'id'>) };
      }));
    },
    close: () => database.close(),
  };
}
