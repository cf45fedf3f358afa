import { ok, type Result } from '#kernel/result';
import type { Bytes, Patch } from '../crypto/index.ts';
import type { SlotStore, StoreFault } from './slot-store.ts';

/** `in-other-tab`: another tab has the notes open. `no-room`: this browser keeps nothing here (some private windows). */
export type HomeFault = 'in-other-tab' | 'no-room' | 'gone' | 'quota-full';

/** Opens the store; with `takeOver`, also when another tab holds it. */
export type OpenStore = (takeOver: boolean) => Promise<Result<SlotStore, HomeFault>>;

/** The one store of a keeper, opened when it is first asked. */
export interface HeldStore {
  /** Storage the browser took away is opened again, once. */
  use<T, F extends string>(act: (store: SlotStore) => Promise<Result<T, F | StoreFault>>, takeOver?: boolean): Promise<Result<T, F | StoreFault | HomeFault>>;
  read(offset: number, length: number): Promise<Result<Bytes, StoreFault | HomeFault>>;
  write(patch: Patch): Promise<Result<void, StoreFault | HomeFault>>;
  room(): SlotStore['room'];
  letGo(): void;
}

export function holdStore(openStore: OpenStore): HeldStore {
  let store: SlotStore | null = null;

  function letGo(): void {
    store?.close();
    store = null;
  }

  async function home(takeOver: boolean): Promise<Result<SlotStore, HomeFault>> {
    if (store) return ok(store);
    const found = await openStore(takeOver);
    if (found.ok) store = found.value;
    return found;
  }

  const held: HeldStore = {
    async use(act, takeOver = false) {
      const first = await home(takeOver);
      if (!first.ok) return first;
      const answer = await act(first.value);
      if (answer.ok || answer.fault !== 'gone') return answer;
      letGo();
      const second = await home(takeOver);
      return second.ok ? act(second.value) : second;
    },
    read: (offset, length) => held.use((open) => open.read(offset, length)),
    write: ({ offset, bytes }) => held.use((open) => open.write(offset, bytes)),
    room: () => store?.room ?? 'file',
    letGo,
  };
  return held;
}
