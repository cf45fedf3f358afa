import type { TFunction } from 'i18next';
import { cities } from './cities.ts';

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * The neutral page people land on when they leave offline or from the
 * installed app: a world clock and a timer that work. No link leads back.
 */
export function clockBody(t: TFunction<'clock'>): string {
  const say = (...key: Parameters<typeof t>): string => escaped(t(...key));
  const rows = cities
    .map(
      ({ id, zone }) => `<li><span>${say(`city.${id}`)}<small data-day="${zone}"></small></span><time dir="ltr" data-zone="${zone}">00:00</time></li>`,
    )
    .join('');
  return `<main>
<h1>${say('title')}</h1>
<p class="here"><time dir="ltr" data-here>00:00:00</time><span data-date></span></p>
<section><h2>${say('world')}</h2><ul>${rows}</ul></section>
<section class="timer"><h2>${say('timer')}</h2>
<form data-timer>
<label for="minutes">${say('minutes')}</label>
<span class="set"><button type="button" data-less aria-label="−">−</button><input id="minutes" type="number" inputmode="numeric" min="1" max="600" value="5" autocomplete="off"><button type="button" data-more aria-label="+">+</button></span>
<output dir="ltr" data-left>5:00</output>
<span class="go"><button type="submit" data-start data-words="${say('start')}|${say('pause')}">${say('start')}</button><button type="button" data-reset>${say('reset')}</button></span>
<p role="status" data-done data-words="${say('done')}"></p>
</form></section>
</main>`;
}
