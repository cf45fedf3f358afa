import { fail, type Result } from '#kernel/result';

/** The job's answer, or `stopped` in the moment of the signal: the job's own answer then goes nowhere. */
export function untilStopped<T, Fault extends string>(job: Promise<Result<T, Fault>>, signal: AbortSignal | undefined): Promise<Result<T, Fault | 'stopped'>> {
  if (!signal) return job;
  if (signal.aborted) return Promise.resolve(fail('stopped'));
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(fail('stopped'));
    signal.addEventListener('abort', stop, { once: true });
    job.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
