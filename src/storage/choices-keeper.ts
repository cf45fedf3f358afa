import { fail, type Result } from '#kernel/result';
import { trustedScript } from '#kernel/script-address';
import { copyOfChoices, type Choices } from './choices-record.ts';
import type { ChoicesFault } from './choices-worker.ts';
import workerAddress from './choices-worker.ts?worker&url';

export type { ChoicesFault };

/** A worker that is not heard of by then is stopped: the page must not hang on a setting. */
const answersWithinMs = 3_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Writes the record over the old one: these choices, or with `null` the bytes
 * of a record that was never used. Waits for the write before it. `busy`: no
 * answer in three seconds, or another tab is writing; it may be tried again.
 * Never rejects.
 */
export function writeChoices(choices: Choices | null): Promise<Result<void, ChoicesFault>> {
  const run = last.then(() => writeOnce(choices));
  last = run;
  return run;
}

function writeOnce(choices: Choices | null): Promise<Result<void, ChoicesFault>> {
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    const end = (answer: Result<void, ChoicesFault>): void => {
      clearTimeout(limit);
      worker?.terminate();
      resolve(answer);
    };
    const limit = setTimeout(() => end(fail('busy')), answersWithinMs);
    try {
      worker = new Worker(trustedScript(workerAddress), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<Result<void, ChoicesFault>>) => end(data);
      // Too old for such workers, or the script could not be had.
      worker.onerror = () => end(fail('no-room'));
      worker.postMessage(copyOfChoices(choices));
    } catch {
      end(fail('no-room'));
    }
  });
}
