/** Web Locks for one name, as the standard has them. */
export function locksOf(): Pick<LockManager, 'request'> {
  let held: { lose: (reason: unknown) => void } | null = null;
  const queue: (() => void)[] = [];
  const request = (_: string, options: LockOptions, act: () => Promise<unknown>): Promise<unknown> => new Promise((resolve, reject) => {
    const grant = (): void => {
      const me = { lose: reject };
      held = me;
      void act().then((value) => {
        if (held === me) {
          held = null;
          queue.shift()?.();
        }
        resolve(value);
      });
    };
    if (options.steal) {
      held?.lose(new DOMException('', 'AbortError'));
      grant();
    } else if (held) {
      queue.push(grant);
      options.signal?.addEventListener('abort', () => {
        queue.splice(queue.indexOf(grant), 1);
        reject(new DOMException('', 'AbortError'));
      });
    } else grant();
  });
  return { request: request as LockManager['request'] };
}
