import type { TFunction } from 'i18next';
import type { Service } from '#content/service';
import { isolate } from '#i18n/format';
import type { LanguageCode } from '#i18n/languages';
import { textOf } from '#i18n/text';

type Part = 'name' | 'about' | 'note';

/** Keys come from the directory, whose test demands that each one exists in every language. */
function say(lang: LanguageCode, service: Service, council: string, part: Part): string | null {
  const t = textOf(lang, 'services') as unknown as TFunction;
  const key = `services:${service.textKey}.${part}`;
  const said: unknown = t(key, { council: isolate(council), defaultValue: '' });
  return typeof said === 'string' && said !== '' ? said : null;
}

/** The name in the reader's language, or null where the operator's own name stands. */
export function nameText(lang: LanguageCode, service: Service, council: string): string | null {
  return say(lang, service, council, 'name');
}

/** What it does and what to expect. */
export function aboutText(lang: LanguageCode, service: Service, council: string): string | null {
  return say(lang, service, council, 'about');
}

/** A word of care, where there is one. */
export function noteText(lang: LanguageCode, service: Service, council: string): string | null {
  return say(lang, service, council, 'note');
}
