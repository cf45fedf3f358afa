const two = (part: number): string => String(part).padStart(2, '0');

/** The day an instant falls on, on this device: 'YYYY-MM-DD'. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** What a clock on this device shows at an instant: 'HH:MM'. */
export function localClock(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}
