/** What the tests of the container do again and again, with the small one. */
import { newSlot, openSlot, sealSlot, type Bytes, type OpenedSlot, type Random } from '../../../src/crypto/index.ts';
import { applyAll, must, quick, seeded, small, textOf, utf8 } from './small.ts';

export let random: Random = seeded(1);

export function seed(value: number): void {
  random = seeded(value);
}

export async function begin(container: Bytes, passphrase: string, text: string, keep: readonly number[] = []): Promise<OpenedSlot> {
  const steps = must(await newSlot(container, passphrase, utf8(text), keep, quick, random, small));
  applyAll(container, steps.map(({ patch }) => patch));
  return steps[1].opened;
}

export const open = (container: Bytes, passphrase: string): ReturnType<typeof openSlot> => openSlot(container, passphrase, quick, small);

export async function textUnder(container: Bytes, passphrase: string): Promise<string | null> {
  const opened = must(await open(container, passphrase));
  return opened && textOf(opened.text);
}

export async function save(container: Bytes, opened: OpenedSlot, text: string): Promise<OpenedSlot> {
  const sealed = must(await sealSlot(opened, utf8(text), random, small));
  applyAll(container, [sealed.patch]);
  return sealed.opened;
}
