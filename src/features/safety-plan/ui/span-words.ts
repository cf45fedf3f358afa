import { isolate } from '#i18n/format';

/** A length as players show it: '1:05'. */
export function spanWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return isolate(`${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`);
}
