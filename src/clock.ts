/** Starts the neutral page: times of the day and a timer. It knows nothing of the rest of the app. */
import { leftOf, readMinutes, setTimer, showLeft, startOrPause, tick, type Timer } from './features/clock/timer.ts';

const find = <T extends Element>(selector: string): T | null => document.querySelector<T>(selector);
const locale = document.documentElement.lang === 'en' ? 'en-GB' : `${document.documentElement.lang}-u-nu-latn`;

function timeIn(zone: string | undefined, withSeconds: boolean): string {
  return new Intl.DateTimeFormat('en-GB', {
    ...(zone === undefined ? {} : { timeZone: zone }),
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' } : {}),
  }).format(new Date());
}

function dayIn(zone: string | undefined, style: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(locale, {
    ...(zone === undefined ? {} : { timeZone: zone }),
    weekday: style,
    day: 'numeric',
    month: style,
  }).format(new Date());
}

function put(selector: string, text: string): void {
  const element = find(selector);
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

let timer: Timer = setTimer(5);
const minutes = find<HTMLInputElement>('#minutes');
const startButton = find<HTMLButtonElement>('[data-start]');
const [startWord = '', pauseWord = ''] = startButton?.dataset['words']?.split('|') ?? [];

function draw(): void {
  put('[data-here]', timeIn(undefined, true));
  put('[data-date]', dayIn(undefined, 'long'));
  for (const row of document.querySelectorAll<HTMLElement>('[data-zone]')) {
    row.textContent = timeIn(row.dataset['zone'], false);
  }
  for (const day of document.querySelectorAll<HTMLElement>('[data-day]')) {
    day.textContent = dayIn(day.dataset['day'], 'short');
  }
  timer = tick(timer, Date.now());
  put('[data-left]', showLeft(leftOf(timer, Date.now())));
  put('[data-start]', timer.state === 'running' ? pauseWord : startWord);
  put('[data-done]', timer.state === 'done' ? (find<HTMLElement>('[data-done]')?.dataset['words'] ?? '') : '');
}

function setMinutes(value: number): void {
  if (minutes) {
    minutes.value = String(readMinutes(String(value)));
  }
  timer = setTimer(readMinutes(String(value)));
  draw();
}

find('[data-timer]')?.addEventListener('submit', (event) => {
  event.preventDefault();
  timer = startOrPause(timer, Date.now());
  draw();
});
find('[data-reset]')?.addEventListener('click', () => setMinutes(readMinutes(minutes?.value ?? '')));
find('[data-less]')?.addEventListener('click', () => setMinutes(Math.max(1, readMinutes(minutes?.value ?? '') - 1)));
find('[data-more]')?.addEventListener('click', () => setMinutes(readMinutes(minutes?.value ?? '') + 1));
minutes?.addEventListener('change', () => setMinutes(readMinutes(minutes.value)));

draw();
setInterval(draw, 250);
