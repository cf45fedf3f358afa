import { addressYears, answerWithinDays, onlineFormMinutes, onlineStepHours } from '#content/clares-law';
import { relayPrefix } from '#content/emergency';
import { homeForce, onlyForces, type Force } from '#content/force';
import { forceById } from '#content/forces';
import { lineOf } from '#content/line';
import { isolate } from '#i18n/format';

/** A force that the build has made sure of. */
export function forceOf(place: 'kent' | keyof typeof onlyForces): Force {
  const force = forceById(place === 'kent' ? homeForce : onlyForces[place]);
  if (!force) {
    throw new Error('a force that the build counts is missing');
  }
  return force;
}

/** Every number, figure and name that the words leave open. */
export function valuesOf(): Readonly<Record<'emergency' | 'number' | 'site' | 'relay' | 'days' | 'years' | 'minutes' | 'hours', string>> {
  const number = lineOf('kent-police-101').call.display;
  return {
    emergency: isolate(lineOf('999').call.display),
    number: isolate(number),
    site: isolate(forceOf('kent').page.site),
    relay: isolate(`${relayPrefix} ${number}`),
    days: String(answerWithinDays),
    years: String(addressYears),
    minutes: String(onlineFormMinutes),
    hours: String(onlineStepHours),
  };
}
