/** A check older than this is told of beside the service: a year, and a month of grace. */
export const freshForDays = 400;

const dayMs = 86_400_000;

/** Whether a check, made on a day 'YYYY-MM-DD', lies too far back. A clock that runs behind makes nothing old. */
export function isStale(checkedOn: string, now: Date): boolean {
  return now.getTime() - Date.parse(checkedOn) > freshForDays * dayMs;
}
